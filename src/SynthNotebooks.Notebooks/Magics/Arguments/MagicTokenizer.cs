using System.Text.Json;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Cuts a magic's arguments into pieces; forms that .NET Interactive reads differently are errors.</summary>
/// <remarks>A backslash stands for itself, so that <c>"C:\a b"</c> is a path; a double quote cannot stand inside a quoted value.</remarks>
internal static class MagicTokenizer
{
    /// <param name="text">Everything after the magic's name.</param>
    /// <param name="lenient">Accepts what is still being typed: the last quote or bracket may be open.</param>
    /// <exception cref="MagicException">The line cannot be read.</exception>
    public static IReadOnlyList<MagicToken> Read(string text, bool lenient = false)
    {
        var tokens = new List<MagicToken>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) return tokens;
            var token = text[at] switch
            {
                '"' => Quoted(text, at, lenient),
                '[' or '{' => Json(text, at, lenient),
                _ => Bare(text, at, lenient),
            };
            if (!lenient && token.End < text.Length && !char.IsWhiteSpace(text[token.End]))
                throw new MagicException($"Read {text[token.Start..token.End]} with '{text[token.End]}' right behind it; put a space between values, and quotes around the whole of a value.");
            tokens.Add(token);
            at = token.End;
        }
    }

    private static MagicToken Quoted(string text, int start, bool lenient)
    {
        var end = text.IndexOf('"', start + 1);
        if (end >= 0) return new(MagicTokenKind.Quoted, text[(start + 1)..end], start, end + 1);
        if (lenient) return new(MagicTokenKind.Quoted, text[(start + 1)..], start, text.Length) { IsOpen = true };
        throw new MagicException($"The double quote before {Shown(text[(start + 1)..])} is not closed.");
    }

    private static MagicToken Json(string text, int start, bool lenient)
    {
        var depth = 0;
        var quoted = false;
        for (var i = start; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] == '\\') i++;
                else if (text[i] == '"') quoted = false;
            }
            else if (text[i] == '"') quoted = true;
            else if (text[i] is '[' or '{') depth++;
            else if (text[i] is ']' or '}' && --depth == 0) return Checked(new(MagicTokenKind.Json, text[start..(i + 1)], start, i + 1), lenient);
        }
        if (lenient) return new(MagicTokenKind.Json, text[start..], start, text.Length) { IsOpen = true };
        throw new MagicException($"The bracket of {Shown(text[start..])} is not closed.");
    }

    private static MagicToken Checked(MagicToken token, bool lenient)
    {
        if (lenient) return token;
        try
        {
            using var _ = JsonDocument.Parse(token.Text);
            return token;
        }
        catch (JsonException error)
        {
            throw new MagicException($"Read {token.Text}, which is no JSON; a list is written [\"a\", \"b\"].", error);
        }
    }

    private static MagicToken Bare(string text, int start, bool lenient)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
        var word = text[start..end];
        if (!lenient) Refuse(word, text[start..]);
        return word switch
        {
            ['-', '-', .. var name] => new(MagicTokenKind.Option, name, start, end),
            ['@', .. var name] => new(MagicTokenKind.Reference, name, start, end),
            _ => new(MagicTokenKind.Word, word, start, end),
        };
    }

    private static void Refuse(string word, string rest)
    {
        if (word.StartsWith('\''))
            throw new MagicException($"Read {Shown(rest)} in single quotes; put double quotes around a value with spaces.");
        if (word.StartsWith('#') || word.StartsWith("//", StringComparison.Ordinal))
            throw new MagicException($"Read {Shown(rest)}; a magic's line takes no comment, put it on a line of its own. (A value that begins so stands in double quotes.)");
        if (word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            throw new MagicException($"Read {word}; write {word[..equals]} {word[(equals + 1)..]} with a space instead of '='.");
        if (word.Contains('"', StringComparison.Ordinal))
            throw new MagicException($"Read {word} with a double quote inside; put the quotes around the whole value.");
        if (word is "--" or "@" or "-")
            throw new MagicException($"Read {word} alone; an option is --name, a variable's value is @name.");
        if (word[0] == '-' && word[1] != '-' && !char.IsAsciiDigit(word[1]) && word[1] != '.')
            throw new MagicException($"Read {word}; options begin with two hyphens. (A value that begins with a hyphen stands in double quotes.)");
    }

    private static string Shown(string text) => text.Length <= 40 ? text.TrimEnd() : text[..40] + "...";
}
