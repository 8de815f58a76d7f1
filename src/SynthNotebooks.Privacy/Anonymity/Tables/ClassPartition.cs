namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Groups the rows of a table by equal labels at chosen levels; filled again for each node of a search.</summary>
/// <remarks>Cost of a fill: O(tuples × columns + rows), no allocation.</remarks>
internal sealed class ClassPartition
{
    private readonly QuasiTable _table;
    private readonly ulong[] _keys, _slotKeys;
    private readonly int[] _slotClass, _slotStamp, _next;
    private int _stamp;

    public ClassPartition(QuasiTable table)
    {
        _table = table;
        _keys = new ulong[table.Tuples];
        ClassOfTuple = new int[table.Tuples];
        var slots = 16;
        while (slots < 2 * table.Tuples) slots *= 2;
        (_slotKeys, _slotClass, _slotStamp) = (new ulong[slots], new int[slots], new int[slots]);
        (Sizes, Population, Starts, _next) = (new int[table.Tuples], new int[table.Tuples], new int[table.Tuples + 1], new int[table.Tuples]);
        Rows = new int[table.Rows];
    }

    /// <summary>Number of classes, those without a row to release included.</summary>
    public int Count { get; private set; }

    public int[] ClassOfTuple { get; }

    /// <summary>Rows to release by class.</summary>
    public int[] Sizes { get; }

    /// <summary>Rows of the population by class; of the table itself when there is no population.</summary>
    public int[] Population { get; }

    /// <summary>Where the rows of a class begin in <see cref="Rows"/>.</summary>
    public int[] Starts { get; }

    /// <summary>Rows to release, class by class.</summary>
    public int[] Rows { get; }

    public ReadOnlySpan<int> RowsOf(int group) => Rows.AsSpan(Starts[group], Sizes[group]);

    public void Fill(ReadOnlySpan<int> levels)
    {
        Array.Clear(_keys);
        ulong span = 1;
        for (var i = 0; i < levels.Length; i++)
        {
            var column = _table.Columns[i];
            var size = (ulong)column.Labels[levels[i]].Length;
            if (size == 1) continue;
            if (span > ulong.MaxValue / 4 / size) // the numbers would overflow: number the groups so far afresh
            {
                span = (ulong)Number();
                for (var tuple = 0; tuple < _keys.Length; tuple++) _keys[tuple] = (ulong)ClassOfTuple[tuple];
            }
            var (map, codes) = (column.Maps[levels[i]], _table.Codes[i]);
            for (var tuple = 0; tuple < _keys.Length; tuple++) _keys[tuple] = _keys[tuple] * size + (ulong)map[codes[tuple]];
            span *= size;
        }
        Count = Number();
        CountRows();
    }

    private int Number()
    {
        _stamp++;
        var (count, mask) = (0, (ulong)_slotKeys.Length - 1);
        for (var tuple = 0; tuple < _keys.Length; tuple++)
        {
            var key = _keys[tuple];
            var mixed = key * 0x9E3779B97F4A7C15;
            var slot = (mixed ^ mixed >> 32) & mask;
            while (_slotStamp[slot] == _stamp && _slotKeys[slot] != key) slot = slot + 1 & mask;
            if (_slotStamp[slot] != _stamp) (_slotStamp[slot], _slotKeys[slot], _slotClass[slot]) = (_stamp, key, count++);
            ClassOfTuple[tuple] = _slotClass[slot];
        }
        return count;
    }

    private void CountRows()
    {
        Array.Clear(Sizes, 0, Count);
        Array.Clear(Population, 0, Count);
        for (var tuple = 0; tuple < ClassOfTuple.Length; tuple++)
        {
            Sizes[ClassOfTuple[tuple]] += _table.TupleSizes[tuple];
            Population[ClassOfTuple[tuple]] += _table.HasPopulation ? _table.TuplePopulation[tuple] : _table.TupleSizes[tuple];
        }
        var start = 0;
        for (var group = 0; group < Count; group++)
        {
            Starts[group] = _next[group] = start;
            start += Sizes[group];
        }
        for (var row = 0; row < Rows.Length; row++) Rows[_next[ClassOfTuple[_table.TupleOfRow[row]]]++] = row;
    }
}
