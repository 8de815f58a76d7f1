using System.Linq.Expressions;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Reads a formula into typed code by recursive descent.</summary>
/// <remarks>
/// From weak to strong: <c>c ? a : b</c>; or; and; not; = != &lt; &lt;= &gt; &gt;= in between; + -; * / %; sign; ^. Names, calls, numbers with units
/// (<c>3 days</c>, <c>5%</c>), quoted texts and dates (<c>2024-01-31</c>) are the leaves.
/// </remarks>
internal sealed class FormulaParser
{
    private const int MostDepth = 120;

    private readonly List<Token> _tokens;
    private int _at, _depth;

    private FormulaParser(string text, IFormulaScope scope) => (_tokens, Scope) = (Tokens.Of(text), scope);

    public IFormulaScope Scope { get; private set; }

    public Token Current => _tokens[_at];

    /// <exception cref="FormulaException">It cannot be read.</exception>
    public static Typed Parse(string text, IFormulaScope scope)
    {
        var parser = new FormulaParser(text, scope);
        var value = parser.Expression();
        if (parser.Current.Kind != TokenKind.End) throw new FormulaException(parser.Current.At, $"'{parser.Current.Text}' stands where an operator or the end is expected.");
        return value;
    }

    public Typed Expression()
    {
        Deeper();
        var value = Or();
        if (Take("?"))
        {
            var yes = Expression();
            Expect(":");
            value = Operators.If(value, yes, Expression(), Current.At);
        }
        _depth--;
        return value;
    }

    /// <summary>An expression whose names mean something else.</summary>
    public Typed ExpressionIn(IFormulaScope scope)
    {
        var outer = Scope;
        Scope = scope;
        try
        {
            return Expression();
        }
        finally
        {
            Scope = outer;
        }
    }

    /// <summary>The token that the parser stands at; the end is never passed.</summary>
    public Token Next() => Current.Kind == TokenKind.End ? Current : _tokens[_at++];

    public void Expect(string symbol)
    {
        if (!Take(symbol)) throw new FormulaException(Current.At, Current.Kind == TokenKind.End ? $"'{symbol}' is missing at the end." : $"'{symbol}' is expected, not '{Current.Text}'.");
    }

    public bool Take(string word)
    {
        if (!(Current.Kind == TokenKind.Symbol && Current.Text == word || Current.Kind == TokenKind.Name && string.Equals(Current.Text, word, StringComparison.OrdinalIgnoreCase))) return false;
        _at++;
        return true;
    }

    public List<Typed> Arguments()
    {
        var arguments = new List<Typed>();
        if (Current is { Kind: TokenKind.Symbol, Text: ")" }) return arguments;
        do arguments.Add(Expression());
        while (Take(","));
        return arguments;
    }

    private Typed Or()
    {
        var left = And();
        while (Take("or") || Take("||")) left = Operators.Logic(left, And(), Current.At, or: true);
        return left;
    }

    private Typed And()
    {
        var left = Not();
        while (Take("and") || Take("&&")) left = Operators.Logic(left, Not(), Current.At, or: false);
        return left;
    }

    private Typed Not()
    {
        var at = Current.At;
        if (!Take("not") && !Take("!")) return Comparison();
        Deeper();
        var value = Not();
        _depth--;
        return Operators.Not(value, at);
    }

    private Typed Comparison()
    {
        var left = Sum();
        var at = Current.At;
        foreach (var symbol in (string[])["==", "!=", "<>", "<=", ">=", "=", "<", ">"])
            if (Take(symbol)) return Operators.Compare(left, Sum(), symbol, at);
        var negated = Take("not");
        Typed? found = null;
        if (Take("in"))
        {
            var square = Take("[");
            if (!square) Expect("(");
            var items = new List<Typed>();
            do items.Add(Sum());
            while (Take(","));
            Expect(square ? "]" : ")");
            found = Operators.In(left, items, at);
        }
        else if (Take("between"))
        {
            var low = Sum();
            if (!Take("and")) throw new FormulaException(Current.At, "'between' needs 'and': x between 1 and 5.");
            found = Operators.Between(left, low, Sum(), at);
        }
        if (found is null) return negated ? throw new FormulaException(at, "'not' stands where 'not in' or 'not between' could.") : left;
        return negated ? Operators.Not(found, at) : found;
    }

    private Typed Sum()
    {
        var left = Product();
        while (true)
        {
            var at = Current.At;
            if (Take("+")) left = Operators.Add(left, Product(), at, Scope);
            else if (Take("-")) left = Operators.Subtract(left, Product(), at);
            else return left;
        }
    }

    private Typed Product()
    {
        var left = Signed();
        while (true)
        {
            var at = Current.At;
            if (Take("*")) left = Operators.Arithmetic(left, Signed(), ExpressionType.Multiply, at);
            else if (Take("/")) left = Operators.Arithmetic(left, Signed(), ExpressionType.Divide, at);
            else if (Take("%")) left = Operators.Arithmetic(left, Signed(), ExpressionType.Modulo, at);
            else return left;
        }
    }

    private Typed Signed()
    {
        var at = Current.At;
        var negative = Take("-");
        if (!negative && !Take("+")) return Power();
        Deeper();
        var value = Signed();
        _depth--;
        if (!negative) return value;
        value = Operators.Number(value, at);
        return value with { Code = System.Linq.Expressions.Expression.Negate(value.Code), Type = value.Type.Kind == CellKind.Boolean ? CellType.Integer : value.Type };
    }

    private Typed Power()
    {
        var left = Leaf();
        var at = Current.At;
        if (!Take("^")) return left;
        Deeper();
        var power = Signed();
        _depth--;
        return Functions.Call("pow", at, [left, power], Scope);
    }

    // Functions of the scenario are read inside of formulas, each with a depth of its own
    private void Deeper()
    {
        if (++_depth > MostDepth || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new FormulaException(Current.At, $"The formula nests deeper than {MostDepth} levels.");
    }

    private Typed Leaf()
    {
        var token = Next();
        switch (token.Kind)
        {
            case TokenKind.Number: return Typed.Of(token.Number);
            case TokenKind.Date: return Typed.Of(token.Number, CellType.Date);
            case TokenKind.Time: return Typed.Of(token.Number, CellType.Time);
            case TokenKind.String: return Typed.Of(token.Text);
            case TokenKind.Name when Current is { Kind: TokenKind.Symbol, Text: "(" }:
                _at++;
                var value = Scope.Special(this, token) ?? Functions.Call(token.Text, token.At, Arguments(), Scope);
                Expect(")");
                return value;
            case TokenKind.Name when token.Text is "true" or "false": return Typed.Of(token.Text == "true");
            case TokenKind.Name: return Scope.Name(token);
            case TokenKind.Symbol when token.Text == "(":
                var inner = Expression();
                Expect(")");
                return inner with { Literal = null };
            case TokenKind.End: throw new FormulaException(token.At, "The formula ends where a value is expected.");
            default: throw new FormulaException(token.At, $"'{token.Text}' stands where a value is expected.");
        }
    }
}
