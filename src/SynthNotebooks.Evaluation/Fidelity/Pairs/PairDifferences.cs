using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>How far a measure of dependence differs between the real and the compared table, pair by pair.</summary>
/// <param name="Values">|real − other| of the pairs where the real table has the measure, in the order of the columns.</param>
/// <param name="Undefined">Why there is none; null when there are some.</param>
internal sealed record PairDifferences(double[] Values, string? Undefined)
{
    public static PairDifferences Of(TableComparison comparison, PairMeasure measure) =>
        comparison.Own.Once((typeof(PairDifferences), measure.Name), () => Measure(comparison, measure));

    /// <summary>A score made of the differences; undefined with the reason when there are none.</summary>
    public static MetricValue Score(TableComparison comparison, PairMeasure measure, Func<double[], double> score)
    {
        var differences = Of(comparison, measure);
        return differences.Undefined is { } reason ? new(null, Rows: comparison.Rows, Undefined: reason) : new(score(differences.Values), Rows: comparison.Rows);
    }

    public static double Mean(double[] differences)
    {
        var sum = 0.0;
        foreach (var difference in differences) sum += difference;
        return sum / differences.Length;
    }

    /// <summary>√(Σ difference²) over the whole symmetric matrix: every pair stands in it twice.</summary>
    public static double Frobenius(double[] differences)
    {
        var sum = 0.0;
        foreach (var difference in differences) sum += difference * difference;
        return Math.Sqrt(2 * sum);
    }

    private static PairDifferences Measure(TableComparison comparison, PairMeasure measure)
    {
        var tables = comparison.Tables;
        var (real, other) = measure.InFigures
            ? (Figures(comparison, measure, figures => figures.Real), Figures(comparison, measure, figures => figures.Other))
            : (tables.Shared.Once((typeof(PairDifferences), measure.Name), () => Measured(tables, measure, tables.Real)), Measured(tables, measure, comparison.Other));
        var differences = new List<double>(real.Length);
        for (var at = 0; at < real.Length; at++)
            if (real[at] is { } there) differences.Add(other[at] is { } here ? Math.Abs(there - here) : measure.Worst);
        var reason = differences.Count > 0 ? null : real.Length == 0 ? measure.None : "every such pair of the real table has a constant or empty column";
        return new([.. differences], reason);
    }

    private static double?[] Figures(TableComparison comparison, PairMeasure measure, Func<PairFigures, double?> which)
    {
        var values = new List<double?>();
        var at = 0;
        for (var i = 0; i < comparison.Tables.Columns; i++)
            for (var j = i + 1; j < comparison.Tables.Columns; j++, at++)
                if (Counts(comparison.Tables, measure, i, j)) values.Add(which(comparison.Figures[at]));
        return [.. values];
    }

    private static double?[] Measured(TableSet tables, PairMeasure measure, Func<int, ColumnView> view)
    {
        var pairs = new List<(int, int)>();
        for (var i = 0; i < tables.Columns; i++)
            for (var j = i + 1; j < tables.Columns; j++)
                if (Counts(tables, measure, i, j)) pairs.Add((i, j));
        var values = new double?[pairs.Count];
        Parallel.For(0, values.Length, TableSet.Parallelism(tables.Options), at =>
        {
            var (i, j) = pairs[at];
            values[at] = measure.Of(view(i), tables.Cells(i), view(j), tables.Cells(j));
        });
        return values;
    }

    private static bool Counts(TableSet tables, PairMeasure measure, int i, int j) => measure.Counts(Kind(tables.Real(i), tables.Real(j)));

    private static PairKind Kind(ColumnView first, ColumnView second) =>
        first.IsNumeric && second.IsNumeric ? PairKind.Numeric : first.IsNumeric || second.IsNumeric ? PairKind.Mixed : PairKind.Categories;
}
