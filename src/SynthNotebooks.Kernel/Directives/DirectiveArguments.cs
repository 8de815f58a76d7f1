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
            if (line[i] != '"')
            {
                var start = i;
                while (i < line.Length && !char.IsWhiteSpace(line[i])) i++;
                words.Add((line[start..i], false));
                continue;
            }
            var end = line.IndexOf('"', i + 1);
            if (end < 0) throw new DirectiveException("A double quote is not closed.");
            words.Add((line[(i + 1)..end], true));
            i = end + 1;
        }
        return words;
    }
}
