using System.Globalization;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>A piece of a scenario: a text, a list or a map, and where it stands. Immutable.</summary>
/// <remarks>Files, variants and code all make these, so that there is one reader of meaning and one kind of error.</remarks>
public sealed class ScenarioNode
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",{}[]:#\n");

    private ScenarioNode(SourcePlace place) => Place = place;

    /// <summary>Where it stands.</summary>
    public SourcePlace Place { get; }

    /// <summary>The text of a scalar; null for lists and maps.</summary>
    public string? Text { get; private init; }

    /// <summary>Whether a scalar stood in quotes or in a block, so that <c>"5"</c> is text.</summary>
    public bool Quoted { get; private init; }

    /// <summary>Items of a list; null for others.</summary>
    public IReadOnlyList<ScenarioNode>? Items { get; private init; }

    /// <summary>Entries of a map in their order; null for others.</summary>
    public IReadOnlyList<KeyValuePair<ScenarioNode, ScenarioNode>>? Entries { get; private init; }

    /// <summary>What it is, for errors.</summary>
    public string Shape => Text is not null ? $"the text '{(Text.Length > 60 ? Text[..60] + "..." : Text)}'" : Items is not null ? "a list" : "a map";

    /// <summary>In one line, as YAML in flow style.</summary>
    public string ToText()
    {
        if (Items is not null) return "[" + string.Join(", ", Items.Select(item => item.ToText())) + "]";
        if (Entries is not null) return "{" + string.Join(", ", Entries.Select(entry => entry.Key.ToText() + ": " + entry.Value.ToText())) + "}";
        var text = Text ?? "";
        return Quoted || text.AsSpan().ContainsAny(Special) ? "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"" : text;
    }

    /// <summary>A scalar.</summary>
    public static ScenarioNode Scalar(string text, SourcePlace place = default, bool quoted = false) => new(place) { Text = text, Quoted = quoted };

    /// <summary>A number.</summary>
    public static ScenarioNode Number(double value) => Scalar(value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A list.</summary>
    public static ScenarioNode List(IReadOnlyList<ScenarioNode> items, SourcePlace place = default) => new(place) { Items = items };

    /// <summary>A map.</summary>
    public static ScenarioNode Map(IReadOnlyList<KeyValuePair<ScenarioNode, ScenarioNode>> entries, SourcePlace place = default) => new(place) { Entries = entries };

    /// <summary>The entry of a key in a map; null when it is not there or this is no map.</summary>
    public ScenarioNode? this[string key]
    {
        get
        {
            if (Entries is null) return null;
            foreach (var entry in Entries)
                if (entry.Key.Text == key) return entry.Value;
            return null;
        }
    }

    /// <summary>The map with one entry set: replaced where it was, or put at the end.</summary>
    internal ScenarioNode With(string key, ScenarioNode value)
    {
        var entries = new List<KeyValuePair<ScenarioNode, ScenarioNode>>(Entries ?? []);
        var at = entries.FindIndex(entry => entry.Key.Text == key);
        if (at >= 0) entries[at] = new(entries[at].Key, value);
        else entries.Add(new(Scalar(key, value.Place), value));
        return Map(entries, Place);
    }
}
