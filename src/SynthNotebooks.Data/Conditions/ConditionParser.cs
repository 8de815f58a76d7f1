namespace SynthNotebooks.Data;

/// <summary>Reads conditions such as <c>age >= 65 and sex = 'Female'</c>.</summary>
/// <remarks>
/// <c>or</c> binds weaker than <c>and</c>, which binds weaker than <c>not</c>. Comparisons are <c>= != &lt;&gt; &lt; &lt;= &gt; &gt;=</c>, <c>[not] in (...)</c>,
/// <c>[not] between a and b</c>, <c>is [not] null</c>; columns may be compared with each other and with arithmetic over them
/// (<c>total &lt;= 2 * (price + tax)</c>); a boolean column may stand alone. Names that are no plain words stand in double quotes or
/// backticks, texts and dates ('2024-12-31') in single quotes. Keywords in any case; names are matched exactly, or else in any case when that is unique.
/// </remarks>
public static partial class ConditionParser
{
    /// <summary>Reads a condition on the columns of a schema.</summary>
    /// <exception cref="ConditionParseException">The text is no condition; the message shows the place and what is accepted.</exception>
    public static Condition Parse(string text, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(schema);
        return new Parser(text, schema).ParseAll();
    }

    internal sealed partial class Parser(string text, TableSchema schema)
    {
        private const int MostNesting = 500;

        private readonly List<ConditionToken> _tokens = ConditionTokens.Of(text);
        private int _at;
        private int _nesting;

        private ConditionToken Current => _tokens[_at];

        public Condition ParseAll()
        {
            if (Current.Kind == ConditionTokenKind.End) throw Failure("The condition is empty; write e.g. age >= 65.");
            var condition = ParseOr();
            return Current.Kind == ConditionTokenKind.End ? condition : throw Failure($"{Current.Described} was not expected; join conditions by 'and' or 'or'.");
        }

        private Condition ParseOr()
        {
            if (++_nesting > MostNesting) throw Failure($"The condition is nested more than {MostNesting} deep.");
            var parts = new List<Condition> { ParseAnd() };
            while (Take("or") || TakeSymbol("||")) parts.Add(ParseAnd());
            _nesting--;
            return parts.Count == 1 ? parts[0] : new Condition.Any(parts);
        }

        private Condition ParseAnd()
        {
            var parts = new List<Condition> { ParseNot() };
            while (Take("and") || TakeSymbol("&&")) parts.Add(ParseNot());
            return parts.Count == 1 ? parts[0] : new Condition.All(parts);
        }

        private Condition ParseNot()
        {
            var negations = 0;
            while (Take("not") || TakeSymbol("!")) negations++;
            var condition = ParsePrimary();
            return negations % 2 == 0 ? condition : new Condition.Not(condition);
        }

        private Condition ParsePrimary()
        {
            if (StartsRelation()) return ParseRelation();
            if (TakeSymbol("("))
            {
                var inner = ParseOr();
                return TakeSymbol(")") ? inner : throw Failure($"A ')' is missing before {Current.Described}.");
            }
            if (Current.Is("true") || Current.Is("false")) return Take("true") ? new Condition.All([]) : SkipThen(new Condition.Any([]));
            if (Current.Kind is ConditionTokenKind.Number or ConditionTokenKind.Text) return ParseReversed();
            var column = ParseColumn();
            if (TakeOperator() is { } comparison) return new Condition.Comparison(column.Name, comparison, ParseValue(column));
            if (Take("is"))
            {
                var negated = Take("not");
                return Take("null") ? new Condition.IsMissing(column.Name, negated) : throw Failure($"'null' or 'not null' must follow 'is', not {Current.Described}.");
            }
            var not = Take("not");
            if (Take("in")) return new Condition.InList(column.Name, ParseList(column), not);
            if (Take("between")) return ParseBetween(column, not);
            if (not) throw Failure($"'in' or 'between' must follow 'not' here, not {Current.Described}.");
            return column.Kind == ColumnKind.Boolean
                ? new Condition.Comparison(column.Name, ComparisonOperator.Equal, true)
                : throw Failure($"A comparison must follow the column '{column.Name}': = != < <= > >= in between is.");
        }

