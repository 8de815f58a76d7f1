using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>What a column's cells can be, as declared: nothing in it was read from the data.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">How cells come out.</param>
/// <param name="HasMissing">Whether cells may be missing.</param>
internal abstract record ColumnDomain(string Name, ColumnKind Kind, bool HasMissing);

/// <summary>A list of values.</summary>
/// <param name="Palette">The values in order, one a row, none missing.</param>
/// <param name="HasMissing">Whether cells may be missing.</param>
internal sealed record ListedDomain(Column Palette, bool HasMissing) : ColumnDomain(Palette.Name, Palette.Kind, HasMissing);

/// <summary>All multiples of a power of ten, or all days, in a range.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">Integer, real or date.</param>
/// <param name="Low">Smallest value in units of 10^−decimals, or the day's number.</param>
/// <param name="High">Largest value, not below the smallest.</param>
/// <param name="Decimals">Decimal places, 0 to 9; 0 for integers and dates.</param>
/// <param name="IsCode">Whether every value is a state of its own, however many there are.</param>
/// <param name="HasMissing">Whether cells may be missing.</param>
internal sealed record RangeDomain(string Name, ColumnKind Kind, long Low, long High, int Decimals, bool IsCode, bool HasMissing) : ColumnDomain(Name, Kind, HasMissing)
{
    /// <summary>Number of values.</summary>
    public long Values => High - Low + 1;

    /// <summary>Cells of given units; <see cref="long.MinValue"/> is missing.</summary>
    public Column Cells(ReadOnlySpan<long> units)
    {
        var missing = new bool[units.Length];
        for (var row = 0; row < missing.Length; row++) missing[row] = units[row] == long.MinValue;
        var nulls = NullMask.Of(missing);
        var known = units.ToArray();
        for (var row = 0; row < known.Length; row++)
            if (missing[row]) known[row] = 0;
        var scale = Learning.NumberGrid.PowerOfTen(Decimals);
        return Kind switch
        {
            ColumnKind.Date => new DateColumn(Name, known.Select(unit => (int)unit).ToArray(), nulls),
            ColumnKind.Real => new DoubleColumn(Name, known.Select((unit, row) => missing[row] ? double.NaN : unit / scale).ToArray()),
            _ => new Int64Column(Name, known, nulls),
        };
    }

    /// <summary>For each cell its unit, the nearest end where it lies outside the range; <see cref="long.MinValue"/> where missing.</summary>
    /// <exception cref="FitException">The column is of a kind that holds no such values.</exception>
    public long[] Units(Column column)
    {
        var fits = Kind == ColumnKind.Date ? column is DateColumn : column.Kind is ColumnKind.Integer or ColumnKind.Real or ColumnKind.Boolean;
        if (!fits)
            throw new FitException($"Column '{Name}' is of kind {column.Kind}; its domain has {(Kind == ColumnKind.Date ? "dates" : "numbers")}. Declare its values, or read the column as {(Kind == ColumnKind.Date ? "date" : "number")}.");
        var units = new long[column.Length];
        var numbers = column is DateColumn ? [] : column.ToNumbers();
        var scale = Learning.NumberGrid.PowerOfTen(Decimals);
        for (var row = 0; row < units.Length; row++)
        {
            if (column.IsNull(row) || (numbers.Length > 0 && double.IsNaN(numbers[row]))) units[row] = long.MinValue;
            else if (column is DateColumn days) units[row] = Math.Clamp(days.Values[row], Low, High);
            else
            {
                var unit = Math.Round(numbers[row] * scale);
                units[row] = unit <= Low ? Low : unit >= High ? High : (long)unit;
            }
        }
        return units;
    }
}
