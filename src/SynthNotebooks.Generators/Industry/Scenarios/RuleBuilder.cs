using System.Globalization;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>A rule of an attribute with what stands beside it. Immutable.</summary>
public sealed class RuleBuilder
{
    private readonly ScenarioNode _node;

    internal RuleBuilder(string rule, ScenarioNode parameters) => _node = ScenarioNode.Map([new(ScenarioNode.Scalar(rule), parameters)]);

    private RuleBuilder(ScenarioNode node) => _node = node;

    internal ScenarioNode Node => _node;

    /// <summary>Least value.</summary>
    public RuleBuilder Min(Term least) => With("min", least);

    /// <summary>Greatest value.</summary>
    public RuleBuilder Max(Term most) => With("max", most);

    /// <summary>Decimal places, 0 for whole numbers.</summary>
    public RuleBuilder Decimals(int decimals) => With("decimals", ScenarioNode.Scalar(decimals.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Unit, for people.</summary>
    public RuleBuilder Unit(string unit) => With("unit", ScenarioNode.Scalar(unit));

    /// <summary>Drawn and usable in formulas, but no column.</summary>
    public RuleBuilder Hidden() => With("hidden", ScenarioNode.Scalar("true"));

    /// <summary>Added to the value.</summary>
    public RuleBuilder Noise(RuleBuilder noise)
    {
        ArgumentNullException.ThrowIfNull(noise);
        return With("noise", noise.Node);
    }

    /// <summary>The rule for the first row of a parent.</summary>
    public RuleBuilder First(RuleBuilder first)
    {
        ArgumentNullException.ThrowIfNull(first);
        return With("first", first.Node);
    }

    private RuleBuilder With(string name, Term value) => With(name, value.Node);

    private RuleBuilder With(string name, ScenarioNode value) => new(_node.With(name, value));
}
