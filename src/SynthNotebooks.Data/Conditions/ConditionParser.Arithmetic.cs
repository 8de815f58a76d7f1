using System.Globalization;

namespace SynthNotebooks.Data;

public static partial class ConditionParser
{
    internal sealed partial class Parser
    {
        // Whether a comparison begins here that is more than a column and a value: arithmetic, or two columns.
        private bool StartsRelation()
        {
            if (Current.IsSymbol("-") || Current.IsSymbol("+")) return true;
            if (Current.IsSymbol("("))
            {
                var after = AfterParenthesis();
                return IsArithmetic(after) || OperatorOf(after) is not null;
            }
            if (!IsOperand(Current)) return false;
            var next = _tokens[_at + 1];
            if (IsArithmetic(next)) return true;
            if (OperatorOf(next) is null) return false;
            var value = _tokens[_at + 2];
            if (value.IsSymbol("(") || value.IsSymbol("-") || value.IsSymbol("+")) return true;
            if (!IsOperand(value)) return false;
            if (IsArithmetic(_tokens[_at + 3])) return true;
            return Current.Kind != ConditionTokenKind.Number && value.Kind != ConditionTokenKind.Number && Find(value) is not null;
        }

        private Condition.Relation ParseRelation()
        {
            var start = Current.Position;
            var left = ParseExpression();
            var comparison = TakeOperator() ?? throw Failure($"A comparison (= != < <= > >=) must follow the expression, not {Current.Described}.");
            var right = ParseExpression();
            RequireComparable(left, right, start);
            return new(left, comparison, right);
        }

        /// <summary>Sums and differences of products of columns, numbers and expressions in parentheses.</summary>
        public RowExpression ParseExpression()
        {
            if (++_nesting > MostNesting) throw Failure($"The condition is nested more than {MostNesting} deep.");
            var left = ParseProduct();
            while (true)
            {
                if (Current.IsSigned) left = new RowExpression.Operation(ArithmeticOperator.Add, left, ParseProduct()); // a -1
                else if (TakeSymbol("+")) left = new RowExpression.Operation(ArithmeticOperator.Add, left, ParseProduct());
                else if (TakeSymbol("-")) left = new RowExpression.Operation(ArithmeticOperator.Subtract, left, ParseProduct());
                else break;
            }
            _nesting--;
            return left;
        }

        /// <summary>The whole text as an expression.</summary>
        public RowExpression ParseWholeExpression()
        {
            var expression = ParseExpression();
            return Current.Kind == ConditionTokenKind.End ? expression : throw Failure($"{Current.Described} was not expected; an expression has columns, numbers, + - * / and parentheses.");
        }

        private RowExpression ParseProduct()
        {
            var left = ParseOperand();
            while (true)
            {
                if (TakeSymbol("*")) left = new RowExpression.Operation(ArithmeticOperator.Multiply, left, ParseOperand());
                else if (TakeSymbol("/")) left = new RowExpression.Operation(ArithmeticOperator.Divide, left, ParseOperand());
                else return left;
            }
        }

        private RowExpression ParseOperand()
        {
            var negative = false;
            while (Current.IsSymbol("-") || Current.IsSymbol("+")) negative ^= _tokens[_at++].Text == "-";
            if (negative) return new RowExpression.Operation(ArithmeticOperator.Subtract, new RowExpression.Number(0), ParseOperand());
            if (TakeSymbol("("))
            {
                var inner = ParseExpression();
                return TakeSymbol(")") ? inner : throw Failure($"A ')' is missing before {Current.Described}.");
            }
            if (Current.Kind == ConditionTokenKind.Number)
            {
                if (!decimal.TryParse(Current.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw Failure($"{Current.Text} is too large to reckon with; numbers go up to 7.9e28.");
                _at++;
                return new RowExpression.Number(number);
            }
            var place = _at;
            var column = ParseColumn();
            if (column.Kind is ColumnKind.Text or ColumnKind.Boolean && (IsArithmetic(Current) || place > 0 && IsArithmetic(_tokens[place - 1])))
            {
                _at = place;
                throw Failure($"Column '{column.Name}' is {SchemaNames.Of(column.Kind)}; arithmetic takes numbers, dates and time stamps.");
            }
            return new RowExpression.Cell(column.Name);
        }

        private void RequireComparable(RowExpression left, RowExpression right, int start)
        {
            if (left is RowExpression.Cell(var first) && right is RowExpression.Cell(var second))
            {
                var (a, b) = (schema[first], schema[second]);
                if (a.Kind == b.Kind || Family(a.Kind) == Family(b.Kind) && Family(a.Kind) != 0) return;
                throw new ConditionParseException(text, start, $"The column '{first}' ({SchemaNames.Of(a.Kind)}) cannot be compared with the column '{second}' ({SchemaNames.Of(b.Kind)}).");
            }
            if (UnitOf(left, start) is var unit && UnitOf(right, start) is var other && unit != other)
                throw new ConditionParseException(text, start, $"{left} is {unit}, {right} is {other}; the difference of two dates is a number of days, of two time stamps a number of seconds.");
        }

        private static int Family(ColumnKind kind) => kind switch
        {
            ColumnKind.Integer or ColumnKind.Real => 1,
            ColumnKind.Date or ColumnKind.Timestamp => 2,
            _ => 0,
        };

        /// <summary>What the expression yields: a number, a date or a time stamp.</summary>
        public string UnitOf(RowExpression expression, int start)
        {
            switch (expression)
            {
                case RowExpression.Cell(var name):
                    return schema[name].Kind switch
                    {
                        ColumnKind.Integer or ColumnKind.Real => "a number",
                        ColumnKind.Date => "a date",
                        ColumnKind.Timestamp => "a time stamp",
                        var kind => throw new ConditionParseException(text, start, $"Column '{name}' is {SchemaNames.Of(kind)}; arithmetic takes numbers, dates and time stamps."),
                    };
                case RowExpression.Operation(var symbol, var left, var right):
                    var (a, b) = (UnitOf(left, start), UnitOf(right, start));
                    if (a == "a number" && b == "a number") return a;
                    if (symbol == ArithmeticOperator.Subtract && a == b) return "a number";
                    if (symbol is ArithmeticOperator.Add or ArithmeticOperator.Subtract && b == "a number") return a;
                    if (symbol == ArithmeticOperator.Add && a == "a number") return b;
                    throw new ConditionParseException(text, start, $"{expression} has no meaning: {left} is {a}, {right} is {b}.");
                default:
                    return "a number";
            }
        }

        private static bool IsArithmetic(ConditionToken token) => token.IsSigned || (token.Kind == ConditionTokenKind.Symbol && token.Text is "+" or "-" or "*" or "/");

        private static bool IsOperand(ConditionToken token) => token.Kind is ConditionTokenKind.QuotedName or ConditionTokenKind.Number
            || token.Kind == ConditionTokenKind.Name && !ConditionText.Keywords.Contains(token.Text, StringComparer.OrdinalIgnoreCase);

        // The token behind the parenthesis that closes the one here; the end when none does.
        private ConditionToken AfterParenthesis()
        {
            var depth = 0;
            for (var i = _at; i < _tokens.Count - 1; i++)
            {
                if (_tokens[i].IsSymbol("(")) depth++;
                else if (_tokens[i].IsSymbol(")") && --depth == 0) return _tokens[i + 1];
            }
            return _tokens[^1];
        }
    }
}
