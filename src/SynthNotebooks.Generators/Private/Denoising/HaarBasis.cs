namespace SynthNotebooks.Generators.Private;

/// <summary>An orthonormal basis of steps on an ordered axis of any length: the mean, then differences of the two parts of each interval. Immutable.</summary>
/// <remarks>Coefficients stand level by level, coarse first. Cost of a transform: O(length). Source: Fryzlewicz, JASA 102, 2007, doi:10.1198/016214507000000860 (Haar with unequal parts).</remarks>
internal sealed class HaarBasis
{
    private readonly (int Start, int Middle, int End)[] _nodes;

    /// <param name="length">Of the axis, at least 1.</param>
    /// <param name="firstCut">Where the whole axis is cut, 1 to length − 1; parts are halved from there on.</param>
    public HaarBasis(int length, int firstCut)
    {
        Length = length;
        var nodes = new List<(int Start, int Middle, int End, int Level)>();
        if (length > 1)
        {
            nodes.Add((0, firstCut, length, 1));
            for (var i = 0; i < nodes.Count; i++)
            {
                var (start, middle, end, level) = nodes[i];
                if (middle - start > 1) nodes.Add((start, (start + middle) / 2, middle, level + 1));
                if (end - middle > 1) nodes.Add((middle, (middle + end) / 2, end, level + 1));
            }
        }
        _nodes = [.. nodes.Select(node => (node.Start, node.Middle, node.End))];
        Levels = [0, .. nodes.Select(node => node.Level)];
    }

    /// <summary>Number of cells and of coefficients.</summary>
    public int Length { get; }

    /// <summary>Level of each coefficient, 0 for the mean.</summary>
    public int[] Levels { get; }

    /// <summary>Coefficients of the cells of one line.</summary>
    public void Analyse(ReadOnlySpan<double> cells, Span<double> coefficients)
    {
        Span<double> sums = new double[Length + 1];
        for (var i = 0; i < Length; i++) sums[i + 1] = sums[i] + cells[i];
        coefficients[0] = sums[Length] / Math.Sqrt(Length);
        for (var i = 0; i < _nodes.Length; i++)
        {
            var (start, middle, end) = _nodes[i];
            double left = middle - start, right = end - middle;
            coefficients[i + 1] = Math.Sqrt(left * right / (left + right)) * ((sums[middle] - sums[start]) / left - (sums[end] - sums[middle]) / right);
        }
    }

    /// <summary>Cells of the coefficients of one line.</summary>
    public void Synthesise(ReadOnlySpan<double> coefficients, Span<double> cells)
    {
        cells[..Length].Fill(coefficients[0] / Math.Sqrt(Length));
        for (var i = 0; i < _nodes.Length; i++)
        {
            var (start, middle, end) = _nodes[i];
            double left = middle - start, right = end - middle;
            var step = coefficients[i + 1] * Math.Sqrt(left * right / (left + right));
            for (var cell = start; cell < middle; cell++) cells[cell] += step / left;
            for (var cell = middle; cell < end; cell++) cells[cell] -= step / right;
        }
    }
}
