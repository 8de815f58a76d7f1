using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Binomial: number of trials and probability.</summary>
[Rule("binomial")]
internal sealed class BinomialRule : Rule
{
    private readonly Parameter _trials, _p;

    public BinomialRule(RuleArguments arguments)
    {
        (_trials, _p) = (arguments.Number("trials", least: 0, most: 1e9), arguments.Number("p", least: 0, most: 1));
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override double Draw(Row row, SplitRandom random) => Variates.Binomial(Math.Floor(_trials.Of(row, random)), _p.Of(row, random), random);
}
