namespace SynthNotebooks.Data;

/// <summary>How a column's cells are stored.</summary>
public enum ColumnKind
{
    /// <summary>64-bit integers.</summary>
    Integer,

    /// <summary>64-bit floating point; a missing cell is NaN, infinities are values.</summary>
    Real,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>Text as 32-bit codes into a dictionary of distinct strings; categories and free text alike.</summary>
    Text,

    /// <summary>Calendar days.</summary>
    Date,

    /// <summary>Points in time to 100 ns, without a zone.</summary>
    Timestamp,
}
