namespace SynthNotebooks.Notebooks.Leaks;

/// <summary>How real records were recognised.</summary>
public enum LeakKind
{
    /// <summary>The display says that its records are real, or may be.</summary>
    Badge,

    /// <summary>A line shows nearly all of a real row, enough to tell it from others.</summary>
    Record,

    /// <summary>An identifier or text of a real row that no other row has.</summary>
    Identifier,

    /// <summary>The form of something that identifies a person: an e-mail address, a card number.</summary>
    Pattern,
}
