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
    private static readonly string[] Keys = ["scenario", "title", "description", "sources", "period", "main", "words", "tables", "functions", "entities", "networks", "rounds", "dirt", "variants"];

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
        Tables = [.. compilation.Entities.Keys];
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

    /// <summary>Rows of the main entity when none are asked for.</summary>
    public long DefaultRows => Root["entities"]![Main]!["rows"] is { Text: { } text } && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 1000;

    internal ScenarioNode Root { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">It is wrong; every line of the message has file, line and column.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Scenario Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (new FileInfo(path) is { Exists: true, Length: > 16 << 20 } large) throw new ScenarioException(new SourcePlace(Path.GetFileName(path), 1, 1), FormattableString.Invariant($"The file has {large.Length} bytes; at most 4 MB are read."));
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
        var compilation = new Compilation(root, _folder, rows ?? 1000, period ?? _period);
        EntityReader.Read(compilation, errors);
        errors.ThrowIfAny();
        return compilation;
    }
}
