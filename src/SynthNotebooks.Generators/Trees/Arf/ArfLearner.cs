using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Plays the game of <see cref="ArfGenerator"/>: a forest tells real rows from synthetic ones, whose sampler then is made of the forest's leaves.</summary>
internal sealed class ArfLearner
{
    private const int MostHeldOut = 8192;
    private const byte Real = 0, Synthetic = 1;
    private readonly CodedColumn[] _coded;
    private readonly byte[][] _states;
    private readonly ArfOptions _options;
    private readonly FitContext _context;
    private readonly SplitRandom _random;
    private readonly int[] _rows;
    private readonly int _heldOut; // the first of them

    public ArfLearner(CodedColumn[] coded, ArfOptions options, FitContext context)
    {
        (_coded, _options, _context) = (coded, options, context);
        _random = new SplitRandom(context.Seed).Split("arf");
        _states = [.. coded.Select(column => column.Codes)];
        _rows = new int[_states[0].Length];
        for (var row = 0; row < _rows.Length; row++) _rows[row] = row;
        _random.Split("held out").Shuffle<int>(_rows);
        _heldOut = Math.Min(_rows.Length / 5, MostHeldOut);
    }

    public ArfTree[] Learn()
    {
        var seen = _rows[_heldOut..];
        var synthetic = Permuted(seen, _random.Split("permuted"));
        for (var round = 0; ; round++)
        {
            var random = _random.Split((ulong)round);
            var forest = Grow(seen, synthetic, random.Split("trees"));
            _context.Progress?.Report(new(0.1 + 0.8 * (round + 1) / _options.Rounds, "adversarial forest"));
            var last = round + 1 == _options.Rounds;
            if (last) return Filled(forest);
            synthetic = Drawn(forest, seen, seen.Length, random.Split("rows"));
        }
    }

    // Every column of the real rows in an order of its own.
    private byte[][] Permuted(int[] rows, SplitRandom random)
    {
        var columns = new byte[_states.Length][];
        TrainingTable.InParallel(columns.Length, _context, i =>
        {
            columns[i] = Array.ConvertAll(rows, row => _states[i][row]);
            random.Split((ulong)i).Shuffle<byte>(columns[i]);
        });
        return columns;
    }

    private PartitionTree[] Grow(int[] seen, byte[][] synthetic, SplitRandom random)
    {
        var classes = new byte[2 * seen.Length];
        classes.AsSpan(seen.Length).Fill(Synthetic);
        var both = new CodedColumn[_coded.Length];
        for (var i = 0; i < both.Length; i++) both[i] = _coded[i] with { Codes = [.. Array.ConvertAll(seen, row => _states[i][row]), .. synthetic[i]] };
        var target = new TreeTarget(classes, 2) { Sizes = [1, 0] };
        int[] candidates = [.. Enumerable.Range(0, both.Length).Where(i => both[i].States > 1)];
        var perSplit = _options.ColumnsPerSplit > 0 ? _options.ColumnsPerSplit : (int)Math.Ceiling(Math.Sqrt(candidates.Length));
        var forest = new PartitionTree[_options.Trees];
        TrainingTable.InParallel(forest.Length, _context, t =>
        {
            var rows = new int[classes.Length];
            for (var row = 0; row < rows.Length; row++) rows[row] = row;
            var tree = TreeInduction.Grow(both, candidates, target, rows, new(_options.MinimumLeaf, 64, 0, perSplit), random.Split((ulong)t), _context.Cancellation);
            forest[t] = tree.Refilled(_states, (int[])seen.Clone());
        });
        return forest;
    }

    // Rows of the mixture of leaves: a tree, a leaf by its share, then each column from another of the leaf's rows.
    private byte[][] Drawn(PartitionTree[] forest, int[] seen, int count, SplitRandom random)
    {
        var orders = new int[forest.Length][];
        var leaves = new int[forest.Length][];
        TrainingTable.InParallel(forest.Length, _context, t =>
        {
            orders[t] = (int[])seen.Clone();
            var tree = forest[t].Refilled(_states, orders[t]);
            leaves[t] = new int[seen.Length];
            for (var node = 0; node < tree.Nodes; node++)
                if (tree.IsLeaf(node)) leaves[t].AsSpan(tree.Starts[node], tree.Counts[node]).Fill(node);
        });
        var columns = new byte[_states.Length][];
        for (var i = 0; i < columns.Length; i++) columns[i] = new byte[count];
        for (var row = 0; row < count; row++)
        {
            var t = random.NextBelow(forest.Length);
            var leaf = leaves[t][random.NextBelow(seen.Length)];
            int start = forest[t].Starts[leaf], size = forest[t].Counts[leaf];
            for (var i = 0; i < columns.Length; i++) columns[i][row] = _states[i][orders[t][start + random.NextBelow(size)]];
        }
        return columns;
    }

    private ArfTree[] Filled(PartitionTree[] forest)
    {
        var pulls = Pulls(forest);
        var trees = new ArfTree[forest.Length];
        TrainingTable.InParallel(trees.Length, _context, t =>
        {
            var all = (int[])_rows.Clone();
            var tree = forest[t].Refilled(_states, all);
            trees[t] = new(tree, [.. _states.Select((codes, i) => new ShrunkDistributions(tree, ShrunkDistributions.Sorted(tree, all, codes), pulls[i]))]);
        });
        return trees;
    }

    // One strength a column, chosen by all trees together.
    private double[] Pulls(PartitionTree[] forest)
    {
        var pulls = new double[_coded.Length];
        Array.Fill(pulls, _options.Smoothing);
        if (_options.Smoothing > 0 || _heldOut == 0) return pulls;
        var sums = new double[forest.Length][][];
        TrainingTable.InParallel(forest.Length, _context, t =>
        {
            var seen = _rows[_heldOut..];
            var tree = forest[t].Refilled(_states, seen);
            var leaves = new int[_heldOut];
            for (var i = 0; i < leaves.Length; i++) leaves[i] = tree.Leaf(_states, _rows[i]);
            sums[t] = new double[_coded.Length][];
            for (var column = 0; column < _coded.Length; column++)
            {
                _context.Cancellation.ThrowIfCancellationRequested();
                var codes = _states[column];
                var unseen = new (int, byte)[_heldOut];
                for (var i = 0; i < unseen.Length; i++) unseen[i] = (leaves[i], codes[_rows[i]]);
                sums[t][column] = PullChoice.LogLikelihoods(tree, ShrunkDistributions.Sorted(tree, seen, codes), _coded[column].States, unseen);
            }
        });
        for (var column = 0; column < pulls.Length; column++)
        {
            var total = new double[sums[0][column].Length];
            foreach (var tree in sums)
                for (var step = 0; step < total.Length; step++) total[step] += tree[column][step];
            pulls[column] = PullChoice.Best(total);
        }
        return pulls;
    }
}
