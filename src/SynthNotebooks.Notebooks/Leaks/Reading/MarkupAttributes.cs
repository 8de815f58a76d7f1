using System.Text.RegularExpressions;

namespace SynthNotebooks.Notebooks.Leaks.Reading;

/// <summary>The attributes of a tag, quoted or not.</summary>
internal static partial class MarkupAttributes
{
    /// <summary>Names and values, entities as they stand.</summary>
    public static IEnumerable<(string Name, string Value)> Of(string text)
    {
        foreach (Match match in Attribute().Matches(text))
            yield return (match.Groups["name"].Value, match.Groups["value"].Value);
    }

    [GeneratedRegex("(?<name>[^\\s=\"'/>]+)\\s*=\\s*(?:\"(?<value>[^\"]*)\"|'(?<value>[^']*)'|(?<value>[^\\s\"'>]+))", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
