using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Turns features into the columns of a linear model: standardised numbers, an indicator of missing, one indicator a category. Immutable.</summary>
/// <remarks>
/// Numbers are centred and divided by their standard deviation, missing ones are the median, and values beyond 20 deviations are held there. A column with
/// missing numbers gets an indicator. Missing is one more category. The most frequent <see cref="MostLevels"/> categories have an indicator each, all
/// others and unseen ones share one. Everything is decided by the training table.
/// </remarks>
public sealed class LinearEncoding
{
    /// <summary>Most categories of a column that have an indicator of their own.</summary>
    public const int MostLevels = 200;

    private const double Furthest = 20;
    private readonly FeatureTable _training;
    private readonly ColumnCode[] _codes;

    private LinearEncoding(FeatureTable training, ColumnCode[] codes, string[] names) => (_training, _codes, Names) = (training, codes, names);

    /// <summary>Name of each column of the linear model, e.g. <c>age</c> or <c>group = 3</c> with the category's code.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of columns of the linear model, the constant not counted.</summary>
    public int Width => Names.Count;

    /// <summary>Column of the features that each column of the linear model comes from.</summary>
    public IEnumerable<int> Sources => _codes.SelectMany((code, column) => Enumerable.Repeat(column, code.Width));

    /// <summary>Decides from the training table.</summary>
    public static LinearEncoding Of(FeatureTable training)
    {
        ArgumentNullException.ThrowIfNull(training);
        var codes = new ColumnCode[training.Columns.Count];
        var names = new List<string>();
        for (var i = 0; i < codes.Length; i++)
        {
            var column = training.Columns[i];
            codes[i] = column.IsCategory ? OfCategories(column, names.Count) : OfNumbers(column, names.Count);
            if (!column.IsCategory) names.AddRange(codes[i].HasMissing ? [column.Name, $"{column.Name} is missing"] : [column.Name]);
            else
            {
                foreach (var code in codes[i].Levels) names.Add(code < 0 ? $"{column.Name} is missing" : $"{column.Name} = {code}");
                names.Add($"{column.Name} is another");
            }
        }
        return new(training.Take([]), codes, [.. names]);
    }

    /// <summary>Columns that a model without a penalty can do without: the most frequent category of each column, and "another".</summary>
    internal bool[] LeftOut()
    {
        var left = new bool[Width];
        foreach (var code in _codes)
        {
            if (code.RankOfCode.Length == 0) continue;
            left[code.First] = true;
            left[code.First + code.Levels.Length] = true;
        }
        return left;
    }

    internal LinearDesign Encode(FeatureTable table)
    {
        _training.RequireSameColumns(table);
        var entries = _codes.Sum(code => code.HasMissing ? 2 : 1);
        var design = new LinearDesign(table.Rows, entries, Width);
        var at = 0;
        for (var i = 0; i < _codes.Length; i++)
        {
            var (code, column) = (_codes[i], table.Columns[i]);
            for (int row = 0, cell = at; row < table.Rows; row++, cell += entries)
            {
                if (column.IsCategory)
                {
                    var level = column.Codes[row] + 1;
                    (design.Indices[cell], design.Values[cell]) = (code.First + (level < code.RankOfCode.Length ? code.RankOfCode[level] : code.Levels.Length), 1);
                    continue;
                }
                var number = column.Numbers[row];
                var missing = double.IsNaN(number);
                (design.Indices[cell], design.Values[cell]) = (code.First, Math.Clamp(((missing ? code.Median : number) - code.Mean) / code.Deviation, -Furthest, Furthest));
                if (code.HasMissing) (design.Indices[cell + 1], design.Values[cell + 1]) = (code.First + 1, missing ? 1 : 0);
            }
            at += code.HasMissing ? 2 : 1;
        }
        return design;
    }

    private static ColumnCode OfNumbers(FeatureColumn column, int first)
    {
        var present = Array.FindAll(column.Numbers, number => !double.IsNaN(number));
        if (present.Length == 0) return new(first, 0, 0, 1, column.Rows > 0, [], []);
        Array.Sort(present);
        var median = (present[(present.Length - 1) / 2] + present[present.Length / 2]) / 2;
        var mean = FixedOrderSum.Of(present) / present.Length;
        var scatter = new FixedOrderSum();
        foreach (var number in present) scatter.Add((number - mean) * (number - mean));
        var deviation = Math.Sqrt(scatter.Value / present.Length);
        return new(first, median, mean, deviation > 0 ? deviation : 1, present.Length < column.Rows, [], []);
    }

    private static ColumnCode OfCategories(FeatureColumn column, int first)
    {
        var counts = new int[column.Levels + 1]; // missing at 0
        foreach (var code in column.Codes) counts[code + 1]++;
        int[] order = [.. Enumerable.Range(0, counts.Length).Where(at => counts[at] > 0).OrderByDescending(at => counts[at]).Take(MostLevels)];
        var ranks = new int[counts.Length];
        Array.Fill(ranks, order.Length);
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        return new(first, 0, 0, 1, false, Array.ConvertAll(order, at => at - 1), ranks);
    }

    // Levels: code of each rank. RankOfCode: by code + 1; the number of levels for "another".
    private sealed record ColumnCode(int First, double Median, double Mean, double Deviation, bool HasMissing, int[] Levels, int[] RankOfCode)
    {
        public int Width => RankOfCode.Length > 0 ? Levels.Length + 1 : HasMissing ? 2 : 1;
    }
}
