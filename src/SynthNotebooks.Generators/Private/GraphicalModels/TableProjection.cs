namespace SynthNotebooks.Generators.Private;

/// <summary>Sums a table down to some of its columns, and spreads a smaller table over it; compiled once for two shapes. Immutable.</summary>
/// <remarks>
/// Neighbouring axes that move alike are joined into one, and the two innermost are loops over contiguous memory where the orders agree. Sums go by
/// four fixed lanes, so they give the same bits on every vector unit. Cost: O(cells of the whole).
/// </remarks>
internal sealed class TableProjection
{
    private readonly int[] _lengths, _strides; // outer axes
    private readonly int _rows, _rowStride, _run, _runStride; // the two innermost
    private readonly int _wholeCells, _partCells;

    public TableProjection(TableShape whole, TableShape part)
    {
        (_wholeCells, _partCells) = (whole.Cells, part.Cells);
        var strides = whole.StridesIn(part);
        var joined = new List<(int Length, int Stride)>();
        for (var d = 0; d < strides.Length; d++)
        {
            if (whole.Sizes[d] == 1) continue;
            if (joined.Count > 0 && joined[^1] is var last && last.Stride == strides[d] * whole.Sizes[d]) joined[^1] = (last.Length * whole.Sizes[d], strides[d]);
            else joined.Add((whole.Sizes[d], strides[d]));
        }
        (_run, _runStride) = Pop(joined);
        (_rows, _rowStride) = Pop(joined);
        _lengths = [.. joined.Select(axis => axis.Length)];
        _strides = [.. joined.Select(axis => axis.Stride)];
    }

    /// <summary>part = Σ whole, over the columns that the part lacks.</summary>
    public void Sum(ReadOnlySpan<double> whole, Span<double> part)
    {
        Check(whole.Length, part.Length);
        part.Clear();
        var odometer = new Odometer(_lengths, _strides);
        var block = _rows * _run;
        for (var at = 0; at < whole.Length; at += block)
        {
            for (var row = 0; row < _rows; row++)
            {
                var run = whole.Slice(at + row * _run, _run);
                var to = odometer.Offset + row * _rowStride;
                if (_runStride == 0) part[to] += RunKernels.Sum(run);
                else if (_runStride == 1) RunKernels.Add(run, part.Slice(to, _run));
                else
                {
                    for (var i = 0; i < run.Length; i++) part[to + i * _runStride] += run[i];
                }
            }
            odometer.Next();
        }
    }

    /// <summary>whole += part, repeated over the columns that the part lacks.</summary>
    public void Add(ReadOnlySpan<double> part, Span<double> whole)
    {
        Check(whole.Length, part.Length);
        var odometer = new Odometer(_lengths, _strides);
        var block = _rows * _run;
        for (var at = 0; at < whole.Length; at += block)
        {
            for (var row = 0; row < _rows; row++)
            {
                var run = whole.Slice(at + row * _run, _run);
                var from = odometer.Offset + row * _rowStride;
                if (_runStride == 0) RunKernels.Add(part[from], run);
                else if (_runStride == 1) RunKernels.Add(part.Slice(from, _run), run);
                else
                {
                    for (var i = 0; i < run.Length; i++) run[i] += part[from + i * _runStride];
                }
            }
            odometer.Next();
        }
    }

    /// <summary>whole = part, repeated over the columns that the part lacks.</summary>
    public void Spread(ReadOnlySpan<double> part, Span<double> whole)
    {
        Check(whole.Length, part.Length);
        var odometer = new Odometer(_lengths, _strides);
        var block = _rows * _run;
        for (var at = 0; at < whole.Length; at += block)
        {
            for (var row = 0; row < _rows; row++)
            {
                var run = whole.Slice(at + row * _run, _run);
                var from = odometer.Offset + row * _rowStride;
                if (_runStride == 0) run.Fill(part[from]);
                else if (_runStride == 1) part.Slice(from, _run).CopyTo(run);
                else
                {
                    for (var i = 0; i < run.Length; i++) run[i] = part[from + i * _runStride];
                }
            }
            odometer.Next();
        }
    }

    /// <summary>whole *= part, repeated over the columns that the part lacks.</summary>
    public void Multiply(ReadOnlySpan<double> part, Span<double> whole)
    {
        Check(whole.Length, part.Length);
        var odometer = new Odometer(_lengths, _strides);
        var block = _rows * _run;
        for (var at = 0; at < whole.Length; at += block)
        {
            for (var row = 0; row < _rows; row++)
            {
                var run = whole.Slice(at + row * _run, _run);
                var from = odometer.Offset + row * _rowStride;
                if (_runStride == 0) RunKernels.Scale(part[from], run);
                else
                {
                    for (var i = 0; i < run.Length; i++) run[i] *= part[from + i * _runStride];
                }
            }
            odometer.Next();
        }
    }

    private void Check(int whole, int part)
    {
        if (whole != _wholeCells || part != _partCells)
            throw new ArgumentException($"Tables of {whole} and {part} cells; the projection is one of {_wholeCells} to {_partCells}.");
    }

    private static (int Length, int Stride) Pop(List<(int Length, int Stride)> axes)
    {
        if (axes.Count == 0) return (1, 0);
        var last = axes[^1];
        axes.RemoveAt(axes.Count - 1);
        return last;
    }

    // Walks the outer axes, the last fastest.
    private ref struct Odometer(int[] lengths, int[] strides)
    {
        private readonly int[] _digits = lengths.Length == 0 ? [] : new int[lengths.Length];

        public int Offset { get; private set; }

        public void Next()
        {
            for (var d = _digits.Length - 1; d >= 0; d--)
            {
                Offset += strides[d];
                if (++_digits[d] < lengths[d]) return;
                Offset -= strides[d] * lengths[d];
                _digits[d] = 0;
            }
        }
    }
}
