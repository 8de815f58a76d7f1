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
public static partial class Evaluator
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
        var ceiling = holdout ?? (options.Purpose == EvaluationPurpose.Drift
            ? BootstrapCeiling.WithoutDrift(real, checked((int)synthetic.Rows.Count), options.Seed)
            : BootstrapCeiling.Of(real, options.Seed));
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
        if (options.Depth == EvaluationDepth.Full && options.Groups.Any(group => group is MetricGroup.Detection or MetricGroup.Utility or MetricGroup.Fairness))
        {
            options.Progress?.Report(new(0.5, "training models"));
            StudyPlan.Run(study = new(tables, 4, holdout is not null, options));
            options.Progress?.Report(new(0.9, "scoring"));
        }
        var metrics = Metrics(frames, tables, compared, study, options);
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
            Purpose = options.Purpose,
            Summary = Finding.Of(modes[0], metrics.First(metric => metric.Name == "quality"), holdout is not null, options.Purpose),
            Modes = modes,
            Metrics = metrics,
            Utility = Utility(metrics, options),
            Privacy = Privacy(metrics),
            Columns = distributions,
            Associations = Associations.Of(modes[0]),
            Plane = options.Groups.Contains(MetricGroup.Joint) ? PrincipalPlane.Of(tables) : null,
            PairTables = PairTables.Of(tables, modes[0]),
            Importances = study is null ? [] : Importances(study),
            Neighbours = options.Groups.Contains(MetricGroup.Joint) ? NeighbourDistances.Of(tables) : null,
            LeftOut =
            [
                .. tables.LeftOut.Select(reading => KeyValuePair.Create(reading.Name, reading.LeftOut!)),
                .. synthetic.Columns.Where(column => !real.Columns.Contains(column.Name)).Select(column => KeyValuePair.Create(column.Name, options.Purpose == EvaluationPurpose.Drift ? "only in the later table" : "only in the synthetic table")),
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
        TableChecks.Require(real, synthetic, options.Purpose == EvaluationPurpose.Drift ? "later" : "synthetic");
        if (holdout is not null) TableChecks.Require(real, holdout, "holdout");
        foreach (var key in options.ForeignKeys) key.Require(real, synthetic, holdout);
        if (options.Threads < 1) throw new EvaluationException($"Threads is {options.Threads}; at least 1 is needed.");
        foreach (var mode in options.Modes) _ = FidelityMode.Named(mode);
        string[] named = [.. options.Drop, .. options.Numeric, .. options.Categorical, .. new[] { options.Target, options.Protected, options.TimeColumn }.OfType<string>()];
        foreach (var name in named)
            if (!real.Columns.Contains(name)) throw new EvaluationException(UnknownColumn.Message(name, real.Columns.Select(column => column.Name)));
    }

    private static CalibratedMetric[] Metrics(Frames frames, TableSet tables, TableComparison[] compared, ModelStudy? study, EvaluationOptions options)
    {
        CatalogEntry<MetricAttribute>[] entries =
        [
            .. MetricCatalog.Metrics.Entries
                .Where(entry => entry.Attribute.Group == MetricGroup.Fidelity || options.Groups.Contains(entry.Attribute.Group))
                .Where(entry => study is not null || !entry.Attribute.Learned)
                .OrderBy(entry => Array.IndexOf(First, entry.Id) is >= 0 and var at ? at : First.Length)
                .ThenBy(entry => entry.Attribute.Group).ThenBy(entry => entry.Id, StringComparer.Ordinal),
        ];
        // Each score of synthetic table, ceiling and floor is a piece of work of its own; what they share is computed by the first that asks.
        var values = new MetricValue[entries.Length, 3];
        var widths = (IReadOnlyDictionary<string, double>?)null;
        try
        {
            Parallel.For(-1, 3 * entries.Length, TableSet.Parallelism(options), at =>
            {
                if (at < 0) widths = BootstrapIntervals.HalfWidths(tables, entries);
                else values[at / 3, at % 3] = Score(entries[at / 3], at % 3, frames, compared, study, options);
            });
        }
        catch (AggregateException failures) when (failures.InnerException is EvaluationException first)
        {
            throw new EvaluationException(first.Message, first);
        }
        return [.. entries.Select((entry, i) => CalibratedMetric.Of(entry.Attribute, Bounded(entry, values[i, 0], widths!), values[i, 2].Value, values[i, 1].Value))];
    }

    private static ReportSection Utility(CalibratedMetric[] metrics, EvaluationOptions options)
    {
        if (options.Depth != EvaluationDepth.Full) return new([], "not computed: no models were asked for");
        CalibratedMetric[] useful = [.. metrics.Where(metric => metric.Group is MetricGroup.Utility or MetricGroup.Fairness)];
        if (useful.Length == 0) return new([], "not computed: not asked for");
        return new(useful, Array.Exists(useful, metric => metric.Value is not null) ? null : $"not computed: {useful[0].Undefined}");
    }

    private static MetricValue Bounded(CatalogEntry<MetricAttribute> entry, MetricValue value, IReadOnlyDictionary<string, double> widths) =>
        value.Value is { } number && value.Low is null && widths.TryGetValue(entry.Id, out var half)
            ? value with { Low = Math.Max(entry.Attribute.Min, number - half), High = Math.Min(entry.Attribute.Max, number + half) }
            : value;

    // What the boosted models of the real and the synthetic table rely on; empty when one of them could not be trained.
    private static FeatureImportance[] Importances(ModelStudy study)
    {
        if (study.NoUtility is not null) return [];
        var (real, synthetic) = (study.Model(StudyTable.Real, LearnerKind.Boosting).Importances, study.Model(StudyTable.Synthetic, LearnerKind.Boosting).Importances);
        if (real.Count == 0 || synthetic.Count == 0) return [];
        return [.. study.Test.Features.Columns.Select((column, i) => new FeatureImportance(column.Name, real[i], synthetic[i])).OrderByDescending(one => one.Real)];
    }

    private static ReportSection Privacy(CalibratedMetric[] metrics)
    {
        CalibratedMetric[] risks = [.. metrics.Where(metric => metric.Group == MetricGroup.Privacy)];
        if (risks.Length == 0) return new([], "not computed: not asked for");
        return new(risks, Array.Exists(risks, metric => metric.Value is not null) ? null : $"not computed: {risks[0].Undefined}");
    }

    // What is 0 for the synthetic table, 1 for the ceiling and 2 for the floor.
    private static MetricValue Score(CatalogEntry<MetricAttribute> entry, int what, Frames frames, TableComparison[] compared, ModelStudy? study, EvaluationOptions options)
    {
        // 0 synthetic, 1 ceiling, 2 independent columns, 3 even columns, 4 repeated real rows
        var table = what < 2 ? what : entry.Attribute.Group == MetricGroup.Privacy ? 4 : entry.Attribute.MarginalsOnly ? 3 : 2;
        return MetricCatalog.Create(entry.Id) switch
        {
            IComparisonMetric comparison => comparison.Compute(compared[table]),
            StudyMetric trained => trained.Compute(study!, (StudyTable)table),
            IReadingMetric reading => reading.Compute(frames.Input(table, options), options),
            var metric => metric.Compute(frames.Input(table, options), options.Cancellation),
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
