using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A row of another entity: evenly, by a weight of that row, or by Zipf's law in the order of the rows.</summary>
/// <remarks>Its value is the position of the row in the kept table; the column holds the row's key. Cost of a draw: O(log n).</remarks>
[Rule("refer")]
internal sealed class ReferRule : Rule
{
    private readonly KeptTable _kept;
    private readonly Lazy<double[]?> _sums;
    private readonly string _owner;
    private readonly SourcePlace _place;

    public ReferRule(RuleArguments arguments)
    {
        var name = arguments.Take("to") ?? throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'refer' must name an entity.");
        var (compilation, attribute) = (arguments.Compilation, arguments.Attribute);
        (_owner, _place) = (arguments.Owner, name.Place);
        if (name.Text is null || !compilation.Entities.TryGetValue(name.Text, out var entity)) throw new ScenarioException(name.Place, $"{_owner}: " + UnknownColumn.Message("entity", name.Text ?? name.Shape, compilation.Entities.Keys));
        if (attribute is null) throw new ScenarioException(name.Place, $"{_owner}: a reference must be an attribute.");
        if (attribute.Entity == entity) throw new ScenarioException(name.Place, $"{_owner}: rows of '{entity.Name}' cannot refer to rows of '{entity.Name}', which are not made yet.");
        _kept = attribute.Refers = compilation.KeptOf(entity, name.Place);
        compilation.Bind(entity.Key!);
        var (weight, zipf) = (arguments.Take("weight"), arguments.Take("zipf"));
        if (weight is not null && zipf is not null) throw new ScenarioException(zipf.Place, $"{_owner}: give 'weight' or 'zipf', not both.");
        NumberFormula? formula = weight is null ? null : Weight(weight, compilation, entity);
        var exponent = zipf is null ? 0 : arguments.Of("zipf", zipf, (0, 100, false)).Constant;
        _sums = new(() => formula is not null ? Sums(formula) : zipf is null ? null : WeightedChoice.Sums(Enumerable.Range(1, _kept.Rows.Count).Select(i => PortableMath.Exp(-exponent * PortableMath.Log(i)))));
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random)
    {
        var count = _kept.Rows.Count;
        if (count == 0) throw new ScenarioException(_place, $"{_owner}: '{_kept.Entity.Name}' has no rows to refer to.");
        if (_sums.Value is not { } sums) return random.NextBelow(count);
        return WeightedChoice.OfSums(sums, random);
    }

    private NumberFormula Weight(ScenarioNode node, Compilation compilation, EntityPlan entity)
    {
        var formulas = compilation.FormulasOf(entity, null);
        return formulas.Compile(formulas.Parse(node, _owner + ", weight"));
    }

    private double[] Sums(NumberFormula weight)
    {
        var random = new SplitRandom(0);
        var sums = new double[_kept.Rows.Count];
        var total = 0.0;
        for (var i = 0; i < sums.Length; i++)
        {
            var one = weight(_kept.Rows[i], random);
            if (!(one >= 0 && one < double.MaxValue)) throw new ScenarioException(_place, FormattableString.Invariant($"{_owner}: the weight of row {i + 1} of '{_kept.Entity.Name}' is {one:R}; it must be a number of at least 0."));
            sums[i] = total += one;
        }
        return total > 0 ? sums : throw new ScenarioException(_place, $"{_owner}: all weights of '{_kept.Entity.Name}' are 0; at least one must be above 0.");
    }
}
