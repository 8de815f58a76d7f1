namespace SynthNotebooks.Data;

/// <summary>The text is no condition; the message shows the place with a caret.</summary>
public sealed class ConditionParseException : FormatException
{
    /// <param name="text">The whole text.</param>
    /// <param name="position">Where it goes wrong, 0-based.</param>
    /// <param name="reason">What is wrong and what is accepted.</param>
    public ConditionParseException(string text, int position, string reason)
        : base($"{reason}\n  {OneLine(text)}\n  {new string(' ', position)}^") => (Position, Reason) = (position, reason);

    /// <summary>Where it goes wrong, 0-based.</summary>
    public int Position { get; }

    /// <summary>What is wrong and what is accepted, without the drawing.</summary>
    public string Reason { get; }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
