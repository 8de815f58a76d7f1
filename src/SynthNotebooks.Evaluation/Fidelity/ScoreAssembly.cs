using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>Turns what was measured into the scores of one mode.</summary>
internal static class ScoreAssembly
{
    public static FidelityScores Of(TableSet tables, int table, IReadOnlyList<double?> shapes, IReadOnlyList<PairFigures> figures, FidelityMode mode)
    {
        var columns = new ColumnScore[tables.Columns];
        for (var i = 0; i < columns.Length; i++) columns[i] = Column(tables, table, i, shapes[i], mode);
        var pairs = new PairScore[figures.Count];
        for (int i = 0, at = 0; i < columns.Length; i++)
            for (var j = i + 1; j < columns.Length; j++, at++) pairs[at] = Pair(columns[i], columns[j], figures[at], mode);
        var shape = Mean(columns.Where(column => column.Value is not null).Select(column => column.Value!.Value));
        var trend = Mean(pairs.Where(pair => pair.Counts && pair.Value is not null).Select(pair => pair.Value!.Value));
        return new(mode, shape, trend, Mean(new[] { shape, trend }.OfType<double>()), columns, pairs, Remarks(columns, pairs, shape, trend));
    }

    public static double? Mean(IEnumerable<double> values)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var value in values) (sum, count) = (sum + value, count + 1);
        return count == 0 ? null : sum / count;
    }

    private static ColumnScore Column(TableSet tables, int table, int i, double? shape, FidelityMode mode)
    {
        var reading = tables.Readings[i];
        if (shape is not null) return new(reading.Name, reading.Measure, shape);
        if (tables.Real(i).Present == 0) return new(reading.Name, reading.Measure, null, "the real column has no value");
        var reason = tables.Real(i).IsNumeric ? "the synthetic column has no value that can be read as the real one's" : "the synthetic column has no value";
        return new(reading.Name, reading.Measure, mode.PenalisesEmpty ? 0 : null, reason);
    }

    private static PairScore Pair(ColumnScore first, ColumnScore second, PairFigures figures, FidelityMode mode)
    {
        var numeric = first.IsNumeric && second.IsNumeric;
        var kind = numeric ? PairKind.Numeric : first.IsNumeric || second.IsNumeric ? PairKind.Mixed : PairKind.Categories;
        var (value, reason) = numeric ? Numeric(figures, mode) : (mode.CommonEdges ? figures.CommonEdges : figures.OwnEdges, null);
        var threshold = numeric ? mode.LeastCorrelation : mode.LeastAssociation;
        var strong = threshold < 0 || figures.Real is { } real && Math.Abs(real) > threshold;
        if (!strong) reason ??= $"the real columns depend too little on each other to count in mode {mode.Name}";
        return new(first.Name, second.Name, kind, value, figures.Real, figures.Other, strong && value is not null, reason);
    }

    private static (double? Value, string? Reason) Numeric(PairFigures figures, FidelityMode mode)
    {
        if (figures.Real is null) return (null, "a real column is constant where both have values");
        if (figures.Other is null) return (mode.PenalisesEmpty ? 0 : null, "a synthetic column is constant where both have values");
        return (CorrelationSimilarity.Of(figures.Real, figures.Other), null);
    }

    private static string[] Remarks(ColumnScore[] columns, PairScore[] pairs, double? shape, double? trend)
    {
        var remarks = new List<string>();
        foreach (var column in columns)
            if (column.Reason is not null) remarks.Add($"Column '{column.Name}' {(column.Value is null ? "has no score and leaves the mean" : "scores 0")}: {column.Reason}.");
        foreach (var group in pairs.Where(pair => pair.Reason is not null).GroupBy(pair => (pair.Reason, pair.Value is null, pair.Counts)))
        {
            var fate = group.Key.Counts ? "score 0" : "leave the mean";
            var example = group.First();
            remarks.Add($"{group.Count()} of {pairs.Length} pairs {fate}, e.g. '{example.First}' and '{example.Second}': {group.Key.Reason}.");
        }
        if (shape is null) remarks.Add("Shape is undefined: no column has a score.");
        if (trend is null) remarks.Add(pairs.Length == 0 ? "Trend is undefined: a pair needs two columns." : "Trend is undefined: no pair counts.");
        return [.. remarks];
    }
}
