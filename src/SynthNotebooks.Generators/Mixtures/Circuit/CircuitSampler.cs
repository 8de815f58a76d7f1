using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Draws rows from a <see cref="HiddenTree"/> under evidence, from the root down.</summary>
internal sealed class CircuitSampler : IStateSampler
{
    private readonly ChowLiuTree _tree;
    private readonly AliasTables[] _transitions, _emissions;

    public CircuitSampler(HiddenTree model, float[]?[]? evidence)
    {
        _tree = model.Tree;
        var (n, states, lanes) = (model.Layout.Columns, model.States, model.Lanes);
        (_transitions, _emissions) = (new AliasTables[n], new AliasTables[n]);
        var messages = new TreeMessages(model);
        for (var i = 0; i < n; i++)
        {
            var left = new float[model.Layout.Bins[i].States];
            _emissions[i] = new AliasTables(states, left.Length);
            for (var z = 0; z < states; z++)
            {
                for (var s = 0; s < left.Length; s++) left[s] = model.Emissions[i][s * lanes + z] * (evidence?[i] is { } shares ? shares[s] : 1);
                var sum = _emissions[i].Set(z, left);
                messages.Below[i][z] = evidence?[i] is null ? 1 : (float)sum;
            }
        }
        Probability = PortableMath.Exp(model.Upward(messages, 0));
        var weights = new float[states];
        for (var i = 0; i < n; i++)
        {
            var below = messages.Below[i].AsSpan(0, states);
            var above = _tree.Parents[i] < 0 ? 1 : states;
            _transitions[i] = new AliasTables(above, states);
            for (var z = 0; z < above; z++)
            {
                below.CopyTo(weights); // the root's message is its posterior already
                if (_tree.Parents[i] >= 0) StateProduct(weights, model.Transitions[i].AsSpan(z * lanes, states));
                _transitions[i].Set(z, weights);
            }
        }
    }

    public double Probability { get; }

    public void Draw(SplitRandom random, StateDraws draws)
    {
        var hidden = new int[_tree.Order.Length][];
        foreach (var i in _tree.Order)
        {
            var own = hidden[i] = new int[draws.Rows];
            var parent = _tree.Parents[i] < 0 ? null : hidden[_tree.Parents[i]];
            var (states, uniforms) = (draws.States[i], draws.Uniforms[i]);
            for (var row = 0; row < own.Length; row++)
            {
                own[row] = _transitions[i].Draw(parent is null ? 0 : parent[row], random.NextUInt64());
                var bits = random.NextUInt64();
                states[row] = (ushort)_emissions[i].Draw(own[row], bits);
                uniforms[row] = AliasTables.Uniform(bits);
            }
        }
    }

    private static void StateProduct(Span<float> into, ReadOnlySpan<float> source)
    {
        for (var z = 0; z < into.Length; z++) into[z] *= source[z];
    }
}
