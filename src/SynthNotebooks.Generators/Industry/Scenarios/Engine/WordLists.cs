using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The word lists of a scenario.</summary>
internal sealed class WordLists
{
    private readonly Dictionary<string, WordList> _lists = new(StringComparer.Ordinal);

    public WordLists(ScenarioNode? node)
    {
        if (node is null) return;
        if (node.Entries is null) throw new ScenarioException(node.Place, "'words' is a map of lists.");
        foreach (var (key, value) in node.Entries) _lists.Add(key.Text!, WordList.Read(value, key.Text!));
    }

    /// <summary>The list of a name, with or without <c>words.</c> before it; null when there is none.</summary>
    public WordList? Find(string name)
    {
        var text = name.StartsWith("words.", StringComparison.Ordinal) ? name[6..] : name;
        if (_lists.TryGetValue(text, out var list)) return list;
        return Words.BuiltInWords.Names.Contains(text) ? new WordList(Words.BuiltInWords.Of(text), WeightedChoice.Sums(Enumerable.Repeat(1.0, Words.BuiltInWords.Of(text).Count))) : null;
    }

    /// <summary>The list of a name, with or without <c>words.</c> before it.</summary>
    public WordList Of(ScenarioNode name, string owner)
    {
        var text = name.Text!.StartsWith("words.", StringComparison.Ordinal) ? name.Text[6..] : name.Text;
        if (Find(text) is { } list) return list;
        throw new ScenarioException(name.Place, $"{owner}: " + UnknownColumn.Message("word list", text, _lists.Keys.Concat(Words.BuiltInWords.Names)));
    }
}

/// <summary>Words and the running sums of their weights.</summary>
internal sealed record WordList(IReadOnlyList<string> Items, double[] Sums)
{
    public static WordList Read(ScenarioNode node, string name)
    {
        if (node["weights"] is { } weights) node = weights;
        if (node.Items is { Count: > 0 } items)
        {
            if (items.FirstOrDefault(item => item.Text is null) is { } odd) throw new ScenarioException(odd.Place, $"Word list '{name}': a word must be a text.");
            string[] words = [.. items.Select(item => item.Text!).Distinct(StringComparer.Ordinal)];
            return new(words, WeightedChoice.Sums(Enumerable.Repeat(1.0, words.Length)));
        }
        if (node.Entries is not { Count: > 0 } entries) throw new ScenarioException(node.Place, $"Word list '{name}' must be a list of words, or a map of words and weights.");
        double[] numbers = [.. entries.Select(entry => Weight(entry.Value, name))];
        return new([.. entries.Select(entry => entry.Key.Text!)], WeightedChoice.Sums(numbers));
    }

    private static double Weight(ScenarioNode node, string name) =>
        node.Text is not null && double.TryParse(node.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and < double.MaxValue
            ? weight
            : throw new ScenarioException(node.Place, $"Word list '{name}': a weight must be a number of at least 0; here is {node.Shape}.");
}
