using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A row of another entity: evenly, by a weight of that row, or by Zipf's law in the order of the rows; with <c>where</c> among the rows that meet a condition.</summary>
/// <remarks>
/// Its value is the position of the row in the kept table; the column holds the row's key. In the condition names are of the row that refers, then of the
/// candidate, which <c>candidate.x</c> names too. Cost of a draw: O(log n); conditions see <see cref="CandidateFilter"/>.
/// </remarks>
[Rule("refer")]
internal sealed class ReferRule : Rule
{
    private readonly KeptTable _kept;
    private readonly Lazy<double[]?> _sums;
    private readonly CandidateFilter? _filter;
    private readonly NumberFormula? _weight;
    private readonly double? _exponent;
    private readonly string _owner;
    private readonly SourcePlace _place;
    private readonly Lock _making = new();
    private volatile Indexed? _index;

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
        var (weight, zipf, where) = (arguments.Take("weight"), arguments.Take("zipf"), arguments.Take("where"));
        if (weight is not null && zipf is not null) throw new ScenarioException(zipf.Place, $"{_owner}: give 'weight' or 'zipf', not both.");
        _weight = weight is null ? null : Weight(weight, compilation, entity);
        _exponent = zipf is null ? null : arguments.Of("zipf", zipf, (0, 100, false)).Constant;
        _sums = new(() => Weights() is { } weights ? WeightedChoice.Sums(weights) : null);
        _filter = where is null ? null : Filter(where, arguments, entity);
        (Type, Parameters) = (CellType.Integer, arguments.Parameters);
    }

    public override bool Redraws => _filter is not null; // so that a constraint may ask for another candidate

    public override double Draw(Row row, SplitRandom random)
    {
        var count = _kept.Rows.Count;
        if (count == 0) throw new ScenarioException(_place, $"{_owner}: '{_kept.Entity.Name}' has no rows to refer to.");
        if (_filter is not null) return Index(_filter).Draw(row, random);
        if (_sums.Value is not { } sums) return random.NextBelow(count);
        return WeightedChoice.OfSums(sums, random);
    }

    private CandidateFilter Filter(ScenarioNode node, RuleArguments arguments, EntityPlan entity)
    {
        var formulas = arguments.Formulas;
        var candidate = Expression.Parameter(typeof(Row), "candidate");
        formulas.Alternative = (entity, candidate);
        try
        {
            var condition = formulas.Parse(node, _owner + ", where");
            if (condition.Type.Kind == CellKind.Text) throw new ScenarioException(node.Place, $"{_owner}, where: a condition is expected, such as candidate.region = region; this is a text.");
            return CandidateFilter.Of(condition, candidate, formulas, node);
        }
        finally
        {
            formulas.Alternative = null;
        }
    }

    // Rounds make the kept rows anew
    private CandidateIndex Index(CandidateFilter filter)
    {
        if (_index is { } made && made.Version == _kept.Version) return made.Index;
        lock (_making)
        {
            if (_index is not { } other || other.Version != _kept.Version) _index = other = new Indexed(new CandidateIndex(filter, _kept, Weights(), _owner), _kept.Version);
            return other.Index;
        }
    }

    private NumberFormula Weight(ScenarioNode node, Compilation compilation, EntityPlan entity)
    {
        var formulas = compilation.FormulasOf(entity, null);
        return formulas.Compile(formulas.Parse(node, _owner + ", weight"));
    }

    private double[]? Weights()
    {
        if (_exponent is { } exponent) return [.. Enumerable.Range(1, _kept.Rows.Count).Select(i => PortableMath.Exp(-exponent * PortableMath.Log(i)))];
        if (_weight is null) return null;
        var random = new SplitRandom(0);
        var weights = new double[_kept.Rows.Count];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var one = _weight(_kept.Rows[i], random);
            if (!(one >= 0 && one < double.MaxValue)) throw new ScenarioException(_place, FormattableString.Invariant($"{_owner}: the weight of row {i + 1} of '{_kept.Entity.Name}' is {one:R}; it must be a number of at least 0."));
            total += weights[i] = one;
        }
        return total > 0 ? weights : throw new ScenarioException(_place, $"{_owner}: all weights of '{_kept.Entity.Name}' are 0; at least one must be above 0.");
    }

    private sealed record Indexed(CandidateIndex Index, int Version);
}
