namespace SynthNotebooks.Evaluation.Reading;

/// <summary>Ten bins of equal width over the range of a sample, as NumPy's <c>histogram_bin_edges</c> and <c>digitize</c> cut.</summary>
/// <remarks>
/// Codes run from 0 (below the range) to 11 (the maximum itself, above it, or missing): missing shares the top cell because that is what the
/// published definition does; scores are compared with other tools' only if ours does so too.
/// </remarks>
internal sealed class BinEdges
{
    public const int Bins = 10;

    /// <summary>Number of codes.</summary>
    public const int Cells = Bins + 2;

    private readonly double[] _edges = new double[Bins + 1];

    private BinEdges(double low, double high)
    {
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var width = high - low;
        var step = double.IsFinite(width) ? width / Bins : high / Bins - low / Bins;
        for (var i = 0; i < Bins; i++) _edges[i] = i * step + low;
        _edges[Bins] = high;
    }

    /// <param name="sorted">Ascending, no NaN; an empty sample is cut between 0 and 1.</param>
    public static BinEdges Of(ReadOnlySpan<double> sorted) => sorted.IsEmpty ? new(0, 1) : new(sorted[0], sorted[^1]);

    public int[] Digitize(ReadOnlySpan<double> values)
    {
        var codes = new int[values.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = CodeOf(values[i]);
        return codes;
    }

    // Number of edges that are not above the value.
    private int CodeOf(double value)
    {
        if (double.IsNaN(value)) return Bins + 1;
        var edges = _edges;
        int low = 0, high = edges.Length;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (edges[middle] <= value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
