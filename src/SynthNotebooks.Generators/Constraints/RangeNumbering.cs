using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Identifying numbers within a range: scattered, and a different one for every row until the range is used up.</summary>
/// <param name="column">Name of the column.</param>
/// <param name="low">Smallest number.</param>
/// <param name="indices">Which of the numbers above it come out; those of training rows do not while there are enough others.</param>
/// <param name="isDistinct">Whether more rows than numbers are refused; else numbers repeat.</param>
internal sealed class RangeNumbering(string column, long low, FreshIndex indices, bool isDistinct)
{
    private const double Widest = 9e15;

    public string Column => column;

    public static RangeNumbering Of(Int64Column training, IReadOnlyList<RangeConstraint> ranges, FitContext context, bool isDistinct)
    {
        var schema = context.Schema[training.Name];
        decimal? low = null, high = null;
        foreach (var range in ranges)
        {
            var (least, most) = RangeClamp.Bounds(range, schema);
            low = low is { } a && least is { } b ? Math.Max(a, b) : low ?? least;
            high = high is { } c && most is { } d ? Math.Min(c, d) : high ?? most;
        }
        var present = Enumerable.Range(0, training.Length).Where(row => !training.IsNull(row)).Select(row => training.Values[row]).ToArray();
        var (first, last) = (low ?? present.DefaultIfEmpty(0).Min(), high ?? decimal.MaxValue);
        last = Math.Min(last, Math.Min(first + (decimal)Widest, long.MaxValue));
        var capacity = (ulong)(last - first + 1);
        var used = present.Select(value => (ulong)(value - first)).ToHashSet();
        var fresh = FreshIndex.Avoiding(capacity, used, new SplitRandom(context.Seed).Split("numbering").Split(training.Name));
        return new(training.Name, (long)first, fresh.Count >= (ulong)training.Length ? fresh : new(capacity, 1, 0), isDistinct);
    }

    /// <summary>The column's numbers for a run of rows.</summary>
    /// <exception cref="FitException">The range has fewer numbers than the sample has rows.</exception>
    public Column Number(Column cells, long firstRow, SplitRandom stream)
    {
        if (isDistinct && (ulong)(firstRow + cells.Length) > indices.Count)
            throw new FitException($"Column '{column}' is unique and has {indices.Count} values within its range that may come out, so a sample has at most {indices.Count} rows.");
        var key = stream.Split(column).NextUInt64();
        var (values, missing) = (new long[cells.Length], new bool[cells.Length]);
        for (var row = 0; row < values.Length; row++)
        {
            missing[row] = cells.IsNull(row);
            values[row] = low + (long)indices.Of((ulong)(firstRow + row) % indices.Count, key);
        }
        return new Int64Column(column, values, NullMask.Of(missing), cells.Format);
    }

    public void Save(ModelWriter writer)
    {
        writer.Write("column", column);
        writer.Write("low", low);
        writer.Write("capacity", indices.Capacity);
        writer.Write("modulus", indices.Modulus);
        writer.Write("residue", indices.Residue);
        writer.Write("distinct", isDistinct ? 1L : 0L);
    }

    public static RangeNumbering Load(ModelReader reader)
    {
        var indices = new FreshIndex(reader.Unsigned("capacity"), reader.Unsigned("modulus"), reader.Unsigned("residue"));
        if (indices.Modulus == 0 || indices.Count == 0 || indices.Capacity > (ulong)Widest + 1) throw new ModelFormatException("The model's numbering has no numbers.");
        return new(reader.Text("column"), reader.Integer("low"), indices, reader.Integer("distinct", 0, 1) == 1);
    }
}
