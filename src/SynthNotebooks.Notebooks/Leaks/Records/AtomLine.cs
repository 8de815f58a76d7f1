using System.Globalization;
using System.Text;

namespace SynthNotebooks.Notebooks.Leaks.Records;

/// <summary>A line cut into atoms (words, numbers, codes), each in one spelling, so that a value is found however it is formatted.</summary>
/// <remarks>
/// Small letters; numbers in their shortest form (<c>7.50</c> is <c>7.5</c>, <c>007</c> is <c>7</c>); punctuation that holds no value together is dropped.
/// <c>1,234</c> is two atoms, as in a list, and beside them one number, see <see cref="Joined"/>. Buffers are used again: one instance a thread.
/// </remarks>
internal sealed class AtomLine
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int End, bool IsNumber)> _atoms = [];
    private readonly List<(int First, int Last, string Number)> _joined = [];
    private readonly List<(int Start, int End)> _places = [];
    private char[] _flat = [];

    /// <summary>Number of atoms.</summary>
    public int Count => _atoms.Count;

    /// <summary>Numbers with thousands separators: the atoms they take and their value.</summary>
    public IReadOnlyList<(int First, int Last, string Number)> Joined => _joined;

    /// <summary>Whether an atom is a number.</summary>
    public bool IsNumber(int atom) => _atoms[atom].IsNumber;

    /// <summary>Atoms from the first to the last, one blank between them.</summary>
    public ReadOnlySpan<char> Phrase(int first, int last) => _flat.AsSpan(_atoms[first].Start, _atoms[last].End - _atoms[first].Start);

    /// <summary>The first atoms of a text as one phrase; empty when it has none.</summary>
    public string Key(string text, int most)
    {
        Read(text);
        return Count == 0 ? "" : Phrase(0, Math.Min(Count, most) - 1).ToString();
    }

    /// <summary>Reads a line.</summary>
    public void Read(string line)
    {
        _text.Clear();
        _atoms.Clear();
        _joined.Clear();
        _places.Clear();
        for (var i = 0; i < line.Length;)
        {
            if (!AtomRules.Holds(line, i))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < line.Length && AtomRules.Holds(line, i)) i++;
            Add(line.AsSpan(start, i - start));
            _places.Add((start, i));
        }
        if (_flat.Length < _text.Length) _flat = new char[_text.Length * 2];
        _text.CopyTo(0, _flat, _text.Length);
        JoinThousands(line);
    }

    private void Add(ReadOnlySpan<char> atom)
    {
        if (_text.Length > 0) _text.Append(' ');
        var start = _text.Length;
        var number = AtomRules.TryNumber(atom, out var spelling);
        if (number) _text.Append(spelling);
        else
            foreach (var c in atom) _text.Append(char.ToLowerInvariant(c));
        _atoms.Add((start, _text.Length, number));
    }

    private void JoinThousands(string line)
    {
        for (var first = 0; first < _places.Count; first++)
        {
            if (!_atoms[first].IsNumber || _places[first].End - _places[first].Start is > 4 || first > 0 && Follows(first - 1)) continue;
            var last = first;
            while (last + 1 < _places.Count && Follows(last)) last++;
            if (last > first && AtomRules.TryNumber(line[_places[first].Start.._places[last].End].Replace(",", "", StringComparison.Ordinal), out var number)) _joined.Add((first, last, number));
        }

        // A comma, then three digits and perhaps decimals, which end the number.
        bool Follows(int atom)
        {
            var next = line.AsSpan(_places[atom + 1].Start, _places[atom + 1].End - _places[atom + 1].Start);
            return line[_places[atom].End] == ',' && _places[atom + 1].Start == _places[atom].End + 1 && next.Length >= 3 && next[..3].IndexOfAnyExceptInRange('0', '9') < 0
                && (next.Length == 3 || next[3] == '.') && line.AsSpan(_places[atom].Start, _places[atom].End - _places[atom].Start).IndexOf('.') < 0;
        }
    }
}
