namespace SynthNotebooks.Evaluation.Reports;

/// <summary>How the rows of two tables fall into the cells of two columns: the data of a two-way picture.</summary>
/// <param name="First">Name of the column whose cells stand across.</param>
/// <param name="Second">Name of the column whose cells stand upwards.</param>
/// <param name="Score">The pair's score in the default mode, 0 to 1; null when undefined.</param>
/// <param name="FirstLabels">Cells of the first column, at least one.</param>
/// <param name="SecondLabels">Cells of the second column, at least one.</param>
/// <param name="Real">Share of the real rows, first by the first column's cells; all cells sum to 1.</param>
/// <param name="Synthetic">Share of the synthetic rows.</param>
public sealed record PairTable(
    string First,
    string Second,
    double? Score,
    IReadOnlyList<string> FirstLabels,
    IReadOnlyList<string> SecondLabels,
    IReadOnlyList<IReadOnlyList<double>> Real,
    IReadOnlyList<IReadOnlyList<double>> Synthetic);
