using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>The tree that makes one column from those before it.</summary>
/// <param name="Column">Position of the column in the table.</param>
/// <param name="Tree">Splits on columns made before.</param>
/// <param name="Leaves">States of the column in its leaves.</param>
internal sealed record CartStep(int Column, PartitionTree Tree, ShrunkDistributions Leaves)
{
    /// <summary>Grows the tree.</summary>
    /// <param name="table">Bins of the columns.</param>
    /// <param name="coded">Training rows.</param>
    /// <param name="order">Columns up to the one to make, which is the last.</param>
    /// <param name="options">When to stop.</param>
    /// <param name="cancellation">Looked at once a node.</param>
    public static CartStep Grow(CodedTable table, CodedColumn[] coded, ReadOnlySpan<int> order, CartOptions options, CancellationToken cancellation)
    {
        var column = order[^1];
        var target = coded[column];
        var rows = new int[target.Codes.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        var tree = TreeInduction.Grow(coded, order[..^1].ToArray(), new(target.Codes, target.States) { Scores = Scores(table.Bins[column]) }, rows,
            new(options.MinimumLeaf, options.MaximumDepth, options.Complexity), null, cancellation);
        return new(column, tree, new(tree, ShrunkDistributions.Sorted(tree, rows, target.Codes), options.Smoothing));
    }

    // Ranks, so that the tails of a long distribution do not take all splits; missing in the middle.
    private static double[]? Scores(ColumnBins bins)
    {
        if (!bins.IsOrdered) return null;
        var scores = new double[bins.States];
        for (var state = 0; state < scores.Length; state++) scores[state] = state < bins.Bins ? bins.Interval(state).Middle : 0.5;
        return scores;
    }
}
