using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Grows a <see cref="CategoryTree"/>: splits where the profiles of categories against all other columns differ most.</summary>
/// <remarks>
/// A profile holds a category's shares of the other columns' classes in the chi-squared metric of correspondence analysis; a node's categories are
/// ordered by their first axis and cut where the profiles left and right are farthest apart.
/// </remarks>
internal sealed class CategoryTreeBuilder
{
    private const int AxisSteps = 30, FewestRecords = 50;
    private readonly double[][] _profiles;
    private readonly double[] _counts;

    /// <param name="profiles">One a category, [categories][classes].</param>
    /// <param name="counts">Number of records of each category, above 0.</param>
    public CategoryTreeBuilder(double[][] profiles, double[] counts) => (_profiles, _counts) = (profiles, counts);

    /// <param name="order">All categories, in the order of the root while it is not split.</param>
    /// <param name="mostNodes">Largest number of decisions.</param>
    public CategoryTree Build(int[] order, int mostNodes)
    {
        var open = new List<Draft> { Drafted(order) };
        var root = open[0];
        var count = 1;
        while (open.Count > 0)
        {
            var best = open.MaxBy(draft => draft.Gain)!; // the first of equals
            open.Remove(best);
            int[] left = best.Order[..best.Cut], right = best.Order[best.Cut..];
            var added = (left.Length > 1 ? 1 : 0) + (right.Length > 1 ? 1 : 0);
            if (best.Gain <= 0 || best.Order.Length < 3 || count + added > mostNodes) continue;
            (best.Left, best.Right) = (Drafted(Ordered(left)), Drafted(Ordered(right)));
            count += added;
            if (left.Length > 2) open.Add(best.Left);
            if (right.Length > 2) open.Add(best.Right);
        }
        var nodes = new List<CategoryNode>();
        Number(root, nodes);
        return new CategoryTree(nodes, _counts.Length);
    }

    private sealed class Draft(int[] order, int cut, double gain)
    {
        public int[] Order => order;

        public int Cut => cut;

        public double Gain => gain;

        public Draft? Left { get; set; }

        public Draft? Right { get; set; }
    }

    private int Number(Draft draft, List<CategoryNode> nodes)
    {
        if (draft.Order.Length == 1) return draft.Order[0];
        var number = nodes.Count;
        nodes.Add(new([], [])); // holds the place, children come after
        nodes[number] = draft.Left is null
            ? new(draft.Order, [.. draft.Order.Select(category => _counts[category])])
            : new([Number(draft.Left, nodes), Number(draft.Right!, nodes)], [draft.Left.Order.Sum(category => _counts[category]), draft.Right!.Order.Sum(category => _counts[category])]);
        return ~number;
    }

    // The cut of the order with the largest distance between the mean profiles of its sides, in units of records.
    private Draft Drafted(int[] order)
    {
        var (cut, gain) = (0, 0.0);
        if (order.Length < 2 || Weight(order) < FewestRecords) return new(order, cut, gain);
        for (var i = 1; i < order.Length; i++)
        {
            double left = Weight(order[..i]), right = Weight(order[i..]);
            double[] a = Mean(order[..i]), b = Mean(order[i..]);
            var distance = 0.0;
            for (var k = 0; k < a.Length; k++) distance += (a[k] - b[k]) * (a[k] - b[k]);
            distance *= left * right / (left + right);
            if (distance > gain) (cut, gain) = (i, distance);
        }
        return new(order, cut, gain);
    }

    // Order along the first axis of the profiles, by power iteration from the given order.
    private int[] Ordered(int[] categories)
    {
        if (categories.Length < 3) return categories;
        var mean = Mean(categories);
        var scores = categories.Select((_, i) => (double)i - (categories.Length - 1) / 2.0).ToArray();
        for (var step = 0; step < AxisSteps; step++)
        {
            var axis = new double[mean.Length];
            for (var i = 0; i < scores.Length; i++)
                for (var k = 0; k < axis.Length; k++) axis[k] += scores[i] * _counts[categories[i]] * (_profiles[categories[i]][k] - mean[k]);
            var length = 0.0;
            foreach (var part in axis) length += part * part;
            if (!(length > 0)) return categories;
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = 0;
                for (var k = 0; k < axis.Length; k++) scores[i] += axis[k] / Math.Sqrt(length) * (_profiles[categories[i]][k] - mean[k]);
            }
        }
        var ordered = (int[])categories.Clone();
        Array.Sort(scores, ordered);
        return ordered;
    }

    private double Weight(int[] categories)
    {
        var sum = 0.0;
        foreach (var category in categories) sum += _counts[category];
        return sum;
    }

    private double[] Mean(int[] categories)
    {
        var mean = new double[_profiles[0].Length];
        var weight = Weight(categories);
        foreach (var category in categories)
            for (var k = 0; k < mean.Length; k++) mean[k] += _counts[category] / weight * _profiles[category][k];
        return mean;
    }
}
