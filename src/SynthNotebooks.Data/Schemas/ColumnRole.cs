namespace SynthNotebooks.Data;

/// <summary>What a column means, which decides how it is modelled.</summary>
public enum ColumnRole
{
    /// <summary>Names a record; made anew in the same format, never copied.</summary>
    Identifier,

    /// <summary>One of a set of values without an order.</summary>
    Category,

    /// <summary>One of a small set of ordered numbers.</summary>
    Ordinal,

    /// <summary>A number on a scale.</summary>
    Continuous,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A point in time.</summary>
    Timestamp,

    /// <summary>Prose or other text that is no category; made anew in the same format, never copied.</summary>
    FreeText,
}
