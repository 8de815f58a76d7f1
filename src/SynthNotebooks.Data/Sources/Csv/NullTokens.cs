using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Which cells of a file stand for a missing value.</summary>
internal sealed class NullTokens
{
    private static readonly byte[][] Usual =
    [
        .. new[] { "NA", "N/A", "n/a", "na", "#N/A", "<NA>", "NaN", "nan", "-nan", "NAN", "NULL", "null", "Null", "None", "none", "NONE", "nil", "NaT", "?", "-", ".", "\\N", "missing" }
            .Select(Encoding.UTF8.GetBytes),
    ];

    private readonly byte[][] _tokens;

    private NullTokens(byte[][] tokens, bool inText) => (_tokens, InText) = (tokens, inText);

    /// <summary>Whether text columns heed the tokens too.</summary>
    public bool InText { get; }

    public static NullTokens Of(IReadOnlyList<string>? told) =>
        told is null ? new(Usual, inText: false) : new([.. told.Where(token => token.Length > 0).Select(Encoding.UTF8.GetBytes)], inText: true);

    /// <summary>Position of the token that a cell spells; −1 for none.</summary>
    public int Find(ReadOnlySpan<byte> cell)
    {
        if (_tokens.Length == 0) return -1;
        var trimmed = NumberCell.TrimBlanks(cell);
        for (var i = 0; i < _tokens.Length; i++)
            if (trimmed.SequenceEqual(_tokens[i])) return i;
        return -1;
    }

    public string this[int token] => Encoding.UTF8.GetString(_tokens[token]);
}
