using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Evaluation.Privacy;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Evaluation.Reports;

namespace SynthNotebooks.Evaluation;

/// <summary>Compares a synthetic table with the real one, every score between its floor and its ceiling.</summary>
/// <remarks>
/// Time O(columns² · rows) for the pairs, split over threads; memory a few copies of the tables. Deterministic for the same tables, options and
/// seed, whatever the number of threads.
/// </remarks>
public static class Evaluator
{
    private static readonly string[] First = ["shape", "trend", "quality"];

    /// <param name="real">The table that the generator was fitted on; decides which columns there are and how they are read.</param>
    /// <param name="synthetic">The table that is scored; has all columns of the real one, in any order.</param>
    /// <param name="holdout">Real rows the generator never saw; without them the ceiling is a bootstrap of the real table.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="EvaluationException">A table has no rows or lacks a column, all columns are left out, or an option names what is not there.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public static EvaluationReport Evaluate(DataFrame real, DataFrame synthetic, DataFrame? holdout = null, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(synthetic);
        options ??= new();
        Validate(real, synthetic, holdout, options);
        options.Progress?.Report(new(0, "making floor and ceiling"));
        var ceiling = holdout ?? BootstrapCeiling.Of(real, options.Seed);
        var rows = checked((int)ceiling.Rows.Count);
        var independent = IndependentColumns.Of(real, rows, options);
        var even = EvenColumns.Of(real, rows, options);
        options.Progress?.Report(new(0.2, "reading the tables"));
        var tables = TableSet.Read(real, [synthetic, ceiling, independent, even], options);
        if (tables.Columns == 0)
            throw new EvaluationException($"No column takes part: {string.Join("; ", tables.LeftOut.Take(5).Select(reading => $"'{reading.Name}' is left out ({reading.LeftOut})"))}.");
        options.Progress?.Report(new(0.4, "comparing columns and pairs"));
        var compared = TableComparison.All(tables, 4, TableSet.Parallelism(options));
        options.Progress?.Report(new(0.8, "scoring"));
        var frames = new Frames(real, synthetic, ceiling, independent, even, holdout);
        ModelStudy? study = null;
        if (options.Depth == EvaluationDepth.Full)
        {
            options.Progress?.Report(new(0.5, "training models"));
            StudyPlan.Run(study = new(tables, 4, holdout is not null, options));
            options.Progress?.Report(new(0.9, "scoring"));
        }
        var metrics = Metrics(frames, compared, study, options);
        FidelityScores[] modes = [compared[0].Default, .. options.Modes.Distinct().Where(name => name != FidelityMode.Default.Name).Select(name => compared[0].Scores(FidelityMode.Named(name)))];
        var distributions = new ColumnDistribution[tables.Columns];
        Parallel.For(0, distributions.Length, TableSet.Parallelism(options), i => distributions[i] = Distributions.Of(tables, i, modes[0].Columns[i]));
        options.Progress?.Report(new(1, "done"));
        return new()
        {
            Label = options.Label,
            Target = options.Target,
            Seed = options.Seed,
            RealRows = real.Rows.Count,
            SyntheticRows = synthetic.Rows.Count,
            HoldoutRows = holdout?.Rows.Count,
            Summary = Finding.Of(modes[0], metrics.First(metric => metric.Name == "quality"), holdout is not null),
            Modes = modes,
            Metrics = metrics,
            Utility = Utility(metrics, options),
            Privacy = Privacy(metrics),
            Columns = distributions,
            Associations = Associations.Of(modes[0]),
            LeftOut =
            [
                .. tables.LeftOut.Select(reading => KeyValuePair.Create(reading.Name, reading.LeftOut!)),
                .. synthetic.Columns.Where(column => !real.Columns.Contains(column.Name)).Select(column => KeyValuePair.Create(column.Name, "only in the synthetic table")),
            ],
        };
    }

    /// <summary>Scores a synthetic table in the default mode alone, without floor and ceiling: what a search for a model asks often.</summary>
    /// <param name="real">Decides which columns there are and how they are read.</param>
    /// <param name="synthetic">The table that is scored; has all columns of the real one.</param>
    /// <param name="options">Null for the defaults; modes are not used.</param>
    /// <exception cref="EvaluationException">A table has no rows or lacks a column.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    public static FidelityScores Fidelity(DataFrame real, DataFrame synthetic, EvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(synthetic);
        options ??= new();
        Validate(real, synthetic, null, options);
        return TableComparison.All(TableSet.Read(real, [synthetic], options), 1, TableSet.Parallelism(options))[0].Default;
    }

    private static void Validate(DataFrame real, DataFrame synthetic, DataFrame? holdout, EvaluationOptions options)
    {
        TableChecks.Require(real, synthetic, "synthetic");
        if (holdout is not null) TableChecks.Require(real, holdout, "holdout");
        if (options.Threads < 1) throw new EvaluationException($"Threads is {options.Threads}; at least 1 is needed.");
        foreach (var mode in options.Modes) _ = FidelityMode.Named(mode);
        string[] named = [.. options.Drop, .. options.Numeric, .. options.Categorical, .. options.Target is null ? Array.Empty<string>() : [options.Target], .. options.Protected is null ? Array.Empty<string>() : [options.Protected]];
        foreach (var name in named)
            if (!real.Columns.Contains(name)) throw new EvaluationException(UnknownColumn.Message(name, real.Columns.Select(column => column.Name)));
    }

    private static CalibratedMetric[] Metrics(Frames frames, TableComparison[] compared, ModelStudy? study, EvaluationOptions options)
    {
        var entries = MetricCatalog.Metrics.Entries.Where(entry => study is not null || !entry.Attribute.Learned)
            .OrderBy(entry => Array.IndexOf(First, entry.Id) is >= 0 and var at ? at : First.Length)
            .ThenBy(entry => entry.Id, StringComparer.Ordinal).ToArray();
        var metrics = new CalibratedMetric[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            metrics[i] = Calibrate(entries[i], frames, compared, study, options);
        }
        return metrics;
    }

    private static ReportSection Utility(CalibratedMetric[] metrics, EvaluationOptions options)
    {
        if (options.Depth != EvaluationDepth.Full) return new([], "not computed: no models were asked for");
        CalibratedMetric[] useful = [.. metrics.Where(metric => MetricCatalog.Metrics[metric.Name].Attribute.Utility)];
        return new(useful, Array.Exists(useful, metric => metric.Value is not null) ? null : $"not computed: {useful[0].Undefined}");
    }

    private static ReportSection Privacy(CalibratedMetric[] metrics)
    {
        CalibratedMetric[] risks = [.. metrics.Where(metric => MetricCatalog.Metrics[metric.Name].Attribute.Privacy)];
        return new(risks, Array.Exists(risks, metric => metric.Value is not null) ? null : $"not computed: {risks[0].Undefined}");
    }

    private static CalibratedMetric Calibrate(CatalogEntry<MetricAttribute> entry, Frames frames, TableComparison[] compared, ModelStudy? study, EvaluationOptions options)
    {
        var metric = MetricCatalog.Create(entry.Id);
        var floor = entry.Attribute.Privacy ? 4 : entry.Attribute.MarginalsOnly ? 3 : 2;
        return CalibratedMetric.Of(entry.Attribute, Score(0), Score(floor).Value, Score(1).Value);

        // 0 synthetic, 1 ceiling, 2 independent columns, 3 even columns, 4 repeated real rows
        MetricValue Score(int table) => metric switch
        {
            IComparisonMetric comparison => comparison.Compute(compared[table]),
            StudyMetric trained => trained.Compute(study!, (StudyTable)table),
            IReadingMetric reading => reading.Compute(frames.Input(table, options), options),
            _ => metric.Compute(frames.Input(table, options), options.Cancellation),
        };
    }

    private sealed record Frames(DataFrame Real, DataFrame Synthetic, DataFrame Ceiling, DataFrame Independent, DataFrame Even, DataFrame? Holdout)
    {
        private readonly Lazy<TableSchema> _schema = new(() => new TableSchema([.. Real.Columns.Select(column => new ColumnSchema(column.Name, column.Kind, Role(column)))]));

        public MetricInput Input(int table, EvaluationOptions options) =>
            new(Real, table switch { 0 => Synthetic, 1 => Ceiling, 2 => Independent, 3 => Even, _ => BootstrapCeiling.Of(Real, options.Seed) }, _schema.Value) { Holdout = Holdout, Target = options.Target, Protected = options.Protected, Seed = options.Seed };

        private static ColumnRole Role(Column column) => column.Kind switch
        {
            ColumnKind.Integer or ColumnKind.Real => ColumnRole.Continuous,
            ColumnKind.Date => ColumnRole.Date,
            ColumnKind.Timestamp => ColumnRole.Timestamp,
            _ => ColumnRole.Category,
        };
    }
}
