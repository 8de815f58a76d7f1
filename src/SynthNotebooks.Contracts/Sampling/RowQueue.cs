using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>Rows that wait, first in first out.</summary>
internal sealed class RowQueue
{
    private readonly Queue<DataFrame> _parts = new();
    private int _used;

    /// <summary>Rows that wait.</summary>
    public int Count { get; private set; }

    public void Add(DataFrame rows)
    {
        _parts.Enqueue(rows);
        Count += (int)rows.Rows.Count;
    }

    /// <summary>The first rows, which leave the queue.</summary>
    /// <param name="rows">1 to <see cref="Count"/>.</param>
    public DataFrame Take(int rows)
    {
        var taken = new List<DataFrame>();
        Count -= rows;
        while (rows > 0)
        {
            var part = _parts.Peek();
            var length = (int)Math.Min(rows, part.Rows.Count - _used);
            taken.Add(part.Slice(_used, length));
            rows -= length;
            _used += length;
            if (_used < part.Rows.Count) continue;
            _parts.Dequeue();
            _used = 0;
        }
        return DataFrame.Concatenate(taken);
    }
}
