namespace SynthNotebooks.Data;

/// <summary>Where the cells of a run of rows lie in the text.</summary>
internal sealed class CellBlock
{
    /// <summary>Set in a length: the cell was quoted.</summary>
    public const int Quoted = int.MinValue;

    /// <summary>Set in a length: the cell holds doubled quotes.</summary>
    public const int Escaped = 1 << 30;

    /// <summary>The bits of a length that are the length.</summary>
    public const int LengthMask = Escaped - 1;

    public CellBlock(byte[] text, int columns)
    {
        (Text, Columns) = (text, columns);
        MaxRows = Math.Max(16, 16384 / Math.Max(1, columns)); // the index of a block stays in the second-level cache
        Starts = new int[checked(MaxRows * columns)];
        Lengths = new int[MaxRows * columns];
    }

    /// <summary>UTF-8, padded.</summary>
    public byte[] Text { get; }

    public int Columns { get; }

    public int MaxRows { get; }

    /// <summary>Rows filled.</summary>
    public int Rows { get; set; }

    /// <summary>Row-major.</summary>
    public int[] Starts { get; }

    /// <summary>Row-major, with flags.</summary>
    public int[] Lengths { get; }

    /// <summary>The bytes of a cell between its quotes, doubled quotes not yet undone.</summary>
    public ReadOnlySpan<byte> Raw(int cell) => Text.AsSpan(Starts[cell], Lengths[cell] & LengthMask);

    /// <summary>The cell's text, undone.</summary>
    public string GetString(int cell)
    {
        var text = System.Text.Encoding.UTF8.GetString(Raw(cell));
        return (Lengths[cell] & Escaped) != 0 ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }
}
