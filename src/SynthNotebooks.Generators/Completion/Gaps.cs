using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Completion;

/// <summary>Rows of which some cells are to be drawn.</summary>
/// <param name="Rows">The model's columns, in its order and of its kinds.</param>
/// <param name="Redrawn">For each column whether all its cells are drawn, missing or not.</param>
/// <param name="Filled">Whether the missing cells of the other columns are drawn, as present ones.</param>
internal sealed record Gaps(DataFrame Rows, bool[] Redrawn, bool Filled)
{
    /// <summary>What is known of a cell.</summary>
    public Knowledge this[int column, int row] => Redrawn[column] ? Knowledge.Nothing
        : !Rows.Columns[column].IsNull(row) ? Knowledge.Value
        : Filled ? Knowledge.Present
        : Knowledge.Missing;

    /// <summary>Whether any cell of a column is drawn.</summary>
    public bool In(int column) => Redrawn[column] || Filled && Rows.Columns[column].NullCount > 0;
}

/// <summary>What is known of a cell of a row that is completed.</summary>
internal enum Knowledge
{
    /// <summary>Its value.</summary>
    Value,

    /// <summary>That it is missing.</summary>
    Missing,

    /// <summary>That it is not missing: its value is drawn.</summary>
    Present,

    /// <summary>Nothing: it is drawn.</summary>
    Nothing,
}
