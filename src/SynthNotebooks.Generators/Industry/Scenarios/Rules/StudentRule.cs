using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Student's t: degrees of freedom, location and scale.</summary>
[Rule("student")]
internal sealed class StudentRule : Rule
{
    private readonly Parameter _degrees, _location, _scale;

    public StudentRule(RuleArguments arguments)
    {
        (_degrees, _location, _scale) = (arguments.Positive("degrees"), arguments.Number("location", 0), arguments.Positive("scale", 1));
        Parameters = arguments.Parameters;
    }

    public override bool HasQuantile => true;

    public override double Draw(Row row, SplitRandom random)
    {
        var degrees = _degrees.Of(row, random);
        var z = random.NextNormal();
        return _location.Of(row, random) + _scale.Of(row, random) * z / Math.Sqrt(2 * Variates.Gamma(degrees / 2, random) / degrees);
    }

    public override double Quantile(Row row, double u, SplitRandom random) => new StudentDistribution(_location.Of(row, random), _scale.Of(row, random), _degrees.Of(row, random)).Quantile(u);
}
