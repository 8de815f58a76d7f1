using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>The alternative with the greatest utility plus random taste (Gumbel noise): a multinomial logit choice among the rows of another entity.</summary>
/// <remarks>
/// Names in the utility are of the chooser, then of the alternative; an alternative whose utility is missing is not available. Cost: one evaluation a row of
/// the entity. Source: McFadden, Conditional logit analysis of qualitative choice behavior, 1974.
/// </remarks>
[Rule("decide")]
internal sealed class DecideRule : Rule
{
    private readonly KeptTable _kept;
    private readonly UtilityFormula _utility;
    private readonly Parameter _scale;

    public DecideRule(RuleArguments arguments)
    {
        var (among, utility) = (arguments.Take("among"), arguments.Take("utility"));
        _scale = arguments.Positive("scale", 1);
        var compilation = arguments.Compilation;
        if (among?.Text is null || !compilation.Entities.TryGetValue(among.Text, out var entity)) throw new ScenarioException((among ?? arguments.Node).Place, $"{arguments.Owner}, among: " + UnknownColumn.Message("entity", among?.Text ?? "", compilation.Entities.Keys));
        if (utility is null) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'utility' is missing.");
        if (arguments.Attribute is not { } attribute || attribute.Entity.Root == entity.Root && attribute.Entity == entity) throw new ScenarioException(among.Place, $"{arguments.Owner}: '{entity.Name}' cannot choose among itself.");
        _kept = attribute.Refers = compilation.KeptOf(entity, among.Place);
        compilation.Bind(entity.Key!);
        arguments.Formulas.Alternative = (entity, Expression.Parameter(typeof(Row), "alternative"));
        try
        {
            var typed = arguments.Formulas.Parse(utility, arguments.Owner + ", utility");
            if (typed.Type.Kind == CellKind.Text) throw new ScenarioException(utility.Place, $"{arguments.Owner}: the utility is a text; a number is expected.");
            _utility = Expression.Lambda<UtilityFormula>(typed.AsNumber(), arguments.Formulas.Row, arguments.Formulas.Alternative.Value.Row, arguments.Formulas.Random).Compile();
        }
        finally
        {
            arguments.Formulas.Alternative = null;
        }
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override bool Redraws => false;

    public override double Draw(Row row, SplitRandom random)
    {
        var (best, most) = (double.NaN, double.NegativeInfinity);
        var scale = _scale.Of(row, random);
        for (var i = 0; i < _kept.Rows.Count; i++)
        {
            var utility = _utility(row, _kept.Rows[i], random) - scale * PortableMath.Log(-PortableMath.Log(random.NextOpenDouble()));
            if (utility > most) (best, most) = (i, utility);
        }
        return best;
    }

    private delegate double UtilityFormula(Row row, Row alternative, SplitRandom random);
}
