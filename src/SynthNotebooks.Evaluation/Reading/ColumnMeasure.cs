namespace SynthNotebooks.Evaluation.Reading;

/// <summary>How a column is compared.</summary>
public enum ColumnMeasure
{
    /// <summary>As numbers: Kolmogorov-Smirnov, Pearson.</summary>
    Number,

    /// <summary>As days, otherwise as <see cref="Number"/>.</summary>
    Date,

    /// <summary>As unordered values: total variation, two-way tables.</summary>
    Category,
}
