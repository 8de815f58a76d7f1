using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A scenario on its way from nodes to what the engine runs: names are bound when they are first read, so that attributes may stand in any order.</summary>
internal sealed class Compilation
{
    private const int MostCalls = 30;
    private readonly List<AttributePlan> _binding = [];
    private readonly Dictionary<EntityPlan, KeptTable> _kept = [], _before = [];
    private readonly Dictionary<EntityPlan, int> _passes = [];
    private int _calls;

    public Compilation(ScenarioNode root, string folder, long rows, (double Start, double End) period)
    {
        (Root, Folder, Rows) = (root, folder, rows);
        (Start, End) = period;
        Words = new WordLists(root["words"]);
        LookupTables = new LookupTables(root["tables"]);
        Functions = OwnFunctions.Read(root["functions"]);
    }

    public ScenarioNode Root { get; }

    /// <summary>Where files are looked for.</summary>
    public string Folder { get; }

    /// <summary>Rows of the main entity.</summary>
    public long Rows { get; }

    /// <summary>Whether <c>dirt</c> is applied.</summary>
    public bool Dirt { get; init; }

    /// <summary>First moment of the period.</summary>
    public double Start { get; }

    /// <summary>Moment at which it is over.</summary>
    public double End { get; }

    public WordLists Words { get; }

    public LookupTables LookupTables { get; }

    public Dictionary<string, OwnFunction> Functions { get; }

    /// <summary>In the order of the file.</summary>
    public Dictionary<string, EntityPlan> Entities { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Network> Networks { get; } = new(StringComparer.Ordinal);

    public List<RoundsPlan> Rounds { get; } = [];

    public IEnumerable<KeptTable> Kept => _kept.Values;

    public IEnumerable<KeptTable> Before => _before.Values;

    public FormulaCompiler FormulasOf(EntityPlan? entity, AttributePlan? attribute) => new(this, entity, attribute);

    /// <summary>Compiles an attribute unless it is, and all that it reads before it.</summary>
    /// <exception cref="ScenarioException">It is wrong, or reads itself.</exception>
    public void Bind(AttributePlan attribute)
    {
        if (attribute.State == BindState.Bound) return;
        if (attribute.State == BindState.Binding)
        {
            var cycle = _binding.SkipWhile(one => one != attribute).Append(attribute).Select(one => one.Entity == attribute.Entity ? one.Name : one.Entity.Name + "." + one.Name);
            throw new ScenarioException(attribute.Node.Place, $"{attribute.Owner}: it reads itself: {string.Join(" -> ", cycle)}.");
        }
        if (_binding.Count > 500) throw new ScenarioException(attribute.Node.Place, $"{attribute.Owner}: more than 500 attributes read one another in a row.");
        attribute.State = BindState.Binding;
        _binding.Add(attribute);
        try
        {
            AttributeBinder.Bind(attribute, this);
        }
        finally
        {
            _binding.RemoveAt(_binding.Count - 1);
            attribute.State = BindState.Bound; // or wrong: one error for it is enough
        }
    }

    /// <summary>The kept rows of an entity, which is referred to from somewhere.</summary>
    public KeptTable KeptOf(EntityPlan entity, SourcePlace place)
    {
        if (!_kept.TryGetValue(entity, out var kept)) _kept.Add(entity, kept = new KeptTable(entity, place));
        return kept;
    }

    /// <summary>The rows of a root as its own attributes can read them of neighbours: made before all others, as often as attributes read one another through neighbours.</summary>
    public KeptTable BeforeOf(EntityPlan root, SourcePlace place, int passes)
    {
        _passes[root] = Math.Max(_passes.GetValueOrDefault(root), passes);
        if (!_before.TryGetValue(root, out var before)) _before.Add(root, before = new KeptTable(root, place));
        return before;
    }

    /// <summary>See <see cref="BeforeOf(EntityPlan, SourcePlace, int)"/>; null when none of its attributes does.</summary>
    public (KeptTable Rows, int Passes)? BeforeOf(EntityPlan root) => _before.TryGetValue(root, out var before) ? (before, _passes[root]) : null;

    /// <summary>What <c>type:</c> can say.</summary>
    public static IReadOnlyList<string> Types { get; } = ["number", "integer", "boolean", "date", "time", "text"];

    /// <summary>What <c>type:</c> says; null when it says nothing.</summary>
    public static CellType? DeclaredType(AttributePlan attribute) => attribute.Node["type"] is { } node
        ? node.Text switch
        {
            "number" => CellType.Number,
            "integer" => CellType.Integer,
            "boolean" => CellType.Boolean,
            "date" => CellType.Date,
            "time" => CellType.Time,
            "text" => CellType.FreeText,
            _ => throw new ScenarioException(node.Place, $"{attribute.Owner}: " + UnknownColumn.Message("type", node.Text ?? node.Shape, Types)),
        }
        : null;

    /// <summary>The body of a function of the scenario with the arguments in place of its parameters.</summary>
    public Typed Call(FormulaCompiler formulas, OwnFunction function, IReadOnlyList<Typed> arguments, Token token)
    {
        if (_calls > MostCalls) throw new FormulaException(token.At, $"{function.Name}: functions call one another more than {MostCalls} deep.");
        _calls++;
        try
        {
            var variables = new List<ParameterExpression>();
            var code = new List<Expression>();
            var parameters = new Dictionary<string, Typed>(StringComparer.Ordinal);
            for (var i = 0; i < arguments.Count; i++)
            {
                var variable = Expression.Variable(arguments[i].Code.Type, function.Parameters[i]);
                variables.Add(variable);
                code.Add(Expression.Assign(variable, arguments[i].Code));
                parameters.Add(function.Parameters[i], arguments[i] with { Code = variable, Constant = false });
            }
            var body = formulas.Body(function, parameters, token.At);
            code.Add(body.Code);
            return body with { Code = Expression.Block(variables, code), Constant = false };
        }
        finally
        {
            _calls--;
        }
    }

    public Rule RuleOf(ScenarioNode node, EntityPlan? entity, string owner) => RuleReader.Read(node, FormulasOf(entity, null), owner, null, this);

    /// <summary>A number of a source of rows, read in the parent's row.</summary>
    public Parameter ParameterOf(string name, ScenarioNode node, EntityPlan? entity, string owner, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        new RuleArguments(node, FormulasOf(entity, null), owner, null, this).Of(name, node, (least, most, false));
}
