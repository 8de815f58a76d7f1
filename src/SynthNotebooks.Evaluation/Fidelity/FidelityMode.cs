using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Fidelity;

/// <summary>One way of turning column and pair scores into Shape, Trend and Quality; versions of other tools are pinned.</summary>
/// <param name="Name">What a user types after <c>--mode</c>.</param>
/// <param name="CommonEdges">Whether both tables are cut with the real one's bin edges; otherwise each with its own.</param>
/// <param name="LeastCorrelation">Numeric pairs count when |Pearson| in the real table is above it; −1 counts all.</param>
/// <param name="LeastAssociation">Other pairs count when Cramér's V in the real table is above it; −1 counts all.</param>
/// <param name="PenalisesEmpty">
/// Whether a column that the synthetic table left empty, or made constant in a numeric pair, scores 0; otherwise the score is undefined and leaves the mean.
/// </param>
/// <remarks>
/// The pinned modes differ from the tools they are named for in one point: all rows are used where those draw 50,000 at random.
/// Sources: SDMetrics 0.24.0 (2025) and 0.27.0 (2026), QualityReport, https://github.com/sdv-dev/SDMetrics.
/// </remarks>
public sealed record FidelityMode(string Name, bool CommonEdges, double LeastCorrelation, double LeastAssociation, bool PenalisesEmpty)
{
    /// <summary>Common edges, all pairs.</summary>
    public static FidelityMode Default { get; } = new("default", CommonEdges: true, -1, -1, PenalisesEmpty: true);

    /// <summary>Separate edges, all pairs.</summary>
    public static FidelityMode SdMetrics024 { get; } = new("sdmetrics-0.24", CommonEdges: false, -1, -1, PenalisesEmpty: false);

    /// <summary>Separate edges, only pairs that depend on each other in the real table: |Pearson| &gt; 0.5 or Cramér's V &gt; 0.3.</summary>
    public static FidelityMode SdMetrics027 { get; } = new("sdmetrics-0.27", CommonEdges: false, 0.5, 0.3, PenalisesEmpty: false);

    /// <summary>All modes, the default first.</summary>
    public static IReadOnlyList<FidelityMode> All { get; } = [Default, SdMetrics024, SdMetrics027];

    /// <summary>The mode of a name.</summary>
    /// <exception cref="EvaluationException">There is none; the message lists all.</exception>
    public static FidelityMode Named(string name) =>
        All.FirstOrDefault(mode => mode.Name == name) ?? throw new EvaluationException(UnknownColumn.Message("mode", name, All.Select(mode => mode.Name)));
}
