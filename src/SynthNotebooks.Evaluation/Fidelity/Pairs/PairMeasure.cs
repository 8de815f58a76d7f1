using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Fidelity.Pairs;

/// <summary>A measure of how two columns of one table depend on each other.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Counts">The kinds of pairs that have it.</param>
/// <param name="Worst">The largest difference two tables can have in it, given to a pair that is constant or empty in the compared table alone.</param>
/// <param name="Of">The measure of two columns with their numbers of codes; null when undefined.</param>
/// <param name="None">Why a table has no such pair.</param>
internal sealed record PairMeasure(string Name, Func<PairKind, bool> Counts, double Worst, Func<ColumnView, int, ColumnView, int, double?> Of, string None)
{
    private const string NoNumbers = "no two columns are numbers or dates";

    /// <summary>Whether comparing the pairs has measured it already.</summary>
    public bool InFigures { get; private init; }

    public static PairMeasure Pearson { get; } = new("pearson", kind => kind == PairKind.Numeric, 2, (a, _, b, _) => PearsonCorrelation.Of(a, b), NoNumbers) { InFigures = true };

    public static PairMeasure Spearman { get; } = new("spearman", kind => kind == PairKind.Numeric, 2, (a, _, b, _) => RankCorrelation.Of(a.Ranks, b.Ranks), NoNumbers);

    /// <summary>Categories against categories; missing is one more category.</summary>
    public static PairMeasure CramersV { get; } = new(
        "cramers-v", kind => kind == PairKind.Categories, 1, (a, cellsA, b, cellsB) => TwoWayTable.Of(a.Codes, cellsA, b.Codes, cellsB).CramersV(), "no two columns are categories")
    {
        InFigures = true,
    };

    public static PairMeasure CorrelationRatio { get; } = new(
        "correlation-ratio", kind => kind == PairKind.Mixed, 1,
        (a, cellsA, b, cellsB) => a.IsNumeric ? Pairs.CorrelationRatio.Of(b, cellsB, a) : Pairs.CorrelationRatio.Of(a, cellsA, b),
        "no pair is a category and a number or date");

    /// <summary>All pairs, numbers cut into the ten bins of the real range.</summary>
    public static PairMeasure MutualInformation { get; } = new(
        "mutual-information", _ => true, 1, (a, cellsA, b, cellsB) => TwoWayTable.Of(a.Codes, cellsA, b.Codes, cellsB).NormalisedInformation(), "a pair needs two columns");
}
