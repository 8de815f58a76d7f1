using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Negative binomial, a Poisson number whose mean is a gamma number: mean and size; the variance is mean + mean²/size.</summary>
[Rule("negative-binomial")]
internal sealed class NegativeBinomialRule : Rule
{
    private readonly Parameter _mean, _size;

    public NegativeBinomialRule(RuleArguments arguments)
    {
        (_mean, _size) = (arguments.Number("mean", least: 0, most: 1e9), arguments.Positive("size"));
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override double Draw(Row row, SplitRandom random)
    {
        var size = _size.Of(row, random);
        return Variates.Poisson(Math.Min(1e12, Variates.Gamma(size, random) * _mean.Of(row, random) / size), random);
    }
}
