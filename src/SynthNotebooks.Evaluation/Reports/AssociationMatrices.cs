namespace SynthNotebooks.Evaluation.Reports;

/// <summary>How strongly columns depend on each other: Pearson's r between numbers and dates, else Cramér's V with numbers cut into ten bins.</summary>
/// <param name="Names">Columns, in the order of rows and columns of the matrices.</param>
/// <param name="Real">Of the real table; symmetric, 1 on the diagonal, null where undefined.</param>
/// <param name="Synthetic">Of the synthetic table.</param>
/// <param name="Difference">Synthetic minus real.</param>
public sealed record AssociationMatrices(
    IReadOnlyList<string> Names,
    IReadOnlyList<IReadOnlyList<double?>> Real,
    IReadOnlyList<IReadOnlyList<double?>> Synthetic,
    IReadOnlyList<IReadOnlyList<double?>> Difference);
