using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;
using SynthNotebooks.Generators.Industry.Scenarios.Yaml;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>A world described by rules: entities, what they have, what happens to them. Checked when it is made; immutable, safe to use from several threads.</summary>
/// <remarks>The language is described in docs/scenarios.md.</remarks>
public sealed class Scenario
{
    internal static IReadOnlyList<string> Keys { get; } = ["scenario", "title", "description", "sources", "period", "main", "words", "tables", "functions", "entities", "networks", "rounds", "dirt", "variants"];

    private readonly string _folder;
    private readonly (double Start, double End) _period;

    private Scenario(ScenarioNode root, string folder)
    {
        (Root, _folder) = (root, folder);
        if (root.Entries is null) throw new ScenarioException(root.Place, "A scenario is a map that begins with 'scenario: NAME'; here is " + root.Shape + ".");
        foreach (var (key, _) in root.Entries)
            if (!Keys.Contains(key.Text!)) throw new ScenarioException(key.Place, UnknownColumn.Message("key", key.Text!, Keys));
        Name = root["scenario"]?.Text ?? throw new ScenarioException(root.Place, "'scenario: NAME' is missing.");
        Title = root["title"]?.Text ?? Name;
        Description = root["description"]?.Text ?? "";
        _period = PeriodReader.Read(root["period"]);
        var compilation = Compile(null, null);
        Dirt = root["dirt"]?.Text is "on" or "true";
        Variants = [.. (root["variants"]?.Entries ?? []).Select(variant => variant.Key.Text!)];
        Tables = [.. compilation.Entities.Keys, .. compilation.Rounds.Where(rounds => rounds.Log is not null).Select(rounds => rounds.Log!)];
        var roots = compilation.Entities.Values.Where(entity => entity.Parent is null).ToArray();
        Main = root["main"]?.Text ?? (roots.Length == 1 ? roots[0].Name : throw new ScenarioException(root.Place, $"'main' is missing: which of {string.Join(", ", roots.Select(one => one.Name))} has the rows that are asked for?"));
        if (!Tables.Contains(Main)) throw new ScenarioException(root["main"]!.Place, UnknownColumn.Message("entity", Main, Tables));
        if (compilation.Entities[Main].Parent is not null) throw new ScenarioException(root["main"]!.Place, $"'{Main}' has a parent; main must be one of {string.Join(", ", roots.Select(one => one.Name))}.");
    }

    /// <summary>Short name.</summary>
    public string Name { get; }

    /// <summary>One line for people; the name when the scenario has none.</summary>
    public string Title { get; }

    /// <summary>What it shows; may be empty.</summary>
    public string Description { get; }

    /// <summary>The entity whose number of rows is asked for.</summary>
    public string Main { get; }

    /// <summary>Names of the tables in the order of the scenario.</summary>
    public IReadOnlyList<string> Tables { get; }

    /// <summary>Names of the variants, see <see cref="With"/>.</summary>
    public IReadOnlyList<string> Variants { get; }

    /// <summary>First day of the period.</summary>
    public DateTime From => Formulas.Texts.Moment(_period.Start);

    /// <summary>Moment at which the period is over.</summary>
    public DateTime To => Formulas.Texts.Moment(_period.End);

    /// <summary>Whether faults of recording (<c>dirt</c>) are applied.</summary>
    public bool Dirt { get; }

    /// <summary>Rows of the main entity when none are asked for.</summary>
    public long DefaultRows => Root["entities"]![Main]!["rows"] is { Text: { } text } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 1000;

    internal ScenarioNode Root { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">It is wrong; every line of the message has file, line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Scenario Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (new FileInfo(path) is { Exists: true, Length: > 16 << 20 } large) throw new ScenarioException(new SourcePlace(Path.GetFileName(path), 1, 1), FormattableString.Invariant($"The file has {large.Length} bytes; at most 16 MB are read."));
        return new(YamlScenarioReader.Read(File.ReadAllText(path), Path.GetFileName(path)), Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="ScenarioException">It is wrong; every line of the message has name, line and column.</exception>
    public static Scenario Parse(string text, string name = "scenario.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(YamlScenarioReader.Read(text, name), Directory.GetCurrentDirectory());
    }

    /// <summary>The scenario of a tree of nodes, as <see cref="ScenarioBuilder"/> makes it.</summary>
    /// <exception cref="ScenarioException">It is wrong.</exception>
    public static Scenario Of(ScenarioNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return new(root, Directory.GetCurrentDirectory());
    }

    /// <summary>The scenario with the changes of one of its variants.</summary>
    /// <exception cref="ArgumentException">There is no such variant; the message tells the nearest.</exception>
    /// <exception cref="ScenarioException">A path leads nowhere, or the changed scenario is wrong.</exception>
    public Scenario With(string variant) => Variants.Contains(variant)
        ? new(VariantReader.Apply(Root, Root["variants"]![variant]!, variant), _folder)
        : throw new ArgumentException(UnknownColumn.Message("variant", variant, Variants), nameof(variant));

    /// <summary>The scenario over other days, both included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public Scenario Between(DateOnly from, DateOnly to) => to < from
        ? throw new ArgumentException(FormattableString.Invariant($"The period goes from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}; its end must not be before its begin."), nameof(to))
        : new(Root.With("period", ScenarioNode.Map([Entry("from", from), Entry("to", to)], Root.Place)), _folder);

    /// <summary>The scenario with its faults of recording on or off.</summary>
    public Scenario WithDirt(bool on = true) => new(Root.With("dirt", ScenarioNode.Scalar(on ? "on" : "off", Root.Place)), _folder);

    private static KeyValuePair<ScenarioNode, ScenarioNode> Entry(string name, DateOnly day) => new(ScenarioNode.Scalar(name), ScenarioNode.Scalar(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>Makes the world in memory.</summary>
    /// <param name="rows">Rows of the main entity, 0 or more; null for the scenario's own number.</param>
    /// <param name="options">Seed, threads, cancellation; null for the defaults.</param>
    /// <exception cref="ScenarioException">A rule met values that it cannot take.</exception>
    public World Simulate(long? rows = null, SimulationOptions? options = null)
    {
        var parts = Tables.ToDictionary(name => name, _ => new List<DataFrame>());
        options ??= new SimulationOptions();
        var run = new ScenarioRun(this, rows ?? DefaultRows, options);
        foreach (var (table, chunk) in run.Stream()) parts[table].Add(chunk);
        return new World(this, rows ?? DefaultRows, options.Seed, parts.ToDictionary(part => part.Key, part => part.Value.Count > 0 ? DataFrame.Concatenate(part.Value) : run.Empty(part.Key)));
    }

    /// <summary>Makes the world as a stream.</summary>
    /// <param name="rows">Rows of the main entity, 0 or more; null for the scenario's own number.</param>
    /// <param name="options">Seed, threads, cancellation; null for the defaults.</param>
    public ScenarioRun Run(long? rows = null, SimulationOptions? options = null) => new(this, rows ?? DefaultRows, options ?? new SimulationOptions());

    internal Compilation Compile(long? rows, (double Start, double End)? period)
    {
        var errors = new ScenarioErrors();
        var root = Root;
        var compilation = new Compilation(root, _folder, rows ?? 1000, period ?? _period) { Dirt = root["dirt"]?.Text is "on" or "true" };
        EntityReader.Read(compilation, errors);
        errors.ThrowIfAny();
        return compilation;
    }
}
