using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Where the slots of each column stand in arrays that hold all columns' slots one after the other.</summary>
internal sealed class StateLayout
{
    public StateLayout(ColumnBins[] bins)
    {
        Bins = bins;
        Starts = new int[bins.Length + 1];
        for (var i = 0; i < bins.Length; i++) Starts[i + 1] = Starts[i] + bins[i].States + StateTable.ExtraSlots;
        Shares = new float[Starts[^1]];
        for (var i = 0; i < bins.Length; i++)
            for (var state = 0; state < bins[i].States; state++) Shares[Starts[i] + state] = (float)bins[i].Share(state);
    }

    public ColumnBins[] Bins { get; }

    /// <summary>The layout of some of the columns.</summary>
    public StateLayout Select(int[] columns) => new(Array.ConvertAll(columns, i => Bins[i]));

    public int Columns => Bins.Length;

    /// <summary>First slot of each column, and the number of all slots at the end.</summary>
    public int[] Starts { get; }

    public int Slots => Starts[^1];

    /// <summary>Share of each state in its marginal; 0 in the two extra slots.</summary>
    public float[] Shares { get; }
}
