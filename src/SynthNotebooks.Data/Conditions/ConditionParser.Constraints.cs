namespace SynthNotebooks.Data;

public static partial class ConditionParser
{
    internal sealed partial class Parser
    {
        /// <summary>The whole text as one constraint.</summary>
        public Constraint ParseConstraint()
        {
            if (Current.Kind == ConditionTokenKind.End) throw Failure("The constraint is empty; write e.g. age between 0 and 120.");
            if (Current.Is("not") && _tokens[_at + 1].Is("null"))
            {
                _at += 2;
                var column = ParseColumn();
                return Whole(new NotNullConstraint(column.Name));
            }
            if (Current.Is("unique") && IsOperandOrGroup(_tokens[_at + 1]))
            {
                _at++;
                return Whole(new UniqueConstraint(Current.IsSymbol("(") ? ParseNames() : [ParseColumn().Name]));
            }
            if ((Current.Is("combination") || Current.Is("combinations")) && _tokens[_at + 1].IsSymbol("("))
            {
                _at++;
                return Whole(new FixedCombinations(ParseNames()));
            }
            return _tokens.Any(token => token.IsSymbol("->")) ? ParseDependence() : Classified(ParseAll());
        }

        private FunctionalDependence ParseDependence()
        {
            var determinants = new List<string> { ParseColumn().Name };
            while (TakeSymbol(",")) determinants.Add(ParseColumn().Name);
            if (!TakeSymbol("->")) throw Failure($"'->' was expected, not {Current.Described}; write e.g. zip -> city.");
            return Whole(new FunctionalDependence(determinants, ParseColumn().Name));
        }

        private List<string> ParseNames()
        {
            if (!TakeSymbol("(")) throw Failure($"A list of columns in parentheses was expected, not {Current.Described}.");
            var names = new List<string> { ParseColumn().Name };
            while (TakeSymbol(",")) names.Add(ParseColumn().Name);
            return TakeSymbol(")") ? names : throw Failure($"The list of columns goes on with ',' or ends with ')', not {Current.Described}.");
        }

        private TConstraint Whole<TConstraint>(TConstraint constraint) => Current.Kind == ConditionTokenKind.End
            ? constraint
            : throw Failure($"{Current.Described} was not expected after the constraint; several are separated by ';'.");

        private static bool IsOperandOrGroup(ConditionToken token) => token.IsSymbol("(") || token.Kind == ConditionTokenKind.QuotedName || (token.Kind == ConditionTokenKind.Name && IsOperand(token));

        // The kind of constraint that says the same as a condition, so that it can be met by construction.
        private Constraint Classified(Condition condition) => condition switch
        {
            Condition.IsMissing(var column, true) => new NotNullConstraint(column),
            Condition.Comparison comparison when AsRange(comparison) is { } range => range,
            Condition.All(var parts) when parts.Count == 2 && AsRange(parts[0]) is { } a && AsRange(parts[1]) is { } b && Both(a, b) is { } range => range,
            Condition.Relation(RowExpression.Cell(var left), var comparison, RowExpression.Cell(var right)) when Family(schema[left].Kind) != 0 && comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual) =>
                comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual
                    ? new InequalityConstraint(left, right, comparison == ComparisonOperator.Less)
                    : new InequalityConstraint(right, left, comparison == ComparisonOperator.Greater),
            Condition.Relation(RowExpression.Cell(var total), ComparisonOperator.Equal, var expression) when IsFormula(total, expression) => Formula(total, expression),
            Condition.Relation(var expression, ComparisonOperator.Equal, RowExpression.Cell(var total)) when IsFormula(total, expression) => Formula(total, expression),
            _ => new ExpressionConstraint(condition),
        };

        private bool IsFormula(string total, RowExpression expression) =>
            Family(schema[total].Kind) != 0 && expression.Columns.Count > 0 && !expression.Columns.Contains(total);

        private Constraint Formula(string total, RowExpression expression)
        {
            var addends = new List<string>();
            return IsSum(expression, addends) && addends.Count >= 2 && addends.Distinct().Count() == addends.Count && Family(schema[total].Kind) == 1
                ? new SumConstraint(total, addends)
                : new FormulaConstraint(total, expression);
        }

        private static bool IsSum(RowExpression expression, List<string> addends)
        {
            if (expression is RowExpression.Operation(ArithmeticOperator.Add, var left, var right)) return IsSum(left, addends) && IsSum(right, addends);
            if (expression is not RowExpression.Cell(var column)) return false;
            addends.Add(column);
            return true;
        }

        private RangeConstraint? AsRange(Condition condition) => condition is Condition.Comparison(var column, var comparison, var value) && Family(schema[column].Kind) != 0
            ? comparison switch
            {
                ComparisonOperator.Less => new(column, null, value, MaximumExcluded: true),
                ComparisonOperator.LessOrEqual => new(column, null, value),
                ComparisonOperator.Greater => new(column, value, null, MinimumExcluded: true),
                ComparisonOperator.GreaterOrEqual => new(column, value, null),
                _ => null,
            }
            : null;

        private static RangeConstraint? Both(RangeConstraint a, RangeConstraint b)
        {
            if (a.Column != b.Column) return null;
            if (a.Minimum is null) (a, b) = (b, a);
            return a is { Minimum: not null, Maximum: null } && b is { Minimum: null, Maximum: not null }
                ? a with { Maximum = b.Maximum, MaximumExcluded = b.MaximumExcluded }
                : null;
        }
    }
}
