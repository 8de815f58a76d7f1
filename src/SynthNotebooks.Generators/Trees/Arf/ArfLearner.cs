using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Plays the game of <see cref="ArfGenerator"/>: a forest tells real rows from synthetic ones, whose sampler then is made of the forest's leaves.</summary>
internal sealed class ArfLearner
{
    private const int MostHeldOut = 8192;
    private const int FewestRows = 10, MostLeaves = 4000; // of the default
    private const int JudgedRows = 2048, JudgedTrees = 4;
    private readonly StateLayout _layout;
    private readonly CodedColumn[] _coded;
    private readonly byte[][] _states;
    private readonly ArfOptions _options;
    private readonly FitContext _context;
    private readonly SplitRandom _random;
    private readonly int[] _rows;
    private readonly int _heldOut; // the first of them

    public ArfLearner(StateLayout layout, CodedColumn[] coded, ArfOptions options, FitContext context)
    {
        (_layout, _coded, _options, _context) = (layout, coded, options, context);
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
        var synthetic = Permuted(_random.Split("permuted")); // as many rows as the table: the last ones are held out too
        Forest? forest = null;
        for (var round = 0; ; round++)
        {
            var random = _random.Split((ulong)round);
            var grown = Grow(seen, synthetic, random.Split("trees"));
            _context.Progress?.Report(new(0.1 + 0.8 * (round + 1) / _options.Rounds, "adversarial forest"));
            if (forest is not null && Accuracy(grown, synthetic) <= 0.5 + _options.Tolerance) return Filled(forest.Trees, _rows, Pulls(forest.Trees)); // its rows fooled the next
            forest = grown;
            if (round + 1 == _options.Rounds) return Filled(forest.Trees, _rows, Pulls(forest.Trees));
            synthetic = Drawn(forest.Trees, seen, random.Split("rows"));
        }
    }

    // Every column of the real rows in an order of its own.
    private byte[][] Permuted(SplitRandom random)
    {
        var columns = new byte[_states.Length][];
        TrainingTable.InParallel(columns.Length, _context, i =>
        {
            columns[i] = (byte[])_states[i].Clone();
            random.Split((ulong)i).Shuffle<byte>(columns[i]);
        });
        return columns;
    }

    private Forest Grow(int[] seen, byte[][] synthetic, SplitRandom random)
    {
        var classes = new byte[2 * seen.Length];
        classes.AsSpan(seen.Length).Fill(1); // synthetic
        var both = new CodedColumn[_coded.Length];
        for (var i = 0; i < both.Length; i++) both[i] = _coded[i] with { Codes = [.. Array.ConvertAll(seen, row => _states[i][row]), .. synthetic[i].AsSpan(0, seen.Length)] };
        var target = new TreeTarget(classes, 2) { Sizes = [1, 0] };
        int[] candidates = [.. Enumerable.Range(0, both.Length).Where(i => both[i].States > 1)];
        var perSplit = _options.ColumnsPerSplit > 0 ? _options.ColumnsPerSplit : (int)Math.Ceiling(Math.Sqrt(candidates.Length));
        var least = _options.MinimumLeaf > 0 ? _options.MinimumLeaf : Math.Max(FewestRows, _rows.Length / MostLeaves);
        var (trees, shares) = (new PartitionTree[_options.Trees], new float[_options.Trees][]);
        TrainingTable.InParallel(trees.Length, _context, t =>
        {
            var rows = new int[classes.Length];
            for (var row = 0; row < rows.Length; row++) rows[row] = row;
            var tree = TreeInduction.Grow(both, candidates, target, rows, new(least, 64, 0, perSplit), random.Split((ulong)t), _context.Cancellation);
            shares[t] = new float[tree.Nodes];
            for (var node = 0; node < tree.Nodes; node++)
            {
                foreach (var row in rows.AsSpan(tree.Starts[node], tree.Counts[node])) shares[t][node] += classes[row];
                shares[t][node] /= tree.Counts[node];
            }
            trees[t] = tree.Refilled(_states, (int[])seen.Clone());
        });
        return new(trees, shares);
    }

    // Share of rows held out, real and synthetic, that the forest calls by their name.
    private double Accuracy(Forest forest, byte[][] synthetic)
    {
        var right = 0;
        for (var i = 0; i < _heldOut; i++)
        {
            if (Synthetic(_states, _rows[i]) < 0.5) right++;
            if (Synthetic(synthetic, synthetic[0].Length - 1 - i) > 0.5) right++;
        }
        return _heldOut == 0 ? 1 : right / (2.0 * _heldOut);

        double Synthetic(byte[][] states, int row)
        {
            var sum = 0.0;
            for (var t = 0; t < forest.Trees.Length; t++) sum += forest.SyntheticShares[t][forest.Trees[t].Leaf(states, row)];
            return sum / forest.Trees.Length;
        }
    }

    // Rows of the mixture of leaves: a tree, a leaf by its share, then each column from another of the leaf's rows.
    private byte[][] Drawn(PartitionTree[] forest, int[] seen, SplitRandom random)
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
        for (var i = 0; i < columns.Length; i++) columns[i] = new byte[_rows.Length];
        for (var row = 0; row < _rows.Length; row++)
        {
            var t = random.NextBelow(forest.Length);
            var leaf = leaves[t][random.NextBelow(seen.Length)];
            int start = forest[t].Starts[leaf], size = forest[t].Counts[leaf];
            for (var i = 0; i < columns.Length; i++) columns[i][row] = _states[i][orders[t][start + random.NextBelow(size)]];
        }
        return columns;
    }

    private ArfTree[] Filled(PartitionTree[] forest, int[] rows, double[] pulls)
    {
        var trees = new ArfTree[forest.Length];
        TrainingTable.InParallel(trees.Length, _context, t =>
        {
            var all = (int[])rows.Clone();
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
        return Strengthened(pulls, forest);
    }

    // Each column's choice takes a row's leaf for granted, which was found by the row's own cells, and so is too weak. By how much is for the mixture of all leaves to say.
    private double[] Strengthened(double[] pulls, PartitionTree[] forest)
    {
        var cells = new ushort[Math.Min(_heldOut, JudgedRows) * _coded.Length];
        for (var at = 0; at < cells.Length; at++) cells[at] = _states[at % _coded.Length][_rows[at / _coded.Length]];
        var (best, likeliest) = (pulls, double.NegativeInfinity);
        for (var factor = 1; factor <= 16; factor *= 2)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            var stronger = Array.ConvertAll(pulls, pull => pull * factor);
            var model = new ArfModel(_layout, Filled(forest[..Math.Min(forest.Length, JudgedTrees)], _rows[_heldOut..], stronger));
            var likelihood = FixedOrderSum.Of(model.LogProbabilities(new(_layout.Bins, cells), _context.Cancellation));
            if (likelihood < likeliest) break;
            (best, likeliest) = (stronger, likelihood);
        }
        return best;
    }

    // Trees filled with real rows, and for each node the share of synthetic rows it was grown with.
    private sealed record Forest(PartitionTree[] Trees, float[][] SyntheticShares);
}