        private Condition.Comparison ParseReversed() // 65 <= age
        {
            var literal = _at++;
            var comparison = TakeOperator() ?? throw Failure($"A comparison (= != < <= > >=) must follow the value, not {Current.Described}.");
            var column = ParseColumn();
            var value = ConditionValues.Read(_tokens[literal], column, text);
            return new Condition.Comparison(column.Name, Mirrored(comparison), value);
        }

        private Condition ParseBetween(ColumnSchema column, bool negated)
        {
            var low = ParseValue(column);
            if (!Take("and")) throw Failure($"'and' must stand between the two bounds of 'between', not {Current.Described}.");
            var high = ParseValue(column);
            return negated
                ? new Condition.Any([new Condition.Comparison(column.Name, ComparisonOperator.Less, low), new Condition.Comparison(column.Name, ComparisonOperator.Greater, high)])
                : new Condition.All([new Condition.Comparison(column.Name, ComparisonOperator.GreaterOrEqual, low), new Condition.Comparison(column.Name, ComparisonOperator.LessOrEqual, high)]);
        }

        private List<object> ParseList(ColumnSchema column)
        {
            if (!TakeSymbol("(")) throw Failure($"A list in parentheses must follow 'in', not {Current.Described}.");
            var values = new List<object> { ParseValue(column) };
            while (TakeSymbol(",")) values.Add(ParseValue(column));
            return TakeSymbol(")") ? values : throw Failure($"The list after 'in' goes on with ',' or ends with ')', not {Current.Described}.");
        }

        private ColumnSchema ParseColumn()
        {
            var token = Current;
            var quoted = token.Kind == ConditionTokenKind.QuotedName;
            if (!quoted && (token.Kind != ConditionTokenKind.Name || ConditionText.Keywords.Contains(token.Text, StringComparer.OrdinalIgnoreCase)))
                throw Failure($"The name of a column was expected, not {token.Described}.");
            if (Find(token) is not { } column) throw Failure(Unknown(token, quoted));
            _at++;
            return column;
        }

        // my col > 3: the name was cut at its first space or sign
        private string Unknown(ConditionToken token, bool quoted) =>
            !quoted && schema.Columns.FirstOrDefault(known => known.Name.Length > token.Text.Length && text.AsSpan(token.Position).StartsWith(known.Name, StringComparison.OrdinalIgnoreCase)) is { } whole
                ? $"There is no column '{token.Text}', but there is one named '{whole.Name}'; names with spaces or signs stand in backticks or double quotes: `{whole.Name}`."
                : UnknownColumn.Message(token.Text, schema.Columns.Select(known => known.Name));

        private ColumnSchema? Find(ConditionToken token) => schema.Columns.FirstOrDefault(known => known.Name == token.Text)
            ?? (schema.Columns.Where(known => known.Name.Equals(token.Text, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only] ? only : null);

        private object ParseValue(ColumnSchema column)
        {
            var value = ConditionValues.Read(Current, column, text);
            _at++;
            return value;
        }

        private ComparisonOperator? TakeOperator()
        {
            var found = OperatorOf(Current);
            if (found is not null) _at++;
            return found;
        }

        private static ComparisonOperator? OperatorOf(ConditionToken token) => token.Kind != ConditionTokenKind.Symbol ? null : token.Text switch
        {
            "=" or "==" => ComparisonOperator.Equal,
            "!=" or "<>" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            ">=" => ComparisonOperator.GreaterOrEqual,
            _ => null,
        };

        public static ComparisonOperator Mirrored(ComparisonOperator comparison) => comparison switch
        {
            ComparisonOperator.Less => ComparisonOperator.Greater,
            ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
            ComparisonOperator.Greater => ComparisonOperator.Less,
            ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
            _ => comparison,
        };

        private bool Take(string keyword)
        {
            if (!Current.Is(keyword)) return false;
            _at++;
            return true;
        }

        private bool TakeSymbol(string symbol)
        {
            if (!Current.IsSymbol(symbol)) return false;
            _at++;
            return true;
        }

        private Condition SkipThen(Condition condition)
        {
            _at++;
            return condition;
        }

        private ConditionParseException Failure(string reason) => new(text, Current.Position, reason);
    }
}
