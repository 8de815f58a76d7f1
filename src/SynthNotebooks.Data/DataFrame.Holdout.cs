namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>Splits the rows at random into a part to learn from and a part that the generator never sees; both keep the rows' order.</summary>
    /// <param name="share">Share of rows held out, above 0 and below 1; default a quarter, rounded to the nearest row.</param>
    /// <param name="seed">The same seed gives the same split.</param>
    /// <param name="stratify">Column whose values are held out in proportion; numbers of more than 20 values count by tenths of their order. Null (default) for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">No such column.</exception>
    public (DataFrame Train, DataFrame Holdout) SplitHoldout(double share = .25, ulong seed = 0, string? stratify = null)
    {
        if (share is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "The share held out must be above 0 and below 1.");
        var random = new SplitRandom(seed).Split("holdout");
        var groups = stratify is null ? new int[Rows.Count] : Strata(Columns[stratify]);
        var members = new List<int>[groups.Length == 0 ? 0 : groups.Max() + 1];
        for (var i = 0; i < members.Length; i++) members[i] = [];
        for (var row = 0; row < groups.Length; row++) members[groups[row]].Add(row);
        var taken = Allotted(members, share);
        var held = new bool[groups.Length];
        for (var group = 0; group < members.Length; group++)
        {
            var rows = members[group].ToArray();
            random.Split((ulong)group).Shuffle(rows.AsSpan());
            for (var i = 0; i < taken[group]; i++) held[rows[i]] = true;
        }
        var kept = Array.ConvertAll(held, flag => !flag);
        return (Filter(kept), Filter(held));
    }

    // Largest remainders: every stratum gives its share up to one row, and the total is right.
    private int[] Allotted(List<int>[] members, double share)
    {
        var total = (int)Math.Round(share * Rows.Count, MidpointRounding.AwayFromZero);
        var taken = new int[members.Length];
        var remainders = new List<(double Remainder, int Group)>();
        for (var group = 0; group < members.Length; group++)
        {
            var exact = share * members[group].Count;
            taken[group] = (int)exact;
            total -= taken[group];
            remainders.Add((taken[group] - exact, group)); // negative, so that the largest remainder sorts first
        }
        remainders.Sort();
        for (var i = 0; i < total && i < remainders.Count; i++) taken[remainders[i].Group]++;
        return taken;
    }

    private static int[] Strata(Column column)
    {
        var (groups, firstRows) = RowGroups.Of([column]);
        if (firstRows.Length <= 20 || column.Kind == ColumnKind.Text) return groups;
        var rows = new int[column.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        SortKeys.Sort(column, rows, descending: false);
        for (var place = 0; place < rows.Length; place++) groups[rows[place]] = (int)(place * 10L / rows.Length);
        return groups;
    }
}
