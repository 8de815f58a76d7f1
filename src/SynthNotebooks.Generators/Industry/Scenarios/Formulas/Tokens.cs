using System.Globalization;
using System.Text;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Cuts a formula into tokens.</summary>
internal static class Tokens
{
    private const int MostCharacters = 20_000;
    private static readonly string[] Symbols = ["==", "!=", "<>", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "^", "(", ")", ",", "=", "<", ">", "?", ":", "[", "]", "!"];

    /// <exception cref="FormulaException">A character that begins nothing, or a string without an end.</exception>
    public static List<Token> Of(string text)
    {
        if (text.Length > MostCharacters) throw new FormulaException(0, $"The formula has {text.Length} characters; at most {MostCharacters} are read.");
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length) break;
            var c = text[at];
            if (char.IsAsciiDigit(c) || c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) tokens.Add(Number(text, ref at));
            else if (c is '\'' or '"') tokens.Add(String(text, ref at));
            else if (char.IsLetter(c) || c == '_') tokens.Add(Name(text, ref at));
            else tokens.Add(Symbol(text, ref at));
        }
        tokens.Add(new(TokenKind.End, "", 0, text.Length));
        return tokens;
    }

    private static Token Number(string text, ref int at)
    {
        var start = at;
        if (Moment(text, ref at) is { } moment) return moment;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or '_')) at++;
        if (at + 1 < text.Length && text[at] is 'e' or 'E' && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '+' or '-' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])))
        {
            at += 2;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }
        var digits = text[start..at];
        if (!double.TryParse(digits.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw new FormulaException(start, $"'{digits}' is no number.");
        if (at < text.Length && text[at] == '%' && (at + 1 == text.Length || text[at + 1] is ' ' or ')' or ',' && !Follows(text, at + 1)))
        {
            at++;
            return new(TokenKind.Number, text[start..at], value / 100, start);
        }
        var unit = at;
        while (unit < text.Length && text[unit] == ' ') unit++;
        var end = unit;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
        if (end > unit && (end >= text.Length || text[end] is not ('(' or '.')) && Units.Seconds.TryGetValue(text[unit..end], out var seconds))
        {
            at = end;
            return new(TokenKind.Number, text[start..at], value * seconds, start);
        }
        return new(TokenKind.Number, digits, value, start);
    }

    // '5 % 3' is a remainder, '5%' a share
    private static bool Follows(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '(');
    }

    private static Token? Moment(string text, ref int at)
    {
        if (at + 10 > text.Length || text[at + 4] != '-' || text[at + 7] != '-') return null;
        var end = at + 10;
        if (!DateTime.TryParseExact(text[at..end], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return null;
        var kind = TokenKind.Date;
        foreach (var (length, pattern) in ((int, string)[])[(19, "yyyy-MM-dd HH:mm:ss"), (16, "yyyy-MM-dd HH:mm")])
        {
            if (at + length > text.Length || !DateTime.TryParseExact(text.Substring(at, length).Replace('T', ' '), pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)) continue;
            (moment, kind, end) = (exact, TokenKind.Time, at + length);
            break;
        }
        var token = new Token(kind, text[at..end], (moment - DateTime.UnixEpoch).TotalSeconds, at);
        at = end;
        return token;
    }

    private static Token String(string text, ref int at)
    {
        var start = at;
        var quote = text[at++];
        var value = new StringBuilder();
        while (true)
        {
            if (at >= text.Length) throw new FormulaException(start, $"The text that begins with {quote} has no end.");
            if (text[at] == quote)
            {
                at++;
                if (at >= text.Length || text[at] != quote) break; // a doubled quote stands for one
            }
            value.Append(text[at++]);
        }
        return new(TokenKind.String, value.ToString(), 0, start);
    }

    private static Token Name(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_' || text[at] == '.' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '_'))) at++;
        return new(TokenKind.Name, text[start..at], 0, start);
    }

    private static Token Symbol(string text, ref int at)
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) != 0) continue;
            var token = new Token(TokenKind.Symbol, symbol, 0, at);
            at += symbol.Length;
            return token;
        }
        throw new FormulaException(at, $"'{text[at]}' has no meaning in a formula.");
    }
}
