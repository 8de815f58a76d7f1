namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>Builds a scenario in code: the same tree of nodes that a file gives, checked in the same way.</summary>
/// <example><code>
/// var bank = new ScenarioBuilder("bank")
///     .Entity("customers", e => e.Rows(1000).Attribute("age", By.Normal(45, 15).Min(18).Decimals(0)))
///     .Entity("payments", e => e.Parent("customers").Events("2 / day").Attribute("amount", By.LogNormal(20, 1).Decimals(2)))
///     .Build();
/// </code></example>
public sealed class ScenarioBuilder
{
    private ScenarioNode _root;

    /// <param name="name">The scenario's name.</param>
    public ScenarioBuilder(string name) => _root = ScenarioNode.Map([new(ScenarioNode.Scalar("scenario"), ScenarioNode.Scalar(name))], new SourcePlace(name, 0, 0));

    /// <summary>The days that it covers, both included.</summary>
    public ScenarioBuilder Period(DateOnly from, DateOnly to) => Set("period", FormattableString.Invariant($"{{from: {from:yyyy-MM-dd}, to: {to:yyyy-MM-dd}}}"));

    /// <summary>The entity whose number of rows is asked for.</summary>
    public ScenarioBuilder Main(string entity) => Set("main", entity);

    /// <summary>A word list.</summary>
    public ScenarioBuilder Words(string name, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        _root = _root.With("words", (_root["words"] ?? ScenarioNode.Map([])).With(name, ScenarioNode.List([.. words.Select(word => ScenarioNode.Scalar(word, default, quoted: true))])));
        return this;
    }

    /// <summary>An entity.</summary>
    public ScenarioBuilder Entity(string name, Action<EntityBuilder> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        var entity = new EntityBuilder();
        describe(entity);
        _root = _root.With("entities", (_root["entities"] ?? ScenarioNode.Map([])).With(name, entity.Node));
        return this;
    }

    /// <summary>Anything else of the language, as YAML.</summary>
    public ScenarioBuilder Set(string key, string yaml)
    {
        _root = _root.With(key, Yaml.YamlScenarioReader.Read(yaml, key));
        return this;
    }

    /// <summary>The scenario.</summary>
    /// <exception cref="ScenarioException">It is wrong.</exception>
    public Scenario Build() => Scenario.Of(_root);
}
