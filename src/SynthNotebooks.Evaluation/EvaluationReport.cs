using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Evaluation.Reports;

namespace SynthNotebooks.Evaluation;

/// <summary>What an evaluation found; made from real records and not itself private.</summary>
public sealed record EvaluationReport
{
    /// <summary>What the synthetic table is called; null when it was not told.</summary>
    public string? Label { get; init; }

    /// <summary>The column that models predict; null when there is none.</summary>
    public string? Target { get; init; }

    /// <summary>Seed of the floor and of a bootstrapped ceiling.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Rows of the real table.</summary>
    public required long RealRows { get; init; }

    /// <summary>Rows of the synthetic table.</summary>
    public required long SyntheticRows { get; init; }

    /// <summary>Rows of the holdout; null when the ceiling is a bootstrap.</summary>
    public required long? HoldoutRows { get; init; }

    /// <summary>The finding in one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Fidelity by mode, the default first.</summary>
    public required IReadOnlyList<FidelityScores> Modes { get; init; }

    /// <summary>Every metric between its floor and its ceiling, Shape, Trend and Quality first.</summary>
    public required IReadOnlyList<CalibratedMetric> Metrics { get; init; }

    /// <summary>One distribution a column, in the real table's order.</summary>
    public required IReadOnlyList<ColumnDistribution> Columns { get; init; }

    /// <summary>How columns depend on each other in both tables.</summary>
    public required AssociationMatrices Associations { get; init; }

    /// <summary>Columns that took no part and why, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> LeftOut { get; init; }

    /// <summary>How models trained on the synthetic table do.</summary>
    public ReportSection Utility { get; init; } = new([], "not computed: no models were asked for");

    /// <summary>Scores of the risk to the records that the generator learnt, also among <see cref="Metrics"/>; the floor is a table that repeats them.</summary>
    public ReportSection Privacy { get; init; } = new([], "not computed: attacks are run on their own");

    /// <summary>Scores of the default mode.</summary>
    public FidelityScores Fidelity => Modes[0];

    /// <summary>Columns with a score, the worst first.</summary>
    public IReadOnlyList<ColumnScore> WorstColumns => [.. Fidelity.Columns.Where(column => column.Value is not null).OrderBy(column => column.Value)];

    /// <summary>Pairs with a score, the worst first.</summary>
    public IReadOnlyList<PairScore> WorstPairs => [.. Fidelity.Pairs.Where(pair => pair.Value is not null).OrderBy(pair => pair.Value)];

    /// <summary>The metric of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public CalibratedMetric Metric(string name) => Metrics.FirstOrDefault(metric => metric.Name == name)
        ?? throw new ArgumentException(Data.UnknownColumn.Message("metric", name, Metrics.Select(metric => metric.Name)), nameof(name));

    /// <summary>The report as indented JSON; the same report gives the same bytes.</summary>
    public string ToJson() => ReportJson.Write(this);
}
