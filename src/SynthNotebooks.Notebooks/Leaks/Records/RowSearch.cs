namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>Finds the records of a real table in lines.</summary>
/// <remarks>
/// A value (a number, or whatever occurs in the table) tells −log2 of its share of the rows; a number that no row has tells log2(rows). A line shows a record when
/// (1) at least two columns' values of the record stand in it, and what the line's other values tell is at most a fifth of what all of them tell: a synthetic row
/// shares many common values with many real rows, but not nearly all, the rare ones too, with one;
/// (2) fewer than <see cref="IdentifyingForms.Rare"/> rows of the table hold that combination; and
/// (3) the combination tells at least log2(rows) + <see cref="MarginBits"/> bits, so that a line made without knowledge of the table meets any of its rows with a
/// chance below 2^−<see cref="MarginBits"/>. Beside another value that at least <see cref="WellSeen"/> rows have, a value counts for at most −log2 of its share among those rows,
/// so that columns that follow from each other do not count twice.
/// Cost: a line takes the rows of its rarest values times their columns. One instance a thread.
/// </remarks>
internal sealed class RowSearch(RealTable table)
{
    /// <summary>What a combination must tell beyond naming a row.</summary>
    public const double MarginBits = 7;

    private const double Unexplained = 0.2;
    private const int WellSeen = 20;

    private readonly double _rowBits = Math.Log2(Math.Max(1, table.RowCount));
    private readonly Dictionary<(int, int, int, int), double> _given = [];
    private readonly Dictionary<int, int> _times = [];
    private readonly List<(int Value, int Times, double Bits)> _values = [];
    private readonly HashSet<int> _tried = [];
    private readonly List<(int Column, int Code)> _agreed = [];
    private int _unknown; // numbers that no row has

    private double Needed => _rowBits + MarginBits;

    /// <summary>The values of the table that stand in the line that was read.</summary>
    public IEnumerable<int> Found => _times.Keys;

    /// <summary>Reads the values of a line, the longest first where one holds another.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">First atom that is read.</param>
    /// <param name="thousands">Whether commas between digits stand within numbers instead of between them.</param>
    public void Read(AtomLine line, int start = 0, bool thousands = false)
    {
        _times.Clear();
        _unknown = 0;
        for (var i = start; i < line.Count;)
        {
            var (value, next) = thousands ? Joined(line, i) : (-1, i);
            for (var last = Math.Min(i + RealColumn.MostAtoms, line.Count) - 1; value < 0 && last >= i; last--)
                if (table.TryFind(line.Phrase(i, last), out var found)) (value, next) = (found, last + 1);
            if (value >= 0) _times[value] = _times.GetValueOrDefault(value) + 1;
            else if (line.IsNumber(i)) _unknown++;
            i = Math.Max(next, i + 1);
        }
    }

    /// <summary>The record that the line that was read shows; null when it shows none.</summary>
    public RowMatch? Match()
    {
        if (_times.Count < 2 || MostBits() < Needed) return null;
        Weigh(out var most);
        _tried.Clear();
        RowMatch? best = null;
        // Of the values that tell most, taken until they tell more than may stay unexplained, a record of the line holds one.
        var told = _unknown * _rowBits;
        foreach (var (value, times, bits) in _values)
        {
            if (told > Unexplained * most) break;
            told += times * bits;
            foreach (var (column, code) in table.Holders(value))
                foreach (var row in table.Columns[column].Rows(code))
                    if (_tried.Add(row) && Shows(row) is { } match && (best is null || match.Columns.Count > best.Columns.Count)) best = match;
        }
        return best;
    }

    private (int Value, int Next) Joined(AtomLine line, int atom)
    {
        foreach (var (first, last, number) in line.Joined)
            if (first == atom && table.TryFind(number, out var value)) return (value, last + 1);
        return (-1, atom);
    }

