namespace SynthNotebooks.Privacy.Local;

/// <summary>How a column is randomised, record by record.</summary>
/// <param name="Epsilon">Of each record's report, above 0, at most 50.</param>
public sealed record ColumnRandomiserOptions(double Epsilon)
{
    /// <summary>The categories that a report can be about, known beforehand to everybody; null only for booleans or with <see cref="ObservedCategories"/>.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Takes the values that occur as categories; that each of them occurs is then not protected, and the result says so.</summary>
    public bool ObservedCategories { get; init; }

    /// <summary>Default auto.</summary>
    public LocalMechanism Mechanism { get; init; }
}
