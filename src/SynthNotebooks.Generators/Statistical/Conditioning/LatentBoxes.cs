using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Conditions on columns as disjoint boxes of the latent variables behind them.</summary>
/// <param name="Marginals">One a column.</param>
/// <param name="ValueLatents">For each column the first latent variable of its value, −1 for none.</param>
/// <param name="MissingLatents">For each column the latent variable of its missing cells, −1 for none.</param>
/// <param name="Trees">For each column the decisions that pick its category; null when one variable says all.</param>
internal sealed record LatentBoxes(Marginal[] Marginals, int[] ValueLatents, int[] MissingLatents, CategoryTree?[] Trees)
{
    /// <summary>The boxes; null when there would be more than a limit.</summary>
    public List<LatentBox>? Of(IReadOnlyList<ColumnSet?[]> conditions, int most)
    {
        var all = new List<LatentBox>();
        foreach (var condition in conditions)
        {
            var boxes = new List<LatentBox> { LatentBox.Free };
            for (var i = 0; i < condition.Length; i++)
            {
                if (condition[i] is not { } set) continue;
                boxes = [.. from box in boxes from part in Of(i, set) let both = box.Intersect(part) where both is not null select both];
                if (boxes.Count > most) return null;
            }
            all.AddRange(boxes);
            if (all.Count > most) return null;
        }
        return all;
    }

    /// <summary>Where the latent variables of a column lie when its cell lies in a set.</summary>
    public List<LatentBox> Of(int column, ColumnSet set)
    {
        var boxes = new List<LatentBox>();
        var rate = Marginals[column].MissingRate;
        if (set.Missing && rate > 0) boxes.Add(Missing(column));
        if (rate >= 1) return boxes;
        foreach (var box in Values(column, set.Values))
            if (Present(column).Intersect(box) is { } both) boxes.Add(both);
        return boxes;
    }

    /// <summary>Where a column's latent variables lie when its cell is missing.</summary>
    public LatentBox Missing(int column) => MissingLatents[column] < 0 ? LatentBox.Free : LatentBox.Of(MissingLatents[column], new(0, Marginals[column].MissingRate));

    /// <summary>Where a column's latent variables lie when its cell is not missing.</summary>
    public LatentBox Present(int column) => MissingLatents[column] < 0 ? LatentBox.Free : LatentBox.Of(MissingLatents[column], new(Marginals[column].MissingRate, 1));

    /// <summary>Where a column's latent variables lie when its category is a known one of its tree.</summary>
    public static LatentBox Category(CategoryTree tree, int first, int category) => Under(tree, first, 0, code => code == category)[0];

    private List<LatentBox> Values(int column, RankSet values)
    {
        if (values.Parts.Count == 0) return [];
        var first = ValueLatents[column];
        if (first < 0) return [LatentBox.Free]; // one value
        if (Trees[column] is not { } tree) return [.. values.Parts.Select(part => LatentBox.Of(first, part))];
        var scale = RankScale.Of(Marginals[column]);
        return Under(tree, first, 0, category => values.Width(scale.Atom(category)) > 0);
    }

    // Neighbours that are kept as a whole are one box.
    private static List<LatentBox> Under(CategoryTree tree, int first, int node, Func<int, bool> keeps)
    {
        var boxes = new List<LatentBox>();
        var start = -1; // of the run of children kept as a whole
        var children = tree.Nodes[node].Children;
        for (var child = 0; child <= children.Length; child++)
        {
            List<LatentBox> below = child == children.Length ? []
                : children[child] < 0 ? Under(tree, first, ~children[child], keeps)
                : keeps(children[child]) ? [LatentBox.Free]
                : [];
            if (below is [{ Latents.Length: 0 }])
            {
                if (start < 0) start = child;
                continue;
            }
            if (start >= 0) boxes.Add(LatentBox.Of(first + node, tree.Interval(node, start, child - 1)));
            start = -1;
            foreach (var box in below) boxes.Add(LatentBox.Of(first + node, tree.Interval(node, child, child)).Intersect(box)!);
        }
        return boxes;
    }
}
