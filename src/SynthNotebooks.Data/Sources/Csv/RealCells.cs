namespace SynthNotebooks.Data;

/// <summary>Cells that are numbers, some with a fraction.</summary>
internal sealed class RealCells : CellColumnBuilder
{
    private const int Unset = -2, Varying = -1;

    private readonly byte _mark;
    private double[] _values;
    private int _decimals = Unset;

    public RealCells(NullTokens tokens, int capacity, byte mark)
        : base(tokens, capacity) => (_mark, _values) = (mark, new double[Capacity]);

    /// <summary>Carries on after a builder of integers that met a fraction.</summary>
    public RealCells(IntegerCells integers, NullTokens tokens, int capacity, byte mark)
        : this(tokens, Math.Max(capacity, integers.Count), mark)
    {
        var values = integers.Values;
        TakeNullsOf(integers);
        var nulls = Nulls;
        for (var row = 0; row < values.Length; row++) _values[row] = nulls[row] ? double.NaN : values[row];
        if (values.Length > NullCount) _decimals = 0;
        Count = values.Length;
    }

    public override ColumnKind Kind => ColumnKind.Real;

    /// <summary>Whether every cell is written as an integer and one is too long for 64 bits, so that the column may be an id.</summary>
    public bool LongIntegers => _decimals == 0 && HasLong();

    public override bool TryAppend(CellBlock block, int column)
    {
        Reserve(ref _values, Count + block.Rows);
        var values = _values.AsSpan(Count, block.Rows);
        var common = _decimals;
        for (int row = 0, cell = column; row < values.Length; row++, cell += block.Columns)
        {
            var raw = block.Raw(cell);
            if (NumberCell.TryReal(raw, _mark, out values[row], out var decimals))
            {
                if (decimals != common) common = common == Unset ? decimals : Varying;
                continue;
            }
            var token = raw.IsEmpty ? -1 : Tokens.Find(raw);
            if (token < 0 && NumberCell.TrimBlanks(raw).Length > 0) return Refuse(Count, row);
            values[row] = double.NaN;
            AddNull(Count + row, token);
        }
        _decimals = common;
        Count += block.Rows;
        return true;
    }

    public override Column Build(string name)
    {
        int? decimals = _decimals is >= 0 and <= 15 ? _decimals : null;
        var format = decimals is null && NullText is null ? null : new ColumnFormat(decimals, NullText: NullText);
        return new DoubleColumn(name, _values.AsMemory(0, Count), format);
    }

    private bool HasLong()
    {
        foreach (var value in _values.AsSpan(0, Count))
            if (Math.Abs(value) >= 9.2e18) return true;
        return false;
    }
}
