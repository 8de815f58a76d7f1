using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>All multiples of a power of ten in a range, or days or points in time at equal distances from the first.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">Integer, real, date or time stamp.</param>
/// <param name="Low">Smallest value in units of 10^−decimals; for days and times the number of steps from <see cref="Origin"/>.</param>
/// <param name="High">Largest value, not below the smallest.</param>
/// <param name="Decimals">Decimal places, 0 to 9; 0 but for reals.</param>
/// <param name="IsCode">Whether every value is a state of its own, however many there are.</param>
/// <param name="HasMissing">Whether cells may be missing.</param>
internal sealed record RangeDomain(string Name, ColumnKind Kind, long Low, long High, int Decimals, bool IsCode, bool HasMissing) : ColumnDomain(Name, Kind, HasMissing)
{
    /// <summary>The declared first day, or the ticks of the first point in time; 0 for numbers.</summary>
    public long Origin { get; init; }

    /// <summary>Distance of neighbours, in days or ticks; 1 for numbers.</summary>
    public long Step { get; init; } = 1;

    /// <summary>Number of bins of equal width, where they were declared; null where bins are to be cut with budget.</summary>
    public int? Bins { get; init; }

    /// <summary>Number of values.</summary>
    public long Values => High - Low + 1;

    /// <summary>Whether the values are days or points in time.</summary>
    public bool IsTemporal => Kind is ColumnKind.Date or ColumnKind.Timestamp;

    /// <summary>A unit as its column stores it: number, 10^−decimals, day or tick.</summary>
    public long Stored(long unit) => Origin + unit * Step;

    /// <summary>A unit as schemas tell it: number, day, or second.</summary>
    public double Number(long unit) => Kind == ColumnKind.Timestamp ? Stored(unit) / (double)TimeSpan.TicksPerSecond : Stored(unit) / Learning.NumberGrid.PowerOfTen(Decimals);

    /// <summary>First unit of each of some bins as equal in width as can be.</summary>
    public long[] Starts(long bins)
    {
        var starts = new long[Math.Min(bins, Values)];
        for (var i = 0; i < starts.Length; i++) starts[i] = Low + (long)((Int128)i * Values / starts.Length);
        return starts;
    }

    /// <summary>Cells of given units; <see cref="long.MinValue"/> is missing.</summary>
    public Column Cells(ReadOnlySpan<long> units)
    {
        var missing = new bool[units.Length];
        for (var row = 0; row < missing.Length; row++) missing[row] = units[row] == long.MinValue;
        var nulls = NullMask.Of(missing);
        var known = units.ToArray();
        for (var row = 0; row < known.Length; row++) known[row] = missing[row] ? 0 : Stored(known[row]);
        var scale = Learning.NumberGrid.PowerOfTen(Decimals);
        return Kind switch
        {
            ColumnKind.Date => new DateColumn(Name, known.Select(day => (int)day).ToArray(), nulls),
            ColumnKind.Timestamp => new TimestampColumn(Name, known, nulls),
            ColumnKind.Real => new DoubleColumn(Name, known.Select((unit, row) => missing[row] ? double.NaN : unit / scale).ToArray()),
            _ => new Int64Column(Name, known, nulls),
        };
    }

    /// <summary>Checks that a column can hold such values, from its kind alone.</summary>
    /// <exception cref="FitException">It cannot.</exception>
    public void Require(Column column)
    {
        var fits = IsTemporal ? column is DateColumn or TimestampColumn : column.Kind is ColumnKind.Integer or ColumnKind.Real or ColumnKind.Boolean;
        if (fits) return;
        var (holds, read) = Kind switch { ColumnKind.Date => ("dates", "date"), ColumnKind.Timestamp => ("time stamps", "timestamp"), _ => ("numbers", "number") };
        throw new FitException($"Column '{Name}' is of kind {column.Kind}; its domain has {holds}. Declare its values, or read the column as {read}. Nothing was spent.");
    }

    /// <summary>For each cell its unit, the nearest end where it lies outside the range; <see cref="long.MinValue"/> where missing.</summary>
    /// <remarks>A number counts as the nearest value, a day or a time as the last value that is not after it: a day of a week as its week.</remarks>
    public long[] Units(Column column)
    {
        Require(column);
        return column switch
        {
            DateColumn days => Units(column, row => Kind == ColumnKind.Date ? days.Values[row] : days.Values[row] * TimeSpan.TicksPerDay),
            TimestampColumn times => Units(column, row => Kind == ColumnKind.Date ? times.Values[row] / TimeSpan.TicksPerDay : times.Values[row]),
            _ => Units(column.ToNumbers(), column),
        };
    }

    private long[] Units(Column column, Func<int, long> stored)
    {
        var units = new long[column.Length];
        for (var row = 0; row < units.Length; row++)
        {
            if (column.IsNull(row)) units[row] = long.MinValue;
            else units[row] = Math.Clamp((long)Math.Floor((decimal)(stored(row) - Origin) / Step), Low, High);
        }
        return units;
    }

    private long[] Units(double[] numbers, Column column)
    {
        var units = new long[numbers.Length];
        var scale = Learning.NumberGrid.PowerOfTen(Decimals);
        for (var row = 0; row < units.Length; row++)
        {
            if (column.IsNull(row) || double.IsNaN(numbers[row]))
            {
                units[row] = long.MinValue;
                continue;
            }
            var unit = Math.Round(numbers[row] * scale);
            units[row] = unit <= Low ? Low : unit >= High ? High : (long)unit;
        }
        return units;
    }
}
