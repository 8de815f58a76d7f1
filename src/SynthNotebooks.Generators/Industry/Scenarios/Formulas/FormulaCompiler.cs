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
    private readonly Dictionary<string, Typed> _locals = new(StringComparer.Ordinal);

    public ParameterExpression Row { get; } = Expression.Parameter(typeof(Row), "row");

    public ParameterExpression Random { get; } = Expression.Parameter(typeof(SplitRandom), "random");

    public Compilation Compilation => compilation;

    public EntityPlan? Entity => entity;

    public AttributePlan? Attribute => attribute;

    /// <summary>Whether the formula is computed when a row and all below it are made, so that everything of it is known.</summary>
    public bool AfterRows { get; set; }

    /// <summary>Whether it is computed in rounds, when all rows of the entity are there.</summary>
    public bool InRounds { get; set; }

    /// <summary>The alternative that a choice weighs up; null outside of choices.</summary>
    public (EntityPlan Entity, ParameterExpression Row)? Alternative { get; set; }

    /// <summary>Reads the formula of a node.</summary>
    /// <exception cref="ScenarioException">It is wrong; the place is that of the wrong word.</exception>
    public Typed Parse(ScenarioNode node, string owner)
    {
        if (node.Text is null) throw new ScenarioException(node.Place, $"{owner}: a number or a formula is expected; here is {node.Shape}.");
        return Guard(node, owner, 0, () => FormulaParser.Parse(node.Text, this));
    }

    /// <summary>Reads a text with formulas in braces, e.g. <c>P{n:000000}</c>.</summary>
    public TextFormula Template(ScenarioNode node, string owner)
    {
        if (node.Text is null) throw new ScenarioException(node.Place, $"{owner}: a text is expected; here is {node.Shape}.");
        var parts = new List<Expression>();
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
        if (!typed.Constant) return Expression.Lambda<NumberFormula>(typed.AsNumber(), Row, Random).Compile();
        var value = Constant(typed);
        return (_, _) => value;
    }

    public TextFormula CompileText(Typed typed) => Expression.Lambda<TextFormula>(typed.AsString(), Row, Random).Compile();

    /// <summary>The value of a constant formula.</summary>
    public static double Constant(Typed typed) => typed.Code is ConstantExpression { Value: double number } ? number : Expression.Lambda<Func<double>>(typed.AsNumber()).Compile()();

    /// <summary>Gives a name a value inside the formulas read next, e.g. the parameter of a function.</summary>
    public void Let(string name, Typed? value)
    {
        if (value is null) _locals.Remove(name);
        else _locals[name] = value;
    }

    public Typed Name(Token token) => _locals.TryGetValue(token.Text, out var local) ? local : new NameResolver(this).Resolve(token);

    public Typed? Special(FormulaParser parser, Token function) => SpecialCalls.Read(this, parser, function);

    private static System.Reflection.MethodInfo Joining(int texts) => typeof(string).GetMethod(nameof(string.Concat), [.. Enumerable.Repeat(typeof(string), texts)])!;

    private static T Guard<T>(ScenarioNode node, string owner, int offset, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormulaException wrong)
        {
            var place = node.Place;
            var inLine = node.Text!.AsSpan(0, Math.Min(node.Text!.Length, wrong.At + offset)).IndexOf('\n') < 0;
            throw new ScenarioException(inLine ? place with { Column = place.Column + wrong.At + offset + (node.Quoted ? 1 : 0) } : place, $"{owner}: in '{(node.Text.Length > 80 ? node.Text[..80] + "..." : node.Text)}': {wrong.Message}");
        }
    }
}
