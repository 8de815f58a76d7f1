using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Prints conditions in the language of <see cref="ConditionParser"/>.</summary>
internal static class ConditionText
{
    public static readonly string[] Keywords = ["and", "or", "not", "in", "between", "is", "null", "true", "false"];

    public static string Print(Condition condition) => condition switch
    {
        Condition.Comparison(var column, var comparison, var value) => $"{Name(column)} {Symbol(comparison)} {Value(value)}",
        Condition.Relation(var left, var comparison, var right) => $"{left} {Symbol(comparison)} {right}",
        Condition.InList(var column, var values, var negated) => $"{Name(column)} {(negated ? "not in" : "in")} ({string.Join(", ", values.Select(Value))})",
        Condition.IsMissing(var column, var negated) => $"{Name(column)} is {(negated ? "not null" : "null")}",
        Condition.All({ Count: 0 }) => "true",
        Condition.Any({ Count: 0 }) => "false",
        Condition.All(var parts) => string.Join(" and ", parts.Select(Inner)),
        Condition.Any(var parts) => string.Join(" or ", parts.Select(Inner)),
        Condition.Not(var part) => "not (" + Print(part) + ")",
        _ => throw new ArgumentException($"A condition of type {condition.GetType().Name} is not known.", nameof(condition)),
    };

    public static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    public static string Name(string column)
    {
        var plain = column.Length > 0 && (char.IsLetter(column[0]) || column[0] == '_') && column.All(c => char.IsLetterOrDigit(c) || c == '_')
            && !Keywords.Contains(column, StringComparer.OrdinalIgnoreCase);
        return plain ? column : "\"" + column.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    public static string Value(object value) => value switch
    {
        string text => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'",
        bool flag => flag ? "true" : "false",
        DateOnly date => "'" + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "'",
        DateTime time => "'" + time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "'",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} cannot stand in a condition.", nameof(value)),
    };

    private static string Inner(Condition part) => part is Condition.All { Parts.Count: > 0 } or Condition.Any { Parts.Count: > 0 } ? "(" + Print(part) + ")" : Print(part);
}
