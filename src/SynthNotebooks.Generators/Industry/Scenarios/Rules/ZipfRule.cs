using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A rank from 1 to n with a chance in proportion to rank^−exponent.</summary>
/// <remarks>By inversion of the sums, which are made once: n at most 10,000,000.</remarks>
[Rule("zipf")]
internal sealed class ZipfRule : Rule
{
    private readonly double[] _sums;

    public ZipfRule(RuleArguments arguments)
    {
        var exponent = arguments.Number("exponent", least: 0, most: 50);
        var n = arguments.Number("n", least: 1, most: 1e7);
        if (!exponent.IsConstant || !n.IsConstant) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: the parameters of zipf must be constants.");
        _sums = WeightedChoice.Sums(Enumerable.Range(1, (int)n.Constant).Select(rank => PortableMath.Exp(-exponent.Constant * PortableMath.Log(rank))));
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override double Draw(Row row, SplitRandom random) => 1 + WeightedChoice.OfSums(_sums, random);
}
