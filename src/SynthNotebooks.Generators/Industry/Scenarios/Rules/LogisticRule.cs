using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Logistic: location and scale.</summary>
[Rule("logistic")]
internal sealed class LogisticRule : Rule
{
    private readonly Parameter _location, _scale;

    public LogisticRule(RuleArguments arguments)
    {
        (_location, _scale) = (arguments.Number("location", 0), arguments.Positive("scale", 1));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random) => Quantile(row, random.NextOpenDouble(), random);

    public override double Quantile(Row row, double u, SplitRandom random) => _location.Of(row, random) + _scale.Of(row, random) * Logistic.LogOdds(u);
}
