using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>What a rule is made from: its node in the scenario and the attribute it belongs to.</summary>
/// <remarks>Parameters are asked for in order; a list gives them by position, a single text gives the first.</remarks>
internal sealed class RuleArguments(ScenarioNode node, FormulaCompiler formulas, string owner, AttributePlan? attribute, Compilation compilation)
{
    private readonly List<string> _asked = [];
    private readonly List<AskedNumber> _numbers = [];
    private readonly List<Parameter> _parameters = [];

    public ScenarioNode Node => node;

    public Compilation Compilation => compilation;

    public FormulaCompiler Formulas => formulas;

    /// <summary>The attribute; null where a rule stands for a number of rows or a duration.</summary>
    public AttributePlan? Attribute => attribute;

    public string Owner => owner;

    /// <summary>Whether the rule is made only to learn what it asks for: what is missing is then made up.</summary>
    public bool IsProbe { get; init; }

    /// <summary>The names that were asked for.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>The numbers that were asked for.</summary>
    public IReadOnlyList<AskedNumber> Numbers => _numbers;

    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>The node of a parameter; null when it is not given.</summary>
    public ScenarioNode? Take(string name)
    {
        var position = _asked.Count;
        _asked.Add(name);
        if (node.Entries is not null) return node[name];
        if (node.Items is { } items) return position < items.Count ? items[position] : null;
        return position == 0 && node.Text is not ("" or "~" or "null") ? node : null;
    }

    /// <summary>A number or a formula.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="fallback">When it is not given; null when it must be.</param>
    /// <param name="least">Least legal value.</param>
    /// <param name="most">Greatest legal value.</param>
    /// <param name="open">Whether the least value itself is not legal.</param>
    public Parameter Number(string name, double? fallback = null, double least = double.NegativeInfinity, double most = double.PositiveInfinity, bool open = false)
    {
        var given = Take(name);
        _numbers.Add(new(name, fallback is not null, least, most, open));
        if (given is null && fallback is null && IsProbe) fallback = most < double.MaxValue ? most : Math.Max(least, 0) + 1;
        if (given is null && fallback is null) throw new ScenarioException(node.Place, $"{owner}: '{name}' is missing.");
        var parameter = given is null
            ? new Parameter(name, owner, "", node.Place, null, fallback!.Value, (least, most, open))
            : Of(name, given, (least, most, open));
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>A positive, finite number or a formula of one: an infinite shape would be drawn from for ever.</summary>
    public Parameter Positive(string name, double? fallback = null) => Number(name, fallback, 0, double.MaxValue, open: true);

    public Parameter Of(string name, ScenarioNode given, (double, double, bool) range)
    {
        var typed = formulas.Parse(given, owner + ", " + name);
        if (typed.Type.Kind == CellKind.Text) throw new ScenarioException(given.Place, $"{owner}: {name} is a text; a number is expected.");
        LastType = typed.Type;
        return typed.Constant
            ? new Parameter(name, owner, given.Text!, given.Place, null, FormulaCompiler.Constant(typed), range)
            : new Parameter(name, owner, given.Text!, given.Place, formulas.Compile(typed), 0, range);
    }

    /// <summary>Type of the parameter read last.</summary>
    public CellType LastType { get; private set; } = CellType.Number;

    /// <summary>A rule inside this one.</summary>
    public Rule Nested(ScenarioNode inner) => RuleReader.Read(inner, formulas, owner, attribute, compilation);

    /// <summary>The end: keys that were not asked for are errors.</summary>
    public void Finish()
    {
        if (node.Entries is { } entries)
        {
            foreach (var (key, _) in entries)
                if (!_asked.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("parameter", key.Text!, _asked));
        }
        else if (node.Items is { } items && items.Count > _asked.Count) throw new ScenarioException(items[_asked.Count].Place, $"{owner}: {items.Count} values are given; at most {_asked.Count} are expected ({string.Join(", ", _asked)}).");
    }
}

/// <summary>A number that a rule asks for.</summary>
/// <param name="Name">As in the scenario.</param>
/// <param name="HasFallback">Whether it may be left out.</param>
/// <param name="Least">Least legal value.</param>
/// <param name="Most">Greatest legal value.</param>
/// <param name="Open">Whether the least value itself is not legal.</param>
internal sealed record AskedNumber(string Name, bool HasFallback, double Least, double Most, bool Open);
