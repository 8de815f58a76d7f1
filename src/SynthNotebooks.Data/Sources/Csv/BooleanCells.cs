using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Cells that say true or false in one spelling: lower case, capitalised or upper case.</summary>
internal sealed class BooleanCells : CellColumnBuilder
{
    private static readonly (string True, string False)[] Spellings = [("true", "false"), ("True", "False"), ("TRUE", "FALSE")];

    private readonly byte[] _true, _false;
    private bool[] _values;

    private BooleanCells(NullTokens tokens, int capacity, (string True, string False) spelling)
        : base(tokens, capacity)
    {
        (_true, _false) = (Encoding.UTF8.GetBytes(spelling.True), Encoding.UTF8.GetBytes(spelling.False));
        _values = new bool[Capacity];
    }

    public override ColumnKind Kind => ColumnKind.Boolean;

    /// <summary>The builder of the spelling that a cell shows; null when it is neither true nor false.</summary>
    public static BooleanCells? For(ReadOnlySpan<byte> cell, NullTokens tokens, int capacity)
    {
        foreach (var spelling in Spellings)
        {
            var builder = new BooleanCells(tokens, 0, spelling);
            if (cell.SequenceEqual(builder._true) || cell.SequenceEqual(builder._false)) return new(tokens, capacity, spelling);
        }
        return null;
    }

    public override bool TryAppend(CellBlock block, int column)
    {
        Reserve(ref _values, Count + block.Rows);
        for (int row = 0, cell = column; row < block.Rows; row++, cell += block.Columns)
        {
            var raw = block.Raw(cell);
            if (raw.SequenceEqual(_true))
            {
                _values[Count + row] = true;
                continue;
            }
            _values[Count + row] = false;
            if (raw.SequenceEqual(_false)) continue;
            var token = raw.IsEmpty ? -1 : Tokens.Find(raw);
            if (token < 0 && !raw.IsEmpty) return Refuse(Count, row);
            AddNull(Count + row, token);
        }
        Count += block.Rows;
        return true;
    }

    public override Column Build(string name) => new BooleanColumn(
        name, _values.AsMemory(0, Count), Nulls,
        new ColumnFormat(TrueText: Encoding.UTF8.GetString(_true), FalseText: Encoding.UTF8.GetString(_false), NullText: NullText));
}
