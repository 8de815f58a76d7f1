using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Expected numbers of records in each place of a <see cref="HiddenTree"/>.</summary>
internal sealed class TreeCounts
{
    private const float SmallestBelief = 1e-4f; // of a parent's state that is followed down
    private readonly TreeMessages _messages;

    public TreeCounts(HiddenTree model)
    {
        _messages = new TreeMessages(model);
        (TransitionSquares, EmissionSquares) = (new double[model.Layout.Columns], new double[model.Layout.Columns]);
        Root = new float[model.Lanes];
        Transitions = [.. model.Transitions.Select(table => new float[table.Length])];
        Emissions = [.. model.Emissions.Select(table => new float[table.Length])];
    }

    public float[] Root { get; }

    public float[][] Transitions { get; }

    public float[][] Emissions { get; }

    /// <summary>For each column the sum over rows of what one row adds to its transitions, squared.</summary>
    public double[] TransitionSquares { get; }

    /// <summary>The same for its emissions.</summary>
    public double[] EmissionSquares { get; }

    /// <summary>Adds a row.</summary>
    public void Add(HiddenTree model, ReadOnlySpan<ushort> row, float negligible)
    {
        model.Observe(row, _messages);
        if (double.IsNegativeInfinity(model.Upward(_messages, negligible))) return;
        var lanes = model.Lanes;
        foreach (var i in model.Tree.Order)
        {
            var belief = _messages.Beliefs[i].AsSpan();
            var parent = model.Tree.Parents[i];
            if (parent < 0)
            {
                _messages.Below[i].CopyTo(belief);
                StateVectors.Add(belief, Root);
            }
            else
            {
                belief.Clear();
                var (above, message) = (_messages.Beliefs[parent], _messages.ToParent[i]);
                for (var z = 0; z < model.States; z++)
                {
                    if (above[z] < SmallestBelief || !(message[z] > 0)) continue;
                    TransitionSquares[i] += StateVectors.AddProduct(model.Transitions[i].AsSpan(z * lanes, lanes), _messages.Below[i], above[z] / message[z], belief, Transitions[i].AsSpan(z * lanes, lanes));
                }
            }
            EmissionSquares[i] += StateVectors.Squares(belief);
            StateVectors.Add(belief, Emissions[i].AsSpan(row[i] * lanes, lanes));
        }
    }
}
