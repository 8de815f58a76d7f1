using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Draws rows from a <see cref="ProductMixture"/> under evidence.</summary>
internal sealed class MixtureSampler : IStateSampler
{
    private readonly int _components;
    private readonly AliasTables _choice;
    private readonly AliasTables[] _columns;

    public MixtureSampler(ProductMixture mixture, float[]?[]? evidence)
    {
        var layout = mixture.Layout;
        _components = mixture.Components;
        _columns = new AliasTables[layout.Columns];
        var weights = (float[])mixture.Weights.Clone();
        for (var i = 0; i < layout.Columns; i++)
        {
            var states = layout.Bins[i].States;
            _columns[i] = new AliasTables(_components, states);
            var left = new float[states];
            for (var c = 0; c < _components; c++)
            {
                mixture.Emissions.AsSpan(c * layout.Slots + layout.Starts[i], states).CopyTo(left);
                if (evidence?[i] is { } shares)
                    for (var s = 0; s < states; s++) left[s] *= shares[s];
                var sum = _columns[i].Set(c, left);
                if (evidence?[i] is not null) weights[c] *= (float)sum;
            }
        }
        _choice = new AliasTables(1, _components);
        Probability = _choice.Set(0, weights);
    }

    public double Probability { get; }

    // Rows of one component are drawn together, so that its tables stay in the cache.
    public void Draw(SplitRandom random, StateDraws draws)
    {
        var rows = draws.Rows;
        var chosen = new int[rows];
        var starts = new int[_components + 1];
        for (var row = 0; row < rows; row++)
        {
            chosen[row] = _choice.Draw(0, random.NextUInt64());
            starts[chosen[row] + 1]++;
        }
        for (var c = 0; c < _components; c++) starts[c + 1] += starts[c];
        var order = new int[rows];
        for (var row = 0; row < rows; row++) order[starts[chosen[row]]++] = row;
        for (var i = 0; i < _columns.Length; i++)
        {
            var table = _columns[i];
            var (column, numbers) = (draws.States[i], draws.Uniforms[i]);
            foreach (var row in order)
            {
                var bits = random.NextUInt64();
                column[row] = (ushort)table.Draw(chosen[row], bits);
                numbers[row] = AliasTables.Uniform(bits);
            }
        }
    }
}
