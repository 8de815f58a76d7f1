using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary><c>pick('a', 'b')</c>, <c>pick(words.towns)</c>, <c>pick_weighted('a', 3, 'b', age / 10)</c>: one of several values, one draw each; only the value that is picked is computed.</summary>
internal static class ChoiceFunctions
{
    public static IReadOnlyList<string> Names { get; } = ["pick", "pick_weighted"];

    /// <summary>The call; the parser stands after its parenthesis.</summary>
    public static Typed Read(FormulaCompiler formulas, FormulaParser parser, Token function)
    {
        if (function.Text == "pick" && parser.Current.Kind == TokenKind.Name && formulas.Compilation.Words.Find(parser.Current.Text) is { } words)
        {
            parser.Next();
            var code = Expression.Call(typeof(WeightedChoice), nameof(WeightedChoice.OfSums), null, Expression.Constant(words.Sums), formulas.Random);
            return new(Expression.Convert(code, typeof(double)), new CellType(CellKind.Text, words.Items));
        }
        var square = parser.Take("[");
        List<Typed> values = square && parser.Current is { Kind: TokenKind.Symbol, Text: "]" } ? [] : parser.Arguments();
        if (square) parser.Expect("]");
        return function.Text == "pick" ? Evenly(formulas, function, values) : Weighted(formulas, function, values);
    }

    private static Typed Evenly(FormulaCompiler formulas, Token function, List<Typed> values)
    {
        if (values.Count == 0) throw new FormulaException(function.At, "pick needs values, pick('a', 'b'), or a word list, pick(words.towns).");
        var place = Expression.Call(formulas.Random, typeof(SplitRandom).GetMethod(nameof(SplitRandom.NextBelow), [typeof(int)])!, Expression.Constant(values.Count));
        return One(values, place, function);
    }

    private static Typed Weighted(FormulaCompiler formulas, Token function, List<Typed> pairs)
    {
        if (pairs.Count == 0 || pairs.Count % 2 == 1) throw new FormulaException(function.At, "pick_weighted needs pairs of a value and its weight: pick_weighted('a', 3, 'b', 1).");
        var weights = new Expression[pairs.Count / 2];
        var values = new List<Typed>(weights.Length);
        for (var i = 0; i < weights.Length; i++)
        {
            values.Add(pairs[2 * i]);
            weights[i] = Operators.Number(pairs[2 * i + 1], function.At).Code;
        }
        var choice = Expression.Constant(new WeightedPick(formulas.Place, formulas.Owner));
        return One(values, Expression.Call(choice, nameof(WeightedPick.Of), null, Expression.NewArrayInit(typeof(double), weights), formulas.Random), function);
    }

    private static Typed One(List<Typed> values, Expression place, Token function)
    {
        var (codes, type) = Operators.Common(values, function.At);
        if (codes.TrueForAll(code => code is ConstantExpression { Value: double }))
            return new(Expression.ArrayIndex(Expression.Constant(codes.ConvertAll(code => (double)((ConstantExpression)code).Value!).ToArray()), place), type);
        if (codes.Count == 1) return new(Expression.Block(place, codes[0]), type); // drawn all the same, so that one value more changes no other draw
        var cases = new SwitchCase[codes.Count - 1];
        for (var i = 0; i < cases.Length; i++) cases[i] = Expression.SwitchCase(codes[i], Expression.Constant(i));
        return new(Expression.Switch(place, codes[^1], cases), type);
    }
}

/// <summary>A place in proportion to weights that formulas give; a missing weight is 0.</summary>
internal sealed class WeightedPick(SourcePlace place, string owner)
{
    public int Of(double[] weights, SplitRandom random)
    {
        var any = false;
        for (var i = 0; i < weights.Length; i++)
        {
            if (double.IsNaN(weights[i])) weights[i] = 0;
            if (!(weights[i] >= 0 && weights[i] < double.MaxValue)) throw new ScenarioException(place, FormattableString.Invariant($"{owner}: weight {i + 1} of pick_weighted is {weights[i]:R}; it must be a number of at least 0."));
            any |= weights[i] > 0;
        }
        return any ? WeightedChoice.Of(weights, random) : throw new ScenarioException(place, $"{owner}: all weights of pick_weighted are 0; at least one must be above 0.");
    }
}
