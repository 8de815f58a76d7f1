using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Exponential, by its mean or its rate.</summary>
[Rule("exponential")]
internal sealed class ExponentialRule : Rule
{
    private readonly Parameter _value;
    private readonly bool _rate;

    public ExponentialRule(RuleArguments arguments)
    {
        _rate = arguments.Node["rate"] is not null;
        _value = arguments.Positive(_rate ? "rate" : "mean", 1);
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextOpenDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var standard = -PortableMath.Log(1 - u);
        return _rate ? standard / _value.Of(row, random) : standard * _value.Of(row, random);
    }
}
