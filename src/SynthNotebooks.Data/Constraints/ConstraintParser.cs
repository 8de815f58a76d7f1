namespace SynthNotebooks.Data;

/// <summary>Reads constraints in their short form.</summary>
/// <remarks>
/// <c>age between 0 and 120</c>, <c>not null age</c>, <c>unique id</c>, <c>admitted &lt;= discharged</c>, <c>combination(city, state)</c>,
/// <c>zip -> city</c>, <c>total = a + b</c>, <c>amount = price * quantity</c>, and any other condition (<see cref="ConditionParser"/>). Several are
/// separated by semicolons or line breaks outside quotes.
/// </remarks>
public static class ConstraintParser
{
    /// <summary>Reads one constraint on the columns of a schema.</summary>
    /// <exception cref="ConditionParseException">The text is no constraint; the message shows the place.</exception>
    /// <exception cref="ConstraintException">It does not fit the columns.</exception>
    public static Constraint Parse(string text, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(schema);
        var constraint = new ConditionParser.Parser(text, schema).ParseConstraint();
        constraint.Validate(schema);
        return constraint;
    }

    /// <summary>Reads several, separated by semicolons or line breaks; an empty text is none.</summary>
    /// <exception cref="ConditionParseException">A part is no constraint; the message shows the place.</exception>
    /// <exception cref="ConstraintException">A part does not fit the columns.</exception>
    public static IReadOnlyList<Constraint> ParseAll(string text, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Parts(text).Select(part => Parse(part, schema))];
    }

    /// <summary>Reads the right side of a formula.</summary>
    /// <param name="column">The column on the left, as it is.</param>
    /// <param name="expression">E.g. <c>price * quantity</c>.</param>
    /// <param name="schema">The columns that it speaks of.</param>
    /// <exception cref="ConditionParseException">The text is no expression; the message shows the place.</exception>
    public static FormulaConstraint ParseFormula(string column, string expression, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(schema);
        return new(column, new ConditionParser.Parser(expression, schema).ParseWholeExpression());
    }

    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        char quote = default;
        for (var i = 0; i <= text.Length; i++)
        {
            var atEnd = i == text.Length;
            if (!atEnd && quote != default)
            {
                if (text[i] == quote) quote = default;
                continue;
            }
            if (!atEnd && text[i] is ('\'' or '"' or '`')) quote = text[i];
            if (!atEnd && text[i] is not (';' or '\n' or '\r')) continue;
            var part = text[start..i].Trim();
            start = i + 1;
            if (part.Length > 0) yield return part;
        }
    }
}
