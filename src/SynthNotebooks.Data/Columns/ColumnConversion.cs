using System.Globalization;
using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Turns a column of one kind into another, cell by cell, or says which cell cannot be.</summary>
public static class ColumnConversion
{
    /// <summary>The same cells as another kind; the column itself when it is of that kind.</summary>
    /// <param name="column">What to convert.</param>
    /// <param name="kind">The kind wanted.</param>
    /// <param name="format">How text is spelled where text is read (pattern of dates, words for true and false); null for the usual spellings.</param>
    /// <exception cref="ArgumentException">A cell cannot be converted without loss; the message names column, row, value and what is accepted.</exception>
    public static Column Convert(Column column, ColumnKind kind, ColumnFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Kind == kind) return column;
        return kind switch
        {
            ColumnKind.Text => ToText(column),
            ColumnKind.Real when column.Kind is ColumnKind.Integer or ColumnKind.Boolean => new DoubleColumn(column.Name, column.ToNumbers()),
            ColumnKind.Timestamp when column is DateColumn dates =>
                new TimestampColumn(column.Name, Map(dates.Values, day => day * TimeSpan.TicksPerDay), dates.Nulls),
            ColumnKind.Date when column is TimestampColumn stamps => StampsToDates(stamps),
            ColumnKind.Integer when column.Kind is ColumnKind.Real or ColumnKind.Boolean => NumbersToIntegers(column),
            ColumnKind.Boolean when column.Kind is ColumnKind.Integer or ColumnKind.Real => NumbersToBooleans(column),
            _ when column is TextColumn text => FromText(text, kind, format),
            _ => FromText(ToText(column), kind, format),
        };
    }

    private static TextColumn ToText(Column column)
    {
        var texts = new string?[column.Length];
        for (var row = 0; row < texts.Length; row++) texts[row] = column.GetText(row);
        return TextColumn.Of(column.Name, texts);
    }

    private static DateColumn StampsToDates(TimestampColumn stamps)
    {
        var days = new int[stamps.Length];
        for (var row = 0; row < days.Length; row++)
        {
            if (stamps.IsNull(row)) continue;
            if (stamps.Values[row] % TimeSpan.TicksPerDay != 0) throw Unfit(stamps, row, ColumnKind.Date, "time stamps at midnight");
            days[row] = (int)(stamps.Values[row] / TimeSpan.TicksPerDay);
        }
        return new DateColumn(stamps.Name, days, stamps.Nulls);
    }

    private static Int64Column NumbersToIntegers(Column column)
    {
        var numbers = column.ToNumbers();
        var (values, missing) = (new long[numbers.Length], new bool[numbers.Length]);
        for (var row = 0; row < numbers.Length; row++)
        {
            missing[row] = double.IsNaN(numbers[row]);
            if (missing[row]) continue;
            if (Math.Abs(numbers[row]) > 1L << 53 || numbers[row] != Math.Truncate(numbers[row])) throw Unfit(column, row, ColumnKind.Integer, "whole numbers up to 2^53");
            values[row] = (long)numbers[row];
        }
        return new Int64Column(column.Name, values, NullMask.Of(missing));
    }

    private static BooleanColumn NumbersToBooleans(Column column)
    {
        var numbers = column.ToNumbers();
        var (values, missing) = (new bool[numbers.Length], new bool[numbers.Length]);
        for (var row = 0; row < numbers.Length; row++)
        {
            missing[row] = double.IsNaN(numbers[row]);
            if (!missing[row] && numbers[row] is not (0 or 1)) throw Unfit(column, row, ColumnKind.Boolean, "0 and 1");
            values[row] = numbers[row] == 1;
        }
        return new BooleanColumn(column.Name, values, NullMask.Of(missing), new ColumnFormat(TrueText: "1", FalseText: "0"));
    }

    // Each distinct text is read once.
    private static Column FromText(TextColumn text, ColumnKind kind, ColumnFormat? format)
    {
        var cells = new byte[text.Categories.Count][];
        for (var code = 0; code < cells.Length; code++) cells[code] = Encoding.UTF8.GetBytes(text.Categories[code]);
        var used = new int[cells.Length]; // a row of each text that occurs, for the error; −1 otherwise
        used.AsSpan().Fill(-1);
        for (var row = text.Length - 1; row >= 0; row--)
            if (text.Codes[row] is >= 0 and var code) used[code] = row;
        return kind switch
        {
            ColumnKind.Integer => Typed(text, cells, used, kind, (byte[] cell, out long value) => NumberCell.TryInteger(cell, out value),
                (values, nulls) => new Int64Column(text.Name, values, nulls), "whole numbers of at most 64 bits without leading zeros"),
            ColumnKind.Real => Typed(text, cells, used, kind, (byte[] cell, out double value) => NumberCell.TryReal(cell, (byte)'.', out value, out _),
                (values, nulls) => new DoubleColumn(text.Name, WithNaN(values, nulls)), "numbers such as 1.5 or 1e-3"),
            ColumnKind.Boolean => ToBooleans(text, cells, used, format),
            _ => ToTimes(text, cells, used, kind, format),
        };
    }

    private static Column ToBooleans(TextColumn text, byte[][] cells, int[] used, ColumnFormat? format)
    {
        var words = (True: format?.TrueText, False: format?.FalseText);
        foreach (var (yes, no) in new[] { ("true", "false"), ("yes", "no"), ("t", "f"), ("y", "n"), ("1", "0") })
        {
            if (words.True is not null) break;
            var first = text.Categories.Where((_, code) => used[code] >= 0).FirstOrDefault() ?? "";
            if (!first.Equals(yes, StringComparison.OrdinalIgnoreCase) && !first.Equals(no, StringComparison.OrdinalIgnoreCase)) continue;
            words = !first.Any(char.IsLower) ? (yes.ToUpperInvariant(), no.ToUpperInvariant())
                : char.IsUpper(first[0]) ? (char.ToUpperInvariant(yes[0]) + yes[1..], char.ToUpperInvariant(no[0]) + no[1..]) : (yes, no);
        }
        var (trueText, falseText) = (words.True ?? "true", words.False ?? "false");
        var (trueBytes, falseBytes) = (Encoding.UTF8.GetBytes(trueText), Encoding.UTF8.GetBytes(falseText));
        return Typed(text, cells, used, ColumnKind.Boolean, (byte[] cell, out bool value) => (value = cell.AsSpan().SequenceEqual(trueBytes)) || cell.AsSpan().SequenceEqual(falseBytes),
            (values, nulls) => new BooleanColumn(text.Name, values, nulls, new ColumnFormat(TrueText: trueText, FalseText: falseText)), $"'{trueText}' and '{falseText}'");
    }

    private static Column ToTimes(TextColumn text, byte[][] cells, int[] used, ColumnKind kind, ColumnFormat? format)
    {
        var candidates = new List<TemporalPattern>();
        if (format?.Pattern is { } told) candidates.Add(TemporalPattern.Compile(told));
        var first = Array.FindIndex(used, row => row >= 0);
        if (first >= 0) candidates.AddRange(TemporalGuess.Of(cells[first]));
        candidates.Add(TemporalPattern.Compile(kind == ColumnKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss"));
        var fitting = candidates.Find(pattern => pattern.HasTime == (kind == ColumnKind.Timestamp)
            && cells.Where((_, code) => used[code] >= 0).All(cell => pattern.TryParse(cell, out _))) ?? candidates.Find(pattern => pattern.HasTime == (kind == ColumnKind.Timestamp))!;
        var spelled = new ColumnFormat(Pattern: fitting.Text);
        return Typed(text, cells, used, kind, (byte[] cell, out long value) => fitting.TryParse(cell, out value),
            (values, nulls) => kind == ColumnKind.Timestamp
                ? new TimestampColumn(text.Name, values, nulls, spelled)
                : new DateColumn(text.Name, Map(values, ticks => (int)(ticks / TimeSpan.TicksPerDay)), nulls, spelled),
            $"values of the pattern {fitting.Text}");
    }

    private delegate bool Parser<T>(byte[] cell, out T value);

    private static Column Typed<T>(TextColumn text, byte[][] cells, int[] used, ColumnKind kind, Parser<T> parse, Func<T[], NullMask, Column> build, string accepted)
    {
        var parsed = new T[cells.Length];
        for (var code = 0; code < cells.Length; code++)
            if (used[code] >= 0 && !parse(cells[code], out parsed[code])) throw Unfit(text, used[code], kind, accepted);
        var (values, missing) = (new T[text.Length], new bool[text.Length]);
        for (var row = 0; row < values.Length; row++)
        {
            if (text.Codes[row] is >= 0 and var code) values[row] = parsed[code];
            else missing[row] = true;
        }
        return build(values, NullMask.Of(missing));
    }

    private static double[] WithNaN(double[] values, NullMask nulls)
    {
        for (var row = 0; row < values.Length; row++)
            if (nulls[row]) values[row] = double.NaN;
        return values;
    }

    private static TResult[] Map<T, TResult>(ReadOnlySpan<T> values, Func<T, TResult> map)
    {
        var mapped = new TResult[values.Length];
        for (var i = 0; i < values.Length; i++) mapped[i] = map(values[i]);
        return mapped;
    }

    private static ArgumentException Unfit(Column column, int row, ColumnKind kind, string accepted) => new(
        string.Create(CultureInfo.InvariantCulture, $"Column '{column.Name}', row {row}: '{column.GetText(row)}' cannot become {SchemaNames.Of(kind)}; accepted are {accepted}, and missing cells."));
}
