using System.Globalization;
using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Reads the values of conditions as the kind of the column they are compared with.</summary>
internal static class ConditionValues
{
    private static readonly TemporalPattern Date = TemporalPattern.Compile("yyyy-MM-dd");

    private static readonly TemporalPattern[] Times =
    [
        .. new[] { "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd" }.Select(TemporalPattern.Compile),
    ];

    /// <exception cref="ConditionParseException">The token is no value of the column's kind.</exception>
    public static object Read(ConditionToken token, ColumnSchema column, string text)
    {
        var bare = token.Kind == ConditionTokenKind.Name && !ConditionText.Keywords.Contains(token.Text, StringComparer.OrdinalIgnoreCase);
        var flag = token.Is("true") || token.Is("false");
        if (token.Is("null")) throw new ConditionParseException(text, token.Position, $"Nothing equals null; write \"{column.Name} is null\" or \"{column.Name} is not null\".");
        if (token.Kind is not (ConditionTokenKind.Number or ConditionTokenKind.Text) && !flag)
        {
            var hint = bare || token.Kind == ConditionTokenKind.QuotedName ? $" Texts stand in single quotes: '{token.Text}'." : "";
            throw new ConditionParseException(text, token.Position, $"A value for the column '{column.Name}' ({SchemaNames.Of(column.Kind)}) was expected, not {token.Described}.{hint}");
        }
        return TryRead(token, column) ?? throw new ConditionParseException(
            text, token.Position, $"'{token.Text}' is no value of the column '{column.Name}', which holds {Accepted(column)}.");
    }

    private static object? TryRead(ConditionToken token, ColumnSchema column)
    {
        var value = token.Text;
        switch (column.Kind)
        {
            case ColumnKind.Integer:
                if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return integer;
                if (TryNumber(value) is not { } number) return null;
                if (number == Math.Truncate(number) && Math.Abs(number) < 1e15) return (long)number; // 65.0
                return number;
            case ColumnKind.Real:
                return TryNumber(value);
            case ColumnKind.Boolean:
                if (value.Equals("true", StringComparison.OrdinalIgnoreCase) || value == column.Format?.TrueText || value == "1") return true;
                return value.Equals("false", StringComparison.OrdinalIgnoreCase) || value == column.Format?.FalseText || value == "0" ? false : null;
            case ColumnKind.Date:
                return TryTicks(value, column, [Date]) is { } day && day % TimeSpan.TicksPerDay == 0 ? DateOnly.FromDateTime(new DateTime(day)) : null;
            case ColumnKind.Timestamp:
                return TryTicks(value, column, Times) is { } ticks ? new DateTime(ticks) : null;
            default:
                return value;
        }
    }

    private static double? TryNumber(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    // ISO, or as the column itself spells it.
    private static long? TryTicks(string value, ColumnSchema column, TemporalPattern[] patterns)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        foreach (var pattern in patterns)
            if (pattern.TryParse(bytes, out var ticks)) return ticks;
        return column.Format?.Pattern is { } own && TemporalPattern.Compile(own).TryParse(bytes, out var spelled) ? spelled : null;
    }

    private static string Accepted(ColumnSchema column) => column.Kind switch
    {
        ColumnKind.Integer => "whole numbers such as 65",
        ColumnKind.Real => "numbers such as 1.5",
        ColumnKind.Boolean => "true and false",
        ColumnKind.Date => "dates such as '2024-12-31'",
        ColumnKind.Timestamp => "time stamps such as '2024-12-31 23:59:59'",
        _ => "texts",
    };
}
