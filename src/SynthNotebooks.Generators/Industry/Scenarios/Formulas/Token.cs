namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>A piece of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As it stands; of a string without its quotes.</param>
/// <param name="Number">Of a number, with its unit; of a moment in seconds since 1970-01-01.</param>
/// <param name="At">Position of its first character in the formula, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Text, double Number, int At);

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind
{
    End,
    Number,
    Date,
    Time,
    String,
    Name,
    Symbol,
}
