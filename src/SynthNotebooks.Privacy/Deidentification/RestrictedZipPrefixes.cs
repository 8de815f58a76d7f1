namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>Three-digit zip areas where at most 20,000 people live; Safe Harbor asks that they become 000.</summary>
/// <remarks>
/// The 17 prefixes by the census of 2000, as listed by the US Department of Health and Human Services, Guidance Regarding Methods for De-identification of Protected Health
/// Information, 26 November 2012, section "Geographic subdivisions". A later census may give another list; it can be passed instead.
/// </remarks>
public static class RestrictedZipPrefixes
{
    /// <summary>The prefixes.</summary>
    public static IReadOnlySet<string> Census2000 { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "036", "059", "063", "102", "203", "556", "692", "790", "821", "823", "830", "831", "878", "879", "884", "890", "893",
    };
}
