namespace SynthNotebooks.Generators.Private;

/// <summary>States of each column that are too rare to stand clear of the noise, merged into one. Decided by noisy counts alone.</summary>
/// <param name="Map">For each column the merged state of each state.</param>
/// <param name="Domain">Number of merged states of each column.</param>
/// <param name="Shares">For each state its share of the merged state that it belongs to.</param>
internal sealed record RareStates(ushort[][] Map, int[] Domain, double[][] Shares)
{
    private const double Deviations = 3;

    /// <summary>Merges what lies below three standard deviations.</summary>
    /// <param name="domain">Number of states of each column.</param>
    /// <param name="singles">Noisy histogram of each column.</param>
    /// <param name="deviation">Of the noise.</param>
    /// <param name="keep">Columns whose states all stay, because a constraint tells them apart.</param>
    public static RareStates Of(int[] domain, IReadOnlyList<NoisyMarginal> singles, double deviation, bool[] keep)
    {
        var (map, sizes) = (new ushort[domain.Length][], new int[domain.Length]);
        for (var column = 0; column < domain.Length; column++)
        {
            map[column] = new ushort[domain[column]];
            var (values, kept) = (singles[column].Values, 0);
            var threshold = keep[column] ? double.NegativeInfinity : Deviations * deviation;
            for (var state = 0; state < values.Length; state++) map[column][state] = values[state] >= threshold ? (ushort)kept++ : ushort.MaxValue;
            sizes[column] = kept < values.Length ? kept + 1 : kept;
            for (var state = 0; state < values.Length; state++)
                if (map[column][state] == ushort.MaxValue) map[column][state] = (ushort)kept;
        }
        return new(map, sizes, SharesOf(map, sizes, singles));
    }

    // A merged state's share goes to its members as their noisy counts say, none of them left without.
    private static double[][] SharesOf(ushort[][] map, int[] sizes, IReadOnlyList<NoisyMarginal> singles) => [.. map.Select((states, column) =>
    {
        var sums = new double[sizes[column]];
        double[] weights = [.. singles[column].Values.Select(value => Math.Max(value, 0.5))];
        for (var state = 0; state < states.Length; state++) sums[states[state]] += weights[state];
        return weights.Select((weight, state) => weight / sums[states[state]]).ToArray();
    })];

    /// <summary>The table in merged states.</summary>
    public DiscreteTable Merge(DiscreteTable table) => new([.. table.States.Select((states, column) =>
    {
        var merged = new ushort[states.Length];
        for (var row = 0; row < merged.Length; row++) merged[row] = Map[column][states[row]];
        return merged;
    })], Domain);

    /// <summary>A column's histogram in merged states: counts and variances add up.</summary>
    public NoisyMarginal Merge(NoisyMarginal single)
    {
        var column = single.Columns.Members[0];
        var (values, variances) = (new double[Domain[column]], new double[Domain[column]]);
        for (var state = 0; state < single.Values.Length; state++)
        {
            values[Map[column][state]] += single.Values[state];
            variances[Map[column][state]] += 1 / single.Precisions[state];
        }
        return new(single.Columns, values, [.. variances.Select(variance => 1 / variance)]);
    }

    /// <summary>The distribution of the original states: a merged state's share is spread over its members.</summary>
    public TreeDistribution Undo(TreeDistribution merged)
    {
        int[] full = [.. Map.Select(states => states.Length)];
        var tree = JunctionTree.OfCliques(full, [.. merged.Tree.Nodes.Select(node => node.Shape.Columns)]);
        var tables = new double[tree.Nodes.Length][];
        var beliefs = merged.Beliefs;
        for (var i = 0; i < tables.Length; i++)
        {
            var node = tree.Nodes[i];
            var from = Array.FindIndex(merged.Tree.Nodes, other => other.Shape.Columns.Equals(node.Shape.Columns));
            tables[i] = Spread(node.Shape, merged.Tree.Nodes[from].Shape, beliefs[from]);
            for (var state = 0; state < node.Separator.Cells; state++)
            {
                var run = tables[i].AsSpan(state * node.Run, node.Run);
                var sum = RunKernels.Sum(run);
                if (sum > 0) RunKernels.Scale(1 / sum, run);
            }
        }
        return new(tree, tables, [], merged.Total);
    }

    private double[] Spread(TableShape full, TableShape merged, double[] belief)
    {
        var cells = new double[full.Cells];
        var strides = full.StridesIn(merged);
        var digits = new int[full.Axes.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var (at, share) = (0, 1.0);
            for (var axis = 0; axis < digits.Length; axis++)
            {
                var column = full.Axes[axis];
                at += strides[axis] * Map[column][digits[axis]];
                share *= Shares[column][digits[axis]];
            }
            cells[cell] = belief[at] * share;
            for (var axis = digits.Length - 1; axis >= 0 && ++digits[axis] == full.Sizes[axis]; axis--) digits[axis] = 0;
        }
        return cells;
    }
}
