namespace SynthNotebooks.Data;

/// <summary>Parses the cells of one column, block by block, as one kind.</summary>
/// <remarks>A block is taken whole or not at all, so that another builder can carry on with the block that this one refused.</remarks>
internal abstract class CellColumnBuilder(NullTokens tokens, int capacity)
{
    private ulong[]? _missing;
    private int _firstSpelling = int.MinValue;
    private bool _mixedSpelling;

    /// <summary>What the column will be stored as.</summary>
    public abstract ColumnKind Kind { get; }

    /// <summary>Rows taken.</summary>
    public int Count { get; protected set; }

    public int NullCount { get; private set; }

    /// <summary>The cell, counted within the refused block's rows, that does not parse.</summary>
    public int RefusedRow { get; protected set; }

    protected NullTokens Tokens { get; } = tokens;

    protected int Capacity { get; } = Math.Max(capacity, 16);

    /// <summary>Takes a column's cells of a block.</summary>
    /// <returns>False, with nothing taken, when a cell is not of this kind.</returns>
    public abstract bool TryAppend(CellBlock block, int column);

    public abstract Column Build(string name);

    protected NullMask Nulls => NullMask.OfBits(_missing, NullCount);

    /// <summary>How missing cells were spelled, when they all were alike and not empty.</summary>
    protected string? NullText => _mixedSpelling || _firstSpelling < 0 ? null : Tokens[_firstSpelling];

    /// <summary>Notes a missing row.</summary>
    /// <param name="row">Of the column.</param>
    /// <param name="spelling">Position in the tokens; −1 for an empty cell.</param>
    protected void AddNull(int row, int spelling)
    {
        var word = row >> 6;
        if (_missing is null) _missing = new ulong[Math.Max(word + 1, (Capacity + 63) / 64)];
        else if (word >= _missing.Length) Array.Resize(ref _missing, Math.Max(word + 1, _missing.Length * 2));
        _missing[word] |= 1UL << (row & 63);
        NullCount++;
        if (_firstSpelling == int.MinValue) _firstSpelling = spelling;
        else if (_firstSpelling != spelling) _mixedSpelling = true;
    }

    /// <summary>Forgets the missing rows from a row on: the block was refused.</summary>
    protected bool Refuse(int row, int refusedRow)
    {
        RefusedRow = refusedRow;
        if (_missing is null) return false;
        for (var i = row; i < row + refusedRow && i >> 6 < _missing.Length; i++)
        {
            if ((_missing[i >> 6] >> (i & 63) & 1) == 0) continue;
            _missing[i >> 6] &= ~(1UL << (i & 63));
            NullCount--;
        }
        return false;
    }

    /// <summary>Carries missing rows over from a builder that gave up.</summary>
    protected void TakeNullsOf(CellColumnBuilder other) =>
        (_missing, NullCount, _firstSpelling, _mixedSpelling) = (other._missing, other.NullCount, other._firstSpelling, other._mixedSpelling);

    protected static void Reserve<T>(ref T[] values, int count)
    {
        if (count > values.Length) Array.Resize(ref values, (int)Math.Min(Array.MaxLength, Math.Max(count, values.Length * 2L)));
    }
}
