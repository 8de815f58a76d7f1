using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Dates, time stamps and booleans, by the column's own spelling.</summary>
internal sealed class OtherCellWriter(Column column, CellQuoting quoting, byte[] missing) : CellWriter
{
    // Dates repeat: the last few hundred spellings are kept.
    private readonly Dictionary<long, byte[]> _known = [];

    public override int MaxBytes { get; } = Math.Max(missing.Length, LongestSpelling(column));

    public override int Write(int row, Span<byte> destination)
    {
        var bytes = column.IsNull(row) ? missing : Spelled(row);
        bytes.CopyTo(destination);
        return bytes.Length;
    }

    private byte[] Spelled(int row)
    {
        var key = column switch
        {
            DateColumn dates => dates.Values[row],
            TimestampColumn stamps => stamps.Values[row],
            BooleanColumn booleans => booleans.Values[row] ? 1 : 0,
            _ => throw new InvalidOperationException($"Column '{column.Name}' has its own writer."),
        };
        if (_known.TryGetValue(key, out var bytes)) return bytes;
        if (_known.Count > 100_000) _known.Clear();
        return _known[key] = quoting.Encode(column.GetText(row)!);
    }

    private static int LongestSpelling(Column column) => 2 * (column switch
    {
        BooleanColumn => Math.Max(column.Format.TrueText?.Length ?? 5, column.Format.FalseText?.Length ?? 5) * 3,
        _ => 64 + 3 * (column.Format.Pattern?.Length ?? 0),
    }) + 3;
}