    // What all columns together could tell at most.
    private double MostBits()
    {
        Span<double> most = table.Columns.Count <= 256 ? stackalloc double[table.Columns.Count] : new double[table.Columns.Count];
        foreach (var value in _times.Keys)
            foreach (var (column, code) in table.Holders(value)) most[column] = Math.Max(most[column], table.Columns[column].Bits[code]);
        var sum = 0.0;
        foreach (var bits in most) sum += bits;
        return sum;
    }

    // The values with the least that they may tell, the most telling first; and the most that all may tell.
    private void Weigh(out double most)
    {
        _values.Clear();
        most = _unknown * _rowBits;
        foreach (var (value, times) in _times)
        {
            var (low, high) = (double.PositiveInfinity, 0.0);
            foreach (var (column, code) in table.Holders(value))
            {
                var bits = table.Columns[column].Bits[code];
                (low, high) = (Math.Min(low, bits), Math.Max(high, bits));
            }
            _values.Add((value, times, low));
            most += times * high;
        }
        _values.Sort((a, b) => b.Bits.CompareTo(a.Bits) is not 0 and var order ? order : a.Value.CompareTo(b.Value));
    }

    private RowMatch? Shows(int row)
    {
        _agreed.Clear();
        var (explained, left) = (0.0, _unknown * _rowBits);
        foreach (var (value, times, bits) in _values)
        {
            var before = _agreed.Count;
            foreach (var (column, code) in table.Holders(value))
                if (table.Columns[column].Codes[row] == code) _agreed.Add((column, code));
            // A value that stands once in the line tells of one column, the one where it says least.
            if (_agreed.Count - before > times)
            {
                _agreed.Sort(before, _agreed.Count - before, Comparer<(int Column, int Code)>.Create((a, b) => Bits(a).CompareTo(Bits(b)) is not 0 and var order ? order : a.Column.CompareTo(b.Column)));
                _agreed.RemoveRange(before + times, _agreed.Count - before - times);
            }
            for (var i = before; i < _agreed.Count; i++) explained += Bits(_agreed[i]);
            left += (times - (_agreed.Count - before)) * bits;
        }
        return _agreed.Count < 2 || explained < Needed || left > Unexplained * (explained + left) || JointBits() < Needed || Sharing(row) >= IdentifyingForms.Rare
            ? null : new(row, [.. _agreed.Select(held => held.Column).Order()]);
    }

    private double Bits((int Column, int Code) held) => table.Columns[held.Column].Bits[held.Code];

    private double JointBits()
    {
        _agreed.Sort((a, b) => Bits(b).CompareTo(Bits(a)) is not 0 and var order ? order : a.Column.CompareTo(b.Column));
        var sum = 0.0;
        for (var i = 0; i < _agreed.Count; i++)
        {
            var bits = Bits(_agreed[i]);
            for (var j = 0; j < i; j++)
                if (table.Columns[_agreed[j].Column].Count(_agreed[j].Code) >= WellSeen) bits = Math.Min(bits, Given(_agreed[i], _agreed[j]));
            sum += bits;
        }
        return sum;
    }

    // What a value tells to who knows another one of its row.
    private double Given((int Column, int Code) told, (int Column, int Code) known)
    {
        var key = (told.Column, told.Code, known.Column, known.Code);
        if (_given.TryGetValue(key, out var bits)) return bits;
        var both = 0;
        var codes = table.Columns[known.Column].Codes;
        foreach (var row in table.Columns[told.Column].Rows(told.Code))
            if (codes[row] == known.Code) both++;
        return _given[key] = Math.Log2((double)table.Columns[known.Column].Count(known.Code) / Math.Max(1, both));
    }

    private int Sharing(int row)
    {
        var rarest = _agreed.MinBy(held => table.Columns[held.Column].Count(held.Code));
        var sharing = 0;
        foreach (var other in table.Columns[rarest.Column].Rows(rarest.Code))
        {
            if (_agreed.TrueForAll(held => table.Columns[held.Column].Codes[other] == held.Code)) sharing++;
            if (sharing >= IdentifyingForms.Rare) break;
        }
        return sharing;
    }
}
