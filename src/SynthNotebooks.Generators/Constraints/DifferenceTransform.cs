using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>In place of a column that is never below others: its distance from the largest of them.</summary>
/// <remarks>
/// Where all the others are missing, the distance from a fixed reference, of either sign; so cells are missing exactly where they were. A distance
/// that leads beyond the column's range is wrapped into it.
/// </remarks>
/// <param name="name">Of the encoded column.</param>
/// <param name="high">The column, with its kind, decimals and format.</param>
/// <param name="lows">The others.</param>
/// <param name="strict">For each of them, whether equality is excluded too.</param>
/// <param name="place">What the distances are taken from and how far they lead.</param>
internal sealed class DifferenceTransform(string name, ColumnSchema high, IReadOnlyList<ColumnSchema> lows, IReadOnlyList<bool> strict, DifferencePlace place) : ITransform
{
    private const decimal SecondsADay = 86_400;

    private readonly bool _inSeconds = lows.Append(high).Any(column => column.Kind == ColumnKind.Timestamp);
    private readonly bool _isReal = lows.Append(high).Any(column => column.Kind == ColumnKind.Real);

    public IReadOnlyList<string> Inputs { get; } = [.. lows.Select(low => low.Name)];

    public IReadOnlyList<string> Outputs { get; } = [high.Name];

    /// <summary>The transform; null when the numbers are too large for exact differences.</summary>
    public static DifferenceTransform? Of(string name, ColumnSchema high, IReadOnlyList<ColumnSchema> lows, IReadOnlyList<bool> strict, DataFrame training, int extremeRecords)
    {
        var probe = new DifferenceTransform(name, high, lows, strict, new(0, 0, 0));
        var (values, missing) = probe.Axis(training[high.Name], high);
        var (bases, noBase) = probe.Bases(column => training[column], values.Length);
        decimal[] present = [.. values.Where((_, row) => !missing[row]).Order()], starts = [.. bases.Where((_, row) => !noBase[row]).Order()];
        if (training[high.Name].NullCount != missing.AsSpan().Count(true) || present.Any(TooLarge) || starts.Any(TooLarge)) return null;
        if (present.Length == 0) return new(name, high, lows, strict, new(0, 0, 0));
        var extreme = Math.Min(extremeRecords, (present.Length - 1) / 2);
        return new(name, high, lows, strict, new(starts.Length == 0 ? 0 : starts[starts.Length / 2], present[extreme], present[^(1 + extreme)]));

        static bool TooLarge(decimal value) => Math.Abs(value) > 4e18m; // twice that is still a 64-bit integer
    }

    public IReadOnlyList<EncodedColumn> Encode(DataFrame table)
    {
        var (values, missing) = Axis(table[high.Name], high);
        var (bases, noBase) = Bases(column => table[column], values.Length);
        for (var row = 0; row < values.Length; row++) values[row] -= noBase[row] ? place.Reference : bases[row];
        return [new(Distances(values, missing), ColumnRole.Continuous)];
    }

    public IReadOnlyList<Column> Decode(Func<string, Column> column)
    {
        var encoded = column(name);
        var (values, missing) = RowArithmetic.Evaluate(new RowExpression.Cell(name), new DataFrame(encoded));
        var (bases, noBase) = Bases(column, values.Length);
        var unit = (_inSeconds && high.Kind == ColumnKind.Date ? SecondsADay : DecimalColumn.Unit(high)) ?? 0;
        var anyStrict = strict.Contains(true);
        for (var row = 0; row < values.Length; row++)
        {
            if (missing[row]) continue;
            var distance = _inSeconds ? values[row] / TimeSpan.TicksPerSecond : values[row];
            if (noBase[row])
            {
                values[row] = Math.Clamp(place.Reference + distance, place.Lowest, place.Highest);
                continue;
            }
            distance = Math.Abs(distance);
            var room = place.Highest - bases[row];
            if (distance > room) distance = room > 0 ? distance % room : 0;
            values[row] = DecimalColumn.Above(bases[row] + distance, unit == 0 ? null : unit);
            if (anyStrict && values[row] <= bases[row]) values[row] += unit;
        }
        if (_inSeconds && high.Kind == ColumnKind.Date)
            for (var row = 0; row < values.Length; row++) values[row] /= SecondsADay;
        return [AtLeast(DecimalColumn.Of(high, values, missing), column)];
    }

    public void Save(ModelWriter writer)
    {
        writer.Write("transform", "difference");
        writer.Write("name", name);
        writer.Write("high", high.Name);
        writer.WriteTexts("lows", Inputs);
        writer.WriteArray<byte>("strict", [.. strict.Select(flag => flag ? (byte)1 : (byte)0)]);
        place.Save(writer);
    }

    public static DifferenceTransform Load(ModelReader reader, TableSchema schema)
    {
        ColumnSchema[] lows = [.. reader.Texts("lows").Select(low => schema[low])];
        return new(reader.Text("name"), schema[reader.Text("high")], lows, [.. reader.Array<byte>("strict", [lows.Length]).Select(flag => flag != 0)], DifferencePlace.Load(reader));
    }

    // Days or seconds; dates count in seconds where a time stamp is among the columns.
    private (decimal[] Values, bool[] Missing) Axis(Column column, ColumnSchema schema)
    {
        var (values, missing) = RowArithmetic.Evaluate(new RowExpression.Cell(column.Name), new DataFrame(column));
        if (_inSeconds && schema.Kind == ColumnKind.Date)
            for (var row = 0; row < values.Length; row++) values[row] *= SecondsADay;
        return (values, missing);
    }

    private (decimal[] Values, bool[] Missing) Bases(Func<string, Column> column, int rows)
    {
        var (bases, missing) = (new decimal[rows], new bool[rows]);
        missing.AsSpan().Fill(true);
        foreach (var low in lows)
        {
            var (values, absent) = Axis(column(low.Name), low);
            for (var row = 0; row < rows; row++)
            {
                if (absent[row]) continue;
                bases[row] = missing[row] ? values[row] : Math.Max(bases[row], values[row]);
                missing[row] = false;
            }
        }
        return (bases, missing);
    }

    private Column Distances(decimal[] values, bool[] missing)
    {
        if (_isReal)
        {
            var decimals = lows.Append(high).Select(column => column.Kind == ColumnKind.Real ? column.Format?.Decimals ?? column.Decimals : 0).Aggregate((int?)0, (most, own) => most is { } a && own is { } b ? Math.Max(a, b) : null);
            return DecimalColumn.Of(new(name, ColumnKind.Real, ColumnRole.Continuous, Format: new ColumnFormat(decimals)), values, missing);
        }
        if (_inSeconds)
            for (var row = 0; row < values.Length; row++) values[row] *= TimeSpan.TicksPerSecond;
        return DecimalColumn.Of(new(name, ColumnKind.Integer, ColumnRole.Continuous), values, missing);
    }

    // Decimals hold 15 digits of a real cell, so the last bit may fall below it.
    private Column AtLeast(Column made, Func<string, Column> column)
    {
        if (made is not DoubleColumn reals || DecimalColumn.Unit(high) is not null) return made;
        var values = reals.Values.ToArray();
        for (var i = 0; i < lows.Count; i++)
        {
            var others = column(lows[i].Name).ToNumbers();
            for (var row = 0; row < values.Length; row++)
            {
                if (values[row] < others[row]) values[row] = others[row];
                if (strict[i] && values[row] == others[row]) values[row] = Math.BitIncrement(others[row]);
            }
        }
        return new DoubleColumn(made.Name, values, made.Format);
    }
}
