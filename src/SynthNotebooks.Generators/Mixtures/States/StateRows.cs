using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Training rows of a model of states, some of them held out.</summary>
/// <remarks>Sums over rows go partition by partition, so that they do not depend on the number of threads.</remarks>
internal sealed class StateRows
{
    /// <summary>Pieces that rows are summed in; part of the definition of a fit, so it never changes.</summary>
    public const int Partitions = 8;

    private StateRows(StateTable table, int[] training, int[] heldOut, int[] all) => (Table, Training, HeldOut, All) = (table, training, heldOut, all);

    public StateTable Table { get; }

    /// <summary>Numbers of the rows to learn from, ascending.</summary>
    public int[] Training { get; }

    /// <summary>Numbers of the rows to judge by, ascending: a tenth, at most 4096.</summary>
    public int[] HeldOut { get; }

    /// <summary>All row numbers.</summary>
    public int[] All { get; }

    public static StateRows Of(StateTable table, SplitRandom random)
    {
        var order = new int[table.Rows];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        var all = (int[])order.Clone();
        random.Shuffle<int>(order);
        var held = Math.Min(order.Length / 10, 4096);
        int[] heldOut = order[..held], training = order[held..];
        Array.Sort(heldOut);
        Array.Sort(training);
        return new(table, training, heldOut, all);
    }

    /// <summary>The part of a list of rows that a partition takes.</summary>
    public static ReadOnlySpan<int> Partition(int[] rows, int partition)
    {
        var from = (int)((long)rows.Length * partition / Partitions);
        return rows.AsSpan(from, (int)((long)rows.Length * (partition + 1) / Partitions) - from);
    }
}
