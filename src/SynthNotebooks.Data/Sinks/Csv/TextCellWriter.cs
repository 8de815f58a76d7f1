namespace SynthNotebooks.Data;

/// <summary>Copies pre-encoded categories.</summary>
internal sealed class TextCellWriter : CellWriter
{
    private readonly byte[] _arena;
    private readonly int[] _ends; // of each category; the missing cell's spelling comes first
    private ReadOnlyMemory<int> _codes;

    public TextCellWriter(TextColumn column, CellQuoting quoting, byte[] missing)
    {
        Categories = column.Categories;
        _ends = new int[Categories.Count + 1];
        var arena = new ArrayBuffer(missing);
        _ends[0] = MaxBytes = missing.Length;
        for (var code = 0; code < Categories.Count; code++)
        {
            var bytes = quoting.Encode(Categories[code]);
            arena.Append(bytes);
            _ends[code + 1] = arena.Count;
            MaxBytes = Math.Max(MaxBytes, bytes.Length);
        }
        _arena = arena.Bytes;
        _codes = column.Memory;
    }

    public override int MaxBytes { get; }

    public IReadOnlyList<string> Categories { get; }

    /// <summary>Goes on to the next chunk, which shares the dictionary.</summary>
    public void Continue(TextColumn column) => _codes = column.Memory;

    public override int Write(int row, Span<byte> destination)
    {
        var code = _codes.Span[row];
        var start = code < 0 ? 0 : _ends[code];
        var length = _ends[code + 1] - start;
        _arena.AsSpan(start, length).CopyTo(destination);
        return length;
    }

    private struct ArrayBuffer(byte[] first)
    {
        public byte[] Bytes = [.. first, .. new byte[1024]];
        public int Count = first.Length;

        public void Append(byte[] bytes)
        {
            if (Count + bytes.Length > Bytes.Length)
                Array.Resize(ref Bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)Count + bytes.Length, Bytes.Length * 2L)));
            bytes.CopyTo(Bytes, Count);
            Count += bytes.Length;
        }
    }
}
