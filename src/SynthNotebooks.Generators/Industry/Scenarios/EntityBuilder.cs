namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>An entity of a <see cref="ScenarioBuilder"/>.</summary>
public sealed class EntityBuilder
{
    internal ScenarioNode Node { get; private set; } = ScenarioNode.Map([]);

    /// <summary>Number of rows of a root, or a formula of <c>rows</c>.</summary>
    public EntityBuilder Rows(Term rows) => Set("rows", rows);

    /// <summary>Template of the key.</summary>
    public EntityBuilder Key(string template) => Set("key", ScenarioNode.Scalar(template, default, quoted: true));

    /// <summary>The entity that rows belong to.</summary>
    public EntityBuilder Parent(string entity) => Set("parent", ScenarioNode.Scalar(entity));

    /// <summary>Number of rows of each parent row.</summary>
    public EntityBuilder Count(RuleBuilder rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Set("count", rule.Node);
    }

    /// <summary>Poisson events at a rate a second, e.g. <c>4 / day</c>.</summary>
    public EntityBuilder Events(Term rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return Set("events", ScenarioNode.Map([new(ScenarioNode.Scalar("rate"), rate.Node)]));
    }

    /// <summary>An attribute.</summary>
    public EntityBuilder Attribute(string name, RuleBuilder rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Set("attributes", (Node["attributes"] ?? ScenarioNode.Map([])).With(name, rule.Node));
    }

    /// <summary>A condition that rows meet.</summary>
    public EntityBuilder Constraint(string condition) => Set("constraints", ScenarioNode.List([.. Node["constraints"]?.Items ?? [], ScenarioNode.Scalar(condition)]));

    /// <summary>The chance that a cell is not recorded.</summary>
    public EntityBuilder Missing(string attribute, Term chance)
    {
        ArgumentNullException.ThrowIfNull(chance);
        return Set("missing", (Node["missing"] ?? ScenarioNode.Map([])).With(attribute, chance.Node));
    }

    /// <summary>Anything else of the language, as YAML.</summary>
    public EntityBuilder Set(string key, string yaml) => Set(key, Yaml.YamlScenarioReader.Read(yaml, key));

    private EntityBuilder Set(string key, Term value) => Set(key, value.Node);

    private EntityBuilder Set(string key, ScenarioNode value)
    {
        Node = Node.With(key, value);
        return this;
    }
}
