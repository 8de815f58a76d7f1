using System.Text;
using System.Text.Json;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>The options of a magic's line: <c>value --name value --flag</c>, double quotes around values with blanks.</summary>
/// <remarks>What .NET Interactive would read differently (<c>--name=x</c>, single quotes, an option twice) is an error, never another meaning.</remarks>
public sealed class DirectiveArguments
{
    private readonly Dictionary<string, string?> _options = new(StringComparer.Ordinal);

    private DirectiveArguments()
    {
    }

    /// <summary>Values without a name, in order.</summary>
    public IReadOnlyList<string> Positional { get; private set; } = [];

    /// <summary>Options by name (with the dashes); null for one that stands without a value.</summary>
    public IReadOnlyDictionary<string, string?> Options => _options;

    /// <summary>Reads a line.</summary>
    /// <exception cref="DirectiveException">The line is not of that form.</exception>
    public static DirectiveArguments Parse(string line)
    {
        var result = new DirectiveArguments();
        var positional = new List<string>();
        var words = Words(line);
        for (var i = 0; i < words.Count; i++)
        {
            var (word, quoted) = words[i];
            if (quoted || !word.StartsWith("--", StringComparison.Ordinal))
            {
                positional.Add(word);
                continue;
            }
            if (word.Contains('=')) throw new DirectiveException($"Write {word.Replace('=', ' ')} (a blank between option and value) instead of {word}.");
            var hasValue = i + 1 < words.Count && (words[i + 1].Quoted || !words[i + 1].Text.StartsWith("--", StringComparison.Ordinal));
            if (!result._options.TryAdd(word, hasValue ? words[++i].Text : null)) throw new DirectiveException($"{word} is given twice.");
        }
        result.Positional = positional;
        return result;
    }

    /// <summary>The value of an option that must be there.</summary>
    /// <exception cref="DirectiveException">It is missing or has no value.</exception>
    public string Required(string magic, string option)
    {
        if (!_options.TryGetValue(option, out var value)) throw new DirectiveException($"{magic} needs {option} with a value.");
        return value ?? throw new DirectiveException($"{magic}: {option} needs a value behind it.");
    }

    /// <summary>Refuses every option but the named ones, and values without a name.</summary>
    /// <exception cref="DirectiveException">Something else is there.</exception>
    public void Accept(string magic, params IReadOnlyList<string> options)
    {
        foreach (var given in _options.Keys)
            if (!options.Contains(given))
                throw new DirectiveException($"{magic} does not know {given}; it takes {string.Join(", ", options)}.");
        if (Positional.Count > 0) throw new DirectiveException($"{magic} does not know what '{Positional[0]}' is for; it takes {string.Join(", ", options)}, each before its value; values with blanks stand in double quotes.");
    }

    private static List<(string Text, bool Quoted)> Words(string line)
    {
        var words = new List<(string, bool)>();
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }
            if (line[i] == '\'') throw new DirectiveException("Values are quoted with double quotes, not with single ones.");
            if (line.AsSpan(i).StartsWith("//")) throw new DirectiveException("A comment cannot follow a magic on its line; a value that begins with // stands in double quotes.");
            if (line[i] is '[' or '{')
            {
                var length = JsonLength(line, i);
                words.Add((line.Substring(i, length), true));
                i += length;
                continue;
            }
            if (line[i] != '"')
            {
                var start = i;
                while (i < line.Length && !char.IsWhiteSpace(line[i]))
                {
                    if (line[i] == '"' && line[start] == '@') i = Math.Max(i, line.IndexOf('"', i + 1)); // @input:"your name"
                    i++;
                }
                words.Add((line[start..i], false));
                continue;
            }
            var end = line.IndexOf('"', i + 1);
            if (end < 0) throw new DirectiveException("A double quote is not closed.");
            words.Add((line[(i + 1)..end], true));
            i = end + 1;
            if (i < line.Length && !char.IsWhiteSpace(line[i])) throw new DirectiveException($"A blank must follow the value \"{words[^1].Item1}\"; a value that holds double quotes cannot be written here.");
        }
        return words;
    }

    // A list or object of JSON is one value, whatever blanks it holds.
    private static int JsonLength(string line, int start)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line[start..]));
        try
        {
            reader.Read();
            reader.Skip();
            return Encoding.UTF8.GetCharCount(Encoding.UTF8.GetBytes(line[start..]).AsSpan(0, (int)reader.BytesConsumed));
        }
        catch (JsonException failure)
        {
            throw new DirectiveException($"'{line[start..]}' begins like JSON but is none; other values that begin with [ or {{ stand in double quotes.", failure);
        }
    }
}
