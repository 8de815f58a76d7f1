using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Compiles the formulas of one entity's rows.</summary>
/// <param name="compilation">The whole scenario.</param>
/// <param name="entity">Whose rows the formulas read; null for formulas of constants alone.</param>
/// <param name="attribute">The attribute that is compiled; null for number of rows and the like.</param>
internal sealed class FormulaCompiler(Compilation compilation, EntityPlan? entity, AttributePlan? attribute) : IFormulaScope
{
    private const int MostExpansions = 2000;

    private readonly Dictionary<string, Typed> _locals = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, Typed>? _parameters;
    private int _expanded;

    public ParameterExpression Row { get; } = Expression.Parameter(typeof(Row), "row");

    public ParameterExpression Random { get; } = Expression.Parameter(typeof(SplitRandom), "random");

    public Compilation Compilation => compilation;

    public SourcePlace Place { get; private set; }

    public string Owner { get; private set; } = "";

    public EntityPlan? Entity => entity;

    public AttributePlan? Attribute => attribute;

    /// <summary>Whether the formula is computed when a row and all below it are made, so that everything of it is known.</summary>
    public bool AfterRows { get; set; }

    /// <summary>Whether it is computed in rounds, when all rows of the entity are there.</summary>
    public bool InRounds { get; set; }

    /// <summary>The alternative that a choice weighs up; null outside of choices.</summary>
    public (EntityPlan Entity, ParameterExpression Row)? Alternative { get; set; }

    /// <summary>Of a neighbour's formula: that of the row which asks; its names begin with <c>self.</c>.</summary>
    public FormulaCompiler? Self { get; set; }

    /// <summary>Takes the place of a formula that this one is a part of.</summary>
    public void Stand(SourcePlace place, string owner) => (Place, Owner) = (place, owner);

    /// <summary>Reads the formula of a node.</summary>
    /// <exception cref="ScenarioException">It is wrong; the place is that of the wrong word.</exception>
    public Typed Parse(ScenarioNode node, string owner)
    {
        if (node.Text is null) throw new ScenarioException(node.Place, $"{owner}: a number or a formula is expected; here is {node.Shape}.");
        if (_parameters is null) _expanded = 0;
        return Guard(node, owner, 0, () => FormulaParser.Parse(node.Text, this));
    }

    /// <summary>Reads a text with formulas in braces, e.g. <c>P{n:000000}</c>.</summary>
    public TextFormula Template(ScenarioNode node, string owner)
    {
        if (node.Text is null) throw new ScenarioException(node.Place, $"{owner}: a text is expected; here is {node.Shape}.");
        var parts = new List<Expression>();
        _expanded = 0;
        foreach (var (literal, text, format, at) in TemplateParts.Of(node.Text, wrong => new ScenarioException(node.Place, $"{owner}: {wrong}")))
        {
            if (literal)
            {
                parts.Add(Expression.Constant(text));
                continue;
            }
            var value = Guard(node, owner, at, () => FormulaParser.Parse(text, this));
            if (format is not null) value = Guard(node, owner, at, () => TextFunctions.Format(value, format, new CallSite("format", 0, this)));
            parts.Add(value.AsString());
        }
        var code = parts.Count switch
        {
            0 => Expression.Constant(""),
            1 => parts[0],
            2 => Expression.Call(Joining(2), parts),
            3 => Expression.Call(Joining(3), parts),
            _ => (Expression)Expression.Call(typeof(string).GetMethod(nameof(string.Concat), [typeof(string[])])!, Expression.NewArrayInit(typeof(string), parts)),
        };
        return Expression.Lambda<TextFormula>(code, Row, Random).Compile();
    }

    public NumberFormula Compile(Typed typed)
    {
        if (typed.Type.IsString) throw new ScenarioException(Place, $"{Owner}: a text stands where a number is expected.");
        if (!typed.Constant) return Expression.Lambda<NumberFormula>(typed.AsNumber(), Row, Random).Compile();
        var value = Constant(typed);
        return (_, _) => value;
    }

    public TextFormula CompileText(Typed typed) => Expression.Lambda<TextFormula>(typed.AsString(), Row, Random).Compile();

    /// <summary>The value of a constant formula.</summary>
    public static double Constant(Typed typed) => typed.Code is ConstantExpression { Value: double number } ? number : Expression.Lambda<Func<double>>(typed.AsNumber()).Compile()();

    /// <summary>Gives a name a value inside the formulas read next.</summary>
    public void Let(string name, Typed value) => _locals[name] = value;

    /// <summary>Reads the body of a function: it knows its own parameters, and none of those who call it.</summary>
    /// <exception cref="FormulaException">Functions that call functions have grown beyond all measure.</exception>
    public Typed Body(OwnFunction function, IReadOnlyDictionary<string, Typed> parameters, int at)
    {
        if (++_expanded > MostExpansions) throw new FormulaException(at, $"{function.Name}: the functions of this formula call one another more than {MostExpansions} times.");
        var outer = _parameters;
        _parameters = parameters;
        try
        {
            return Parse(function.Body, $"function '{function.Name}'");
        }
        finally
        {
            _parameters = outer;
        }
    }

    public Typed Name(Token token) => _parameters is not null && _parameters.TryGetValue(token.Text, out var parameter) ? parameter
        : _locals.TryGetValue(token.Text, out var local) ? local
        : Self is not null && token.Text.StartsWith("self.", StringComparison.Ordinal) ? Self.Name(token with { Text = token.Text[5..] })
        : new NameResolver(this).Resolve(token);

    public Typed? Special(FormulaParser parser, Token function) => SpecialCalls.Read(this, parser, function);

    /// <summary>The place of a character of a text, as far as it can be told: in the first line of the text its column, else that of the text.</summary>
    public static SourcePlace PlaceIn(ScenarioNode node, int at)
    {
        var inLine = node.Text!.AsSpan(0, Math.Min(node.Text!.Length, at)).IndexOf('\n') < 0;
        return inLine && node.Place.Line > 0 ? node.Place with { Column = node.Place.Column + at + (node.Quoted ? 1 : 0) } : node.Place;
    }

    private static System.Reflection.MethodInfo Joining(int texts) => typeof(string).GetMethod(nameof(string.Concat), [.. Enumerable.Repeat(typeof(string), texts)])!;

    private T Guard<T>(ScenarioNode node, string owner, int offset, Func<T> read)
    {
        var outer = (Place, Owner);
        (Place, Owner) = (node.Place, owner);
        try
        {
            return read();
        }
        catch (FormulaException wrong)
        {
            throw new ScenarioException(PlaceIn(node, wrong.At + offset), $"{owner}: in '{(node.Text!.Length > 80 ? node.Text[..80] + "..." : node.Text)}': {wrong.Message}");
        }
        finally
        {
            if (_parameters is not null) (Place, Owner) = outer; // of the caller's formula; after the last one its own place stays, for what is compiled of it
        }
    }
}
