using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Local;

/// <summary>A column of randomised reports and what they tell of the whole.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Mechanism">What made the reports.</param>
/// <param name="Claim">Of each record's report, between any two values; no claim for a seeded run.</param>
/// <param name="Reports">
/// One column of reported categories (randomised response), one boolean column a category named <c>COLUMN=CATEGORY</c> (OUE), or one text column of filter bits (RAPPOR).
/// </param>
/// <param name="Estimates">By category, in the order of the categories.</param>
/// <param name="Categories">k.</param>
/// <param name="CategoriesObserved">Whether the list of categories was taken from the data, which no claim covers.</param>
/// <param name="Table">The table with the reports in the column's place.</param>
public sealed record RandomisedColumn(
    string Column, LocalMechanism Mechanism, PrivacyClaim Claim, IReadOnlyList<Column> Reports, IReadOnlyList<FrequencyEstimate> Estimates, int Categories, bool CategoriesObserved, DataFrame Table);
