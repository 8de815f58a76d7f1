using System.Globalization;

namespace SynthNotebooks.Data;

internal enum ConditionTokenKind
{
    End,
    Name,
    QuotedName,
    Text,
    Number,
    Symbol,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">Its content, undone of quotes.</param>
/// <param name="Position">Where it begins.</param>
internal readonly record struct ConditionToken(ConditionTokenKind Kind, string Text, int Position)
{
    public bool Is(string keyword) => Kind == ConditionTokenKind.Name && Text.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == ConditionTokenKind.Symbol && Text == symbol;

    /// <summary>A number written with its sign, as in <c>a -1</c>.</summary>
    public bool IsSigned => Kind == ConditionTokenKind.Number && Text[0] is ('+' or '-');

    public string Described => Kind == ConditionTokenKind.End ? "the end" : $"'{Text}'";
}

/// <summary>Cuts the text of a condition into tokens.</summary>
internal static class ConditionTokens
{
    private static readonly string[] Symbols = ["->", "<=", ">=", "!=", "<>", "==", "&&", "||", "=", "<", ">", "(", ")", ",", "!", "+", "-", "*", "/"];

    /// <exception cref="ConditionParseException">A quote is not closed, or a character has no meaning.</exception>
    public static List<ConditionToken> Of(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            var token = Next(text, ref i);
            tokens.Add(token);
        }
        tokens.Add(new(ConditionTokenKind.End, "", text.Length));
        return tokens;
    }

    private static ConditionToken Next(string text, ref int i)
    {
        var start = i;
        var c = text[i];
        if (c == '\'') return new(ConditionTokenKind.Text, Quoted(text, ref i), start);
        if (c is '"' or '`') return new(ConditionTokenKind.QuotedName, Quoted(text, ref i), start);
        if (StartsNumber(text, i))
        {
            i++;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '.' || text[i] is '+' or '-' && text[i - 1] is 'e' or 'E')) i++;
            var digits = text[start..i];
            if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                throw new ConditionParseException(text, start, $"'{digits}' is no number; numbers look like 65, -1.5 or 1e6, names that begin with a digit stand in backticks or double quotes.");
            return new(ConditionTokenKind.Number, digits, start);
        }
        if (char.IsLetter(c) || c == '_')
        {
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '_' or '.')) i++;
            return new(ConditionTokenKind.Name, text[start..i], start);
        }
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, i, symbol, 0, symbol.Length) != 0) continue;
            i += symbol.Length;
            return new(ConditionTokenKind.Symbol, symbol, start);
        }
        throw new ConditionParseException(text, i, $"'{c}' has no meaning here; names with such characters stand in backticks or double quotes, texts in single quotes.");
    }

    private static bool StartsNumber(string text, int i)
    {
        var at = text[i] is '-' or '+' ? i + 1 : i;
        if (at < text.Length && text[at] == '.') at++;
        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    private static string Quoted(string text, ref int i)
    {
        var (quote, start) = (text[i], i);
        var content = new System.Text.StringBuilder();
        for (i++; i < text.Length; i++)
        {
            if (text[i] != quote)
            {
                content.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == quote)
            {
                content.Append(quote);
                i++;
            }
            else
            {
                i++;
                return content.ToString();
            }
        }
        throw new ConditionParseException(text, start, $"The quote {quote} that opens here is not closed; a quote inside is written twice.");
    }
}
