namespace SynthNotebooks.Data;

/// <summary>Cells of any text.</summary>
internal sealed class TextCells(NullTokens tokens, int capacity, bool quotedEmptyIsText) : CellColumnBuilder(tokens, capacity)
{
    private readonly TextDictionary _dictionary = new();
    private int[] _codes = new int[Math.Max(capacity, 16)];
    private byte[] _scratch = [];

    public override ColumnKind Kind => ColumnKind.Text;

    public int Distinct => _dictionary.Count;

    public override bool TryAppend(CellBlock block, int column)
    {
        Reserve(ref _codes, Count + block.Rows);
        var codes = _codes.AsSpan(Count, block.Rows);
        for (int row = 0, cell = column; row < codes.Length; row++, cell += block.Columns)
        {
            var raw = block.Raw(cell);
            var token = -1;
            if (raw.IsEmpty ? !(quotedEmptyIsText && block.Lengths[cell] < 0) : Tokens.InText && (token = Tokens.Find(raw)) >= 0)
            {
                codes[row] = -1;
                AddNull(Count + row, token);
                continue;
            }
            codes[row] = _dictionary.Add((block.Lengths[cell] & CellBlock.Escaped) != 0 ? Unescape(raw) : raw);
        }
        Count += block.Rows;
        return true;
    }

    public override Column Build(string name) => new TextColumn(
        name, _codes.AsMemory(0, Count), _dictionary.ToStrings(), NullText is { } text ? new ColumnFormat(NullText: text) : null);

    /// <summary>Whether the cells, all digits, look like ids rather than amounts: nearly all distinct, or all of one length.</summary>
    public bool LooksLikeIds()
    {
        var sameLength = true;
        for (var code = 1; code < Distinct; code++) sameLength &= _dictionary.Bytes(code).Length == _dictionary.Bytes(0).Length;
        return sameLength || Distinct >= 0.9 * (Count - NullCount);
    }

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> raw)
    {
        if (_scratch.Length < raw.Length + 8) _scratch = new byte[raw.Length * 2 + 8];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            _scratch[length++] = raw[i];
            if (raw[i] == '"') i++;
        }
        return _scratch.AsSpan(0, length);
    }
}
