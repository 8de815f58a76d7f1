using System.Globalization;
using System.Text.RegularExpressions;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>Coarser cells.</summary>
internal static partial class SafeHarborCells
{
    /// <summary>Whether all cells are zip codes: five digits or nine, or three when they were cut already; or numbers below 100000, not all below 1000, which could be either.</summary>
    public static bool AreZips(Column column) => column switch
    {
        Int64Column numbers => Holds(column, row => numbers.Values[row] is >= 0 and <= 99_999) && !Holds(column, row => numbers.Values[row] < 1000),
        TextColumn => Holds(column, row => Zip().IsMatch(column.GetText(row)!)),
        _ => false,
    };

    /// <summary>Whether all cells are texts with one year of four digits.</summary>
    public static bool AreDates(Column column) => Holds(column, row => Year().Count(column.GetText(row)!) == 1 && column.GetText(row)!.Length <= 30);

    /// <summary>The first three digits, or 000.</summary>
    public static Column ThreeDigits(Column column, IReadOnlySet<string> restricted) => Mapped(column, row =>
    {
        var zip = column is Int64Column numbers ? numbers.Values[row].ToString("00000", CultureInfo.InvariantCulture) : column.GetText(row)!;
        return restricted.Contains(zip[..3]) ? "000" : zip[..3];
    });

    /// <summary>The year as a whole number.</summary>
    public static Column Years(Column column)
    {
        var years = new long[column.Length];
        var missing = new bool[years.Length];
        for (var row = 0; row < years.Length; row++)
        {
            missing[row] = column.IsNull(row);
            if (missing[row]) continue;
            years[row] = column[row] switch
            {
                long year => year,
                DateOnly date => date.Year,
                DateTime time => time.Year,
                _ => long.Parse(Year().Match(column.GetText(row)!).Value, CultureInfo.InvariantCulture),
            };
        }
        return new Int64Column(column.Name, years, NullMask.Of(missing));
    }

    /// <summary>The year of birth, no year before the last that tells an age above 89.</summary>
    public static Column BirthYears(Column column, int lastOld)
    {
        var years = (Int64Column)Years(column);
        var values = years.Values.ToArray();
        for (var row = 0; row < values.Length; row++)
            if (!years.IsNull(row)) values[row] = Math.Max(values[row], lastOld);
        return new Int64Column(column.Name, values, years.Nulls);
    }

    /// <summary>Numbers above the highest become one more than it.</summary>
    public static Column TopCoded(Column column, int highest)
    {
        if (column is DoubleColumn reals)
        {
            var values = reals.Values.ToArray();
            for (var i = 0; i < values.Length; i++)
                if (values[i] > highest) values[i] = highest + 1;
            return new DoubleColumn(column.Name, values, column.Format);
        }
        var whole = (Int64Column)column;
        var ages = whole.Values.ToArray();
        for (var i = 0; i < ages.Length; i++) ages[i] = Math.Min(ages[i], highest + 1);
        return new Int64Column(column.Name, ages, whole.Nulls, column.Format);
    }

    private static TextColumn Mapped(Column column, Func<int, string> cell) =>
        TextColumn.Of(column.Name, Enumerable.Range(0, column.Length).Select(row => column.IsNull(row) ? null : cell(row)));

    private static bool Holds(Column column, Func<int, bool> test)
    {
        if (column.NullCount == column.Length) return false;
        for (var row = 0; row < column.Length; row++)
            if (!column.IsNull(row) && !test(row)) return false;
        return true;
    }

    [GeneratedRegex("^[0-9]{3}([0-9]{2}(-?[0-9]{4})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Zip();

    [GeneratedRegex(@"\b(18|19|20|21)[0-9]{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
