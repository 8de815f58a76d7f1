using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Grows the trees of <see cref="CartGenerator"/>.</summary>
/// <remarks>
/// Splits are found without the rows held out, which then choose how strongly each column's leaves are smoothed; at the end all rows stand in the leaves.
/// </remarks>
internal sealed class CartLearner
{
    private const int MostHeldOut = 8192;
    private readonly CodedTable _table;
    private readonly CodedColumn[] _coded;
    private readonly byte[][] _states;
    private readonly CartOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly int[] _rows;
    private readonly int _heldOut; // the first of them

    public CartLearner(CodedTable table, CodedColumn[] coded, CartOptions options, FitContext context)
    {
        (_table, _coded, _options, _cancellation) = (table, coded, options, context.Cancellation);
        _states = [.. coded.Select(column => column.Codes)];
        _rows = new int[_states[0].Length];
        for (var row = 0; row < _rows.Length; row++) _rows[row] = row;
        new SplitRandom(context.Seed).Split("held out").Shuffle<int>(_rows);
        _heldOut = options.Smoothing > 0 ? 0 : Math.Min(_rows.Length / 5, MostHeldOut);
    }

    /// <summary>Grows the tree of the last of some columns on the ones before it.</summary>
    public CartStep Grow(ReadOnlySpan<int> columns)
    {
        var column = columns[^1];
        var target = _coded[column];
        var seen = _rows[_heldOut..];
        var tree = TreeInduction.Grow(_coded, columns[..^1].ToArray(), new(target.Codes, target.States) { Scores = Scores(_table.Bins[column]) }, seen,
            new(_options.MinimumLeaf, _options.MaximumDepth, _options.Complexity), null, _cancellation);
        var pull = _options.Smoothing;
        if (_heldOut > 0)
        {
            var unseen = new (int, byte)[_heldOut];
            for (var i = 0; i < unseen.Length; i++) unseen[i] = (tree.Leaf(_states, _rows[i]), target.Codes[_rows[i]]);
            pull = PullChoice.Choose(tree, ShrunkDistributions.Sorted(tree, seen, target.Codes), target.States, unseen);
        }
        var all = (int[])_rows.Clone();
        tree = tree.Refilled(_states, all);
        return new(column, tree, new(tree, ShrunkDistributions.Sorted(tree, all, target.Codes), pull));
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
