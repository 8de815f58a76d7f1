namespace SynthNotebooks.Generators.Private;

/// <summary>Pairs of columns that were chosen so far, as a forest, and which others may still be chosen: those that connect what is not connected and keep the model small enough.</summary>
internal sealed class GrowingForest
{
    private readonly ModelSize _size;
    private readonly List<AttributeSet> _pairs = [];
    private readonly int[] _tree, _joined; // component of each column by the chosen pairs alone, and by these and the zero patterns
    private readonly HashSet<AttributeSet> _closed = []; // a model only grows: what does not fit once never does
    private double _cells;

    public GrowingForest(ModelSize size)
    {
        _size = size;
        _tree = [.. Enumerable.Range(0, size.Domain.Length)];
        _joined = [.. _tree];
        foreach (var zero in size.Zeros)
            foreach (var column in zero.Members) Join(_joined, zero.Members[0], column);
        _cells = size.Cells([]);
    }

    /// <summary>The chosen pairs, in order.</summary>
    public List<AttributeSet> Pairs => _pairs;

    /// <summary>Whether a pair may be chosen next.</summary>
    public bool IsOpen(AttributeSet pair)
    {
        if (_tree[pair.Members[0]] == _tree[pair.Members[1]] || _closed.Contains(pair)) return false;
        if (Fits(pair)) return true;
        _closed.Add(pair);
        return false;
    }

    /// <summary>Takes a pair in; one that turns out too large is left out after all.</summary>
    public void Add(AttributeSet pair)
    {
        // Between what is not joined a pair is one more clique, of columns that may have stood alone: no triangulation is needed.
        var cells = _joined[pair.Members[0]] != _joined[pair.Members[1]] ? _cells + TableShape.CellsOf(pair, _size.Domain) : _size.Cells([.. _pairs, pair]);
        if (cells > _size.MostCells)
        {
            _closed.Add(pair);
            return;
        }
        _cells = cells;
        _pairs.Add(pair);
        Join(_tree, pair.Members[0], pair.Members[1]);
        Join(_joined, pair.Members[0], pair.Members[1]);
    }

    // Within what is joined, a column put into every clique makes a chordal graph, so that no triangulation is needed where this fits.
    private bool Fits(AttributeSet pair)
    {
        var (a, b) = (pair.Members[0], pair.Members[1]);
        var alone = TableShape.CellsOf(pair, _size.Domain);
        if (_joined[a] != _joined[b]) return _cells + alone <= _size.MostCells;
        return alone <= _size.MostCells && (_cells * Math.Min(_size.Domain[a], _size.Domain[b]) <= _size.MostCells || _size.Fits([.. _pairs, pair]));
    }

    private static void Join(int[] component, int a, int b)
    {
        var (from, to) = (component[a], component[b]);
        for (var i = 0; i < component.Length; i++)
            if (component[i] == from) component[i] = to;
    }
}
