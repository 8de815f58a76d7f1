using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A quasi-identifier as codes, with its labels at every level of its hierarchy.</summary>
internal sealed class QuasiColumn
{
    private readonly double[] _entropy;

    /// <param name="column">All rows: those to release, then those of the population.</param>
    /// <param name="released">How many rows are to be released.</param>
    /// <param name="hierarchy">Of this column.</param>
    public QuasiColumn(Column column, int released, GeneralisationHierarchy hierarchy)
    {
        (Name, Levels) = (column.Name, hierarchy.Levels);
        (Codes, Values) = Encode(column);
        Maps = new int[Levels][];
        _entropy = new double[Levels];
        _entropy.AsSpan().Fill(double.NaN);
        Labels = new string?[Levels][];
        Counts = new int[Levels][];
        for (var level = 0; level < Levels; level++)
        {
            (Maps[level], Labels[level]) = level == 0 ? Identity() : Number(hierarchy.Labels(Values, level), level == Levels - 1);
            Counts[level] = new int[Labels[level].Length];
            for (var row = 0; row < released; row++) Counts[level][Maps[level][Codes[row]]]++;
            if (level > 1) CheckNesting(level);
        }
    }

    public string Name { get; }

    public int Levels { get; }

    /// <summary>The distinct values in ascending order, missing last.</summary>
    public Column Values { get; }

    /// <summary>Index into <see cref="Values"/> by row.</summary>
    public int[] Codes { get; }

    /// <summary>Code at a level by code at level 0.</summary>
    public int[][] Maps { get; }

    /// <summary>Label by level and code; null for missing.</summary>
    public string?[][] Labels { get; }

    /// <summary>Rows to release by level and code.</summary>
    public int[][] Counts { get; }

    /// <summary>Place by code at level 0 in an order that keeps values with a common label together; cuts are made along it.</summary>
    public int[] Places => field ??= Arrange();

    /// <summary>The column as released at a level, for the given rows.</summary>
    public Column Release(Column original, int level, ReadOnlySpan<int> rows)
    {
        if (level == 0) return original.Take(rows);
        var map = Maps[level];
        var labels = Labels[level];
        var missing = Array.IndexOf(labels, null);
        var codes = new int[rows.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = map[Codes[rows[i]]] is var code && code == missing ? -1 : code;
        return new TextColumn(Name, codes, [.. labels.Select(label => label ?? "")]);
    }

    /// <summary>Bits that name the original values of all rows to release, given their labels at a level.</summary>
    public double Entropy(int level)
    {
        if (!double.IsNaN(_entropy[level])) return _entropy[level];
        var sum = new FixedOrderSum();
        for (var value = 0; value < Values.Length; value++)
            if (Counts[0][value] > 0) sum.Add(Counts[0][value] * PortableMath.Log((double)Counts[level][Maps[level][value]] / Counts[0][value]));
        return _entropy[level] = sum.Value / PortableMath.Log(2);
    }

    private static (int[] Codes, Column Values) Encode(Column column)
    {
        if (column.Length == 0) return ([], column);
        var (groups, firstRows) = RowGroups.Of([column]);
        var values = column.Take(firstRows);
        var places = new long[firstRows.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        var sorted = new DataFrame(values.WithName("value"), new Int64Column("place", places)).OrderBy("value");
        var order = ((Int64Column)sorted["place"]).Values;
        var rank = new int[places.Length];
        for (var i = 0; i < rank.Length; i++) rank[(int)order[i]] = i;
        for (var row = 0; row < groups.Length; row++) groups[row] = rank[groups[row]];
        return (groups, sorted["value"].WithName(column.Name));
    }

    private int[] Arrange()
    {
        var order = new int[Values.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        if (Values.Kind == ColumnKind.Text)
        {
            Array.Sort(order, (a, b) =>
            {
                for (var level = Levels - 1; level > 0; level--)
                    if (Maps[level][a] != Maps[level][b]) return Maps[level][a].CompareTo(Maps[level][b]);
                return a.CompareTo(b);
            });
        }
        var places = new int[order.Length];
        for (var i = 0; i < places.Length; i++) places[order[i]] = i;
        return places;
    }

    private (int[] Map, string?[] Labels) Identity()
    {
        var map = new int[Values.Length];
        var labels = new string?[map.Length];
        for (var i = 0; i < map.Length; i++) (map[i], labels[i]) = (i, Values.GetText(i));
        return (map, labels);
    }

    private (int[] Map, string?[] Labels) Number(string[] labels, bool last)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var map = new int[labels.Length];
        for (var i = 0; i < map.Length; i++)
        {
            if (Values.IsNull(i)) map[i] = -1;
            else if (!known.TryGetValue(labels[i], out map[i])) known.Add(labels[i], map[i] = known.Count);
        }
        string?[] names = [.. known.Keys];
        var missing = Array.IndexOf(map, -1);
        if (missing < 0) return (map, names);
        if (last && names.Length <= 1)
        {
            map[missing] = 0;
            return (map, names.Length == 1 ? names : [GeneralisationHierarchy.Everything]);
        }
        map[missing] = names.Length;
        return (map, [.. names, null]);
    }

    private void CheckNesting(int level)
    {
        var parents = new int[Labels[level - 1].Length];
        parents.AsSpan().Fill(-1);
        for (var value = 0; value < Values.Length; value++)
        {
            ref var first = ref parents[Maps[level - 1][value]];
            if (first < 0) first = value;
            else if (Maps[level][first] != Maps[level][value])
                throw new AnonymityException(Nesting.Message(
                    $"Column '{Name}'", Values.GetText(first), Values.GetText(value), Labels[level - 1][Maps[level - 1][value]] ?? "", level - 1,
                    Labels[level][Maps[level][first]] ?? "", Labels[level][Maps[level][value]] ?? ""));
        }
    }
}
