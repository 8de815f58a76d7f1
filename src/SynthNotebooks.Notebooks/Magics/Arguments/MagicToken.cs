namespace SynthNotebooks.Notebooks.Magics;

/// <summary>A piece of a magic's line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">An option's name, a value's text without quotes, a variable's name without <c>@</c>.</param>
/// <param name="Start">UTF-16 start within the arguments.</param>
/// <param name="End">UTF-16 end.</param>
internal readonly record struct MagicToken(MagicTokenKind Kind, string Text, int Start, int End)
{
    /// <summary>Whether a quote or bracket was still open at the end of the line.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>What a piece of a line is.</summary>
internal enum MagicTokenKind
{
    /// <summary><c>--name</c></summary>
    Option,

    /// <summary>A value without quotes.</summary>
    Word,

    /// <summary><c>"a value"</c></summary>
    Quoted,

    /// <summary><c>["a", "b"]</c> or <c>{"a": 1}</c></summary>
    Json,

    /// <summary><c>@name</c></summary>
    Reference,
}
