using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>
/// A hidden state behind every column, the states joined as a tree: a column depends on its own state only, a state on its parent's. Immutable.
/// </summary>
/// <remarks>Messages are likelihoods, scaled to a largest value of 1; their scale is kept as a logarithm.</remarks>
internal sealed class HiddenTree
{
    private const float SmallProduct = 1e-12f;

    /// <param name="layout">Columns and their slots.</param>
    /// <param name="tree">Which columns are joined.</param>
    /// <param name="root">Probability of each state of the root; its length is the number of states.</param>
    /// <param name="transitions">For each column parent state by state, rows as long as <see cref="Lanes"/>; empty for the root.</param>
    /// <param name="emissions">For each column slot by state, rows as long as <see cref="Lanes"/>; extra slots are filled in here.</param>
    public HiddenTree(StateLayout layout, ChowLiuTree tree, float[] root, float[][] transitions, float[][] emissions)
    {
        (Layout, Tree, Root, Transitions, Emissions) = (layout, tree, root, transitions, emissions);
        Lanes = LaneSums.Padded(root.Length);
        Transposed = new float[layout.Columns][];
        for (var i = 0; i < layout.Columns; i++)
        {
            FillExtraSlots(i);
            Transposed[i] = new float[transitions[i].Length];
            if (transitions[i].Length == 0) continue;
            for (var above = 0; above < States; above++)
                for (var z = 0; z < States; z++) Transposed[i][z * Lanes + above] = transitions[i][above * Lanes + z];
        }
    }

    public StateLayout Layout { get; }

    public ChowLiuTree Tree { get; }

    /// <summary>Hidden states of a column.</summary>
    public int States => Root.Length;

    /// <summary>Hidden states with padding.</summary>
    public int Lanes { get; }

    public float[] Root { get; }

    public float[][] Transitions { get; }

    public float[][] Emissions { get; }

    /// <summary>State by parent state.</summary>
    public float[][] Transposed { get; }

    /// <summary>Passes messages from the leaves to the root.</summary>
    /// <param name="messages">Filled in: what lies at and below each column, given its state; and given its parent's state.</param>
    /// <param name="negligible">Likelihoods below this share of the largest are left out; 0 for exact messages.</param>
    /// <returns>Natural logarithm of the probability of what was given; the root's message is then the posterior, sum 1.</returns>
    /// <remarks>Before, <see cref="TreeMessages.Below"/> must hold the likelihood of each column's own cell.</remarks>
    public double Upward(TreeMessages messages, float negligible)
    {
        var scale = 0.0;
        for (var at = Tree.Order.Length - 1; at > 0; at--)
        {
            var i = Tree.Order[at];
            var own = messages.Below[i].AsSpan();
            var largest = StateVectors.Largest(own);
            if (!(largest > 0)) return double.NegativeInfinity;
            StateVectors.Scale(own, 1 / largest);
            scale += PortableMath.Log(largest);
            var toParent = messages.ToParent[i].AsSpan();
            toParent.Clear();
            for (var z = 0; z < States; z++)
                if (own[z] > negligible) StateVectors.AddScaled(Transposed[i].AsSpan(z * Lanes, Lanes), own[z], toParent);
            var parent = messages.Below[Tree.Parents[i]];
            StateVectors.Multiply(parent, toParent);
            var most = StateVectors.Largest(parent);
            if (most is > 0 and < SmallProduct) // many children: keep the product from vanishing
            {
                StateVectors.Scale(parent, 1 / most);
                scale += PortableMath.Log(most);
            }
        }
        var root = messages.Below[Tree.Order[0]].AsSpan();
        for (var z = 0; z < States; z++) root[z] *= Root[z];
        var sum = 0f;
        for (var z = 0; z < States; z++) sum += root[z];
        if (!(sum > 0)) return double.NegativeInfinity;
        StateVectors.Scale(root, 1 / sum);
        return scale + PortableMath.Log(sum);
    }

    /// <summary>Sets the likelihoods of a row's cells.</summary>
    public void Observe(ReadOnlySpan<ushort> row, TreeMessages messages)
    {
        for (var i = 0; i < row.Length; i++) Emissions[i].AsSpan(row[i] * Lanes, Lanes).CopyTo(messages.Below[i]);
    }

    private void FillExtraSlots(int column)
    {
        var bins = Layout.Bins[column];
        var emissions = Emissions[column];
        for (var z = 0; z < States; z++)
        {
            emissions[StateTable.Unknown(bins) * Lanes + z] = 1;
            emissions[StateTable.Present(bins) * Lanes + z] = bins.MissingState < 0 ? 1 : MathF.Max(0, 1 - emissions[bins.MissingState * Lanes + z]);
        }
    }
}
