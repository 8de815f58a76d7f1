using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Fidelity.Columns;
using SynthNotebooks.Evaluation.Fidelity.Pairs;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>Everything fidelity measures of one table against the real one.</summary>
internal sealed class TableComparison
{
    private readonly PairFigures[] _pairs; // in the order of EnumeratePairs
    private readonly double?[] _shapes;
    private FidelityScores? _default;

    private TableComparison(TableSet tables, int table, double?[] shapes, PairFigures[] pairs) =>
        (Tables, Table, _shapes, _pairs) = (tables, table, shapes, pairs);

    /// <summary>The real table and all that are compared with it.</summary>
    public TableSet Tables { get; }

    /// <summary>Which of them this is; 0 is the first table after the real one.</summary>
    public int Table { get; }

    public EvaluationOptions Options => Tables.Options;

    /// <summary>What several metrics need of this comparison.</summary>
    public SharedWork Own { get; } = new();

    public FidelityScores Default => _default ??= Scores(FidelityMode.Default);

    public long Rows => Tables.Columns == 0 ? 0 : Tables.Other(0, Table).Rows;

    /// <summary>Compares each table of the set with the real one; the result does not depend on the number of threads.</summary>
    public static TableComparison[] All(TableSet tables, int others, ParallelOptions parallel)
    {
        var columns = tables.Columns;
        var shapes = new double?[others][];
        var figures = new PairFigures[others][];
        var pairs = new List<(int, int)>(columns * (columns - 1) / 2);
        for (var i = 0; i < columns; i++)
            for (var j = i + 1; j < columns; j++) pairs.Add((i, j));
        for (var table = 0; table < others; table++) (shapes[table], figures[table]) = (new double?[columns], new PairFigures[pairs.Count]);
        Parallel.For(0, columns, parallel, i =>
        {
            for (var table = 0; table < others; table++) shapes[table][i] = Shape(tables.Real(i), tables.Other(i, table));
        });
        Parallel.For(0, pairs.Count, parallel, at => Compare(tables, pairs[at].Item1, pairs[at].Item2, at, figures));
        return [.. Enumerable.Range(0, others).Select(table => new TableComparison(tables, table, shapes[table], figures[table]))];
    }

    public static TableComparison Of(MetricInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        var options = new EvaluationOptions { Seed = input.Seed, Target = input.Target, Cancellation = cancellation };
        TableChecks.Require(input.Real, input.Synthetic, "synthetic");
        return All(TableSet.Read(input.Real, [input.Synthetic], options), 1, TableSet.Parallelism(options))[0];
    }

    public ColumnView Real(int column) => Tables.Real(column);

    public ColumnView Other(int column) => Tables.Other(column, Table);

    public MetricValue Apply(IComparisonMetric metric) => metric.Compute(this);

    /// <summary>What was measured of every pair, first column by first column.</summary>
    public IReadOnlyList<PairFigures> Figures => _pairs;

    public FidelityScores Scores(FidelityMode mode) => mode.CommonEdges || Table == 0
        ? ScoreAssembly.Of(Tables, Table, _shapes, _pairs, mode)
        : throw new InvalidOperationException($"Mode {mode.Name} is of the first table alone; this is table {Table}.");

    public MetricValue MeanOfColumns(Func<ColumnScore, bool> counts, string noneReason)
    {
        var chosen = Default.Columns.Where(counts).ToArray();
        return Mean(chosen.Where(column => column.Value is not null).Select(column => column.Value!.Value), chosen.Length == 0 ? noneReason : "no such column has a score");
    }

    public MetricValue MeanOfPairs(Func<PairKind, bool> counts, string noneReason)
    {
        var chosen = Default.Pairs.Where(pair => counts(pair.Kind)).ToArray();
        return Mean(chosen.Where(pair => pair.Value is not null).Select(pair => pair.Value!.Value), chosen.Length == 0 ? noneReason : "no such pair has a score");
    }

    private MetricValue Mean(IEnumerable<double> values, string reason) =>
        ScoreAssembly.Mean(values) is { } mean ? new(mean, Rows: Rows) : new(null, Rows: Rows, Undefined: reason);

    // Null when a side has no value.
    private static double? Shape(ColumnView real, ColumnView other)
    {
        if (real.Present == 0 || other.Present == 0) return null;
        return real.IsNumeric
            ? KolmogorovSmirnov.OfSorted(real.Sorted, other.Sorted)
            : TotalVariation.OfCounts(real.Counts.AsSpan(1), real.Present, other.Counts.AsSpan(1), other.Present);
    }

    private static void Compare(TableSet tables, int i, int j, int at, PairFigures[][] figures)
    {
        ColumnView first = tables.Real(i), second = tables.Real(j);
        if (first.IsNumeric && second.IsNumeric)
        {
            var correlation = PearsonCorrelation.Of(first, second);
            for (var table = 0; table < figures.Length; table++)
                figures[table][at] = new(null, null, correlation, PearsonCorrelation.Of(tables.Other(i, table), tables.Other(j, table)));
            return;
        }
        int rows = tables.Cells(i), columns = tables.Cells(j);
        var real = TwoWayTable.Of(first.Codes, rows, second.Codes, columns);
        var association = real.CramersV();
        for (var table = 0; table < figures.Length; table++)
        {
            ColumnView a = tables.Other(i, table), b = tables.Other(j, table);
            var common = TwoWayTable.Of(a.Codes, rows, b.Codes, columns);
            var similarity = common.Similarity(real);
            var own = table == 0 && (first.IsNumeric || second.IsNumeric) ? TwoWayTable.Of(a.OwnCodes, rows, b.OwnCodes, columns).Similarity(real) : similarity;
            figures[table][at] = new(similarity, own, association, common.CramersV());
        }
    }
}
