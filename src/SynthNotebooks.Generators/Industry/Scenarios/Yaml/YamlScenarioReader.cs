using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SynthNotebooks.Generators.Industry.Scenarios.Yaml;

/// <summary>Reads YAML into located nodes.</summary>
/// <remarks>Size, depth and what aliases expand to are limited, so that no file can take more than moments: 4 MB, 60 levels, 300,000 nodes.</remarks>
internal sealed class YamlScenarioReader
{
    private const int MostCharacters = 4 << 20, MostDepth = 60, MostNodes = 300_000;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly Dictionary<string, (ScenarioNode? Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlScenarioReader(string text, string file) => (_file, _parser) = (file, new Parser(new StringReader(text)));

    /// <summary>The document of a text.</summary>
    /// <exception cref="ScenarioException">It is no YAML, has several documents, or goes beyond a limit.</exception>
    public static ScenarioNode Read(string text, string file)
    {
        if (text.Length > MostCharacters) throw new ScenarioException(new SourcePlace(file, 1, 1), $"The text has {text.Length} characters; at most {MostCharacters} are read.");
        try
        {
            return new YamlScenarioReader(text, file).Document();
        }
        catch (YamlException wrong)
        {
            throw new ScenarioException(new SourcePlace(file, (int)Math.Max(1, wrong.Start.Line), (int)Math.Max(1, wrong.Start.Column)), "This is no YAML: " + wrong.Message);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException and not ScenarioException or IndexOutOfRangeException or FormatException or OverflowException or NullReferenceException)
        {
            throw new ScenarioException(new SourcePlace(file, 1, 1), "This is no YAML: " + wrong.Message); // broken text makes the parser itself fail
        }
    }

    private ScenarioNode Document()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) throw new ScenarioException(new SourcePlace(_file, 1, 1), "The text is empty; a scenario begins with 'scenario: NAME'.");
        _parser.Consume<DocumentStart>();
        var node = Node(0).Node;
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second)) throw new ScenarioException(PlaceOf(second), "A second document begins here; a scenario is one document.");
        return node;
    }

    private (ScenarioNode Node, int Size) Node(int depth)
    {
        if (!_parser.Accept<ParsingEvent>(out var next)) throw new ScenarioException(new SourcePlace(_file, 1, 1), "The text ends too early.");
        if (depth > MostDepth) throw new ScenarioException(PlaceOf(next), $"Nesting goes deeper than {MostDepth} levels.");
        if (_parser.TryConsume<AnchorAlias>(out var alias)) return Alias(alias);
        Count(1, next);
        var anchor = (next as NodeEvent)?.Anchor ?? AnchorName.Empty;
        if (!anchor.IsEmpty) _anchors[anchor.Value] = (null, 0);
        var read = _parser.TryConsume<Scalar>(out var scalar)
            ? (ScenarioNode.Scalar(scalar.Value, PlaceOf(scalar), scalar.Style is not ScalarStyle.Plain), 1)
            : _parser.TryConsume<SequenceStart>(out var list) ? List(list, depth)
            : _parser.TryConsume<MappingStart>(out var map) ? Map(map, depth)
            : throw new ScenarioException(PlaceOf(next), "A text, a list or a map must stand here.");
        if (!anchor.IsEmpty) _anchors[anchor.Value] = read;
        return read;
    }

    private (ScenarioNode, int) List(SequenceStart start, int depth)
    {
        var items = new List<ScenarioNode>();
        var size = 1;
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var (item, itemSize) = Node(depth + 1);
            items.Add(item);
            size += itemSize;
        }
        return (ScenarioNode.List(items, PlaceOf(start)), size);
    }

    private (ScenarioNode, int) Map(MappingStart start, int depth)
    {
        var entries = new List<KeyValuePair<ScenarioNode, ScenarioNode>>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<KeyValuePair<ScenarioNode, ScenarioNode>>();
        var size = 1;
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var (key, keySize) = Node(depth + 1);
            if (key.Text is null) throw new ScenarioException(key.Place, "A key must be a text; here it is " + key.Shape + ".");
            var (value, valueSize) = Node(depth + 1);
            size += keySize + valueSize;
            if (key.Text == "<<" && value.Entries is not null)
            {
                merged.AddRange(value.Entries);
                continue;
            }
            if (!known.Add(key.Text)) throw new ScenarioException(key.Place, $"The key '{key.Text}' stands twice in one map.");
            entries.Add(new(key, value));
        }
        foreach (var entry in merged)
            if (known.Add(entry.Key.Text!)) entries.Add(entry);
        return (ScenarioNode.Map(entries, PlaceOf(start)), size);
    }

    private (ScenarioNode, int) Alias(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var known)) throw new ScenarioException(PlaceOf(alias), $"There is no anchor '&{alias.Value.Value}' before this alias.");
        if (known.Node is null) throw new ScenarioException(PlaceOf(alias), $"The alias '*{alias.Value.Value}' stands inside its own anchor.");
        Count(known.Size, alias);
        return (known.Node, known.Size);
    }

    private void Count(int nodes, ParsingEvent at)
    {
        _nodes += nodes;
        if (_nodes > MostNodes) throw new ScenarioException(PlaceOf(at), $"The text expands to more than {MostNodes} nodes.");
    }

    private SourcePlace PlaceOf(ParsingEvent at) => new(_file, (int)Math.Max(1, at.Start.Line), (int)Math.Max(1, at.Start.Column));
}
