namespace SynthNotebooks.Generators.Private;

/// <summary>Takes noise out of a measured marginal: what it says beyond an expectation is shrunk towards it, in a basis of steps along ordered columns.</summary>
/// <remarks>
/// Reads noisy numbers only, so it costs no privacy. Averaged over several bases, so that no cut stands out. Cost: O(cells · bases · columns). Source: Coifman,
/// Donoho, Translation-invariant de-noising, 1995, doi:10.1007/978-1-4612-2544-7_9.
/// </remarks>
internal static class MarginalDenoising
{
    private const int Bases = 6;
    private const int ShortAxis = 4; // below, an axis is not taken for ordered

    /// <summary>The marginal with less noise; it keeps its precision, as what is left of the noise is not known well enough to trust it more.</summary>
    /// <param name="noisy">As measured, one precision for all cells.</param>
    /// <param name="expected">Counts that were expected without the measurement.</param>
    /// <param name="domain">Number of states of each column.</param>
    /// <param name="ordered">Whether neighbouring states of each column hold neighbouring values.</param>
    public static NoisyMarginal Of(NoisyMarginal noisy, ReadOnlySpan<double> expected, IReadOnlyList<int> domain, IReadOnlyList<bool> ordered)
    {
        var shape = TableShape.Of(noisy.Columns, domain);
        if (shape.Cells < 8) return noisy;
        var variance = 1 / noisy.Precisions[0];
        var estimate = new double[shape.Cells];
        for (var variant = 0; variant < Bases; variant++)
        {
            var cells = new double[shape.Cells];
            for (var i = 0; i < cells.Length; i++) cells[i] = noisy.Values[i] - expected[i];
            HaarBasis?[] bases = [.. shape.Axes.Select((column, axis) => ordered[column] && shape.Sizes[axis] >= ShortAxis ? Basis(shape.Sizes[axis], variant) : null)];
            for (var axis = 0; axis < bases.Length; axis++)
                if (bases[axis] is { } basis) Lines(cells, shape, axis, basis.Analyse);
            Shrink(cells, shape, bases, variance);
            for (var axis = 0; axis < bases.Length; axis++)
                if (bases[axis] is { } basis) Lines(cells, shape, axis, basis.Synthesise);
            for (var i = 0; i < cells.Length; i++) estimate[i] += (cells[i] + expected[i]) / Bases;
        }
        return noisy with { Values = estimate };
    }

    private delegate void LineTransform(ReadOnlySpan<double> from, Span<double> to);

    private static HaarBasis Basis(int length, int variant) => new(length, Math.Clamp(length * (variant + 3) / (Bases + 5), 1, length - 1));

    private static void Lines(double[] cells, TableShape shape, int axis, LineTransform transform)
    {
        var (length, stride) = (shape.Sizes[axis], 1);
        for (var after = axis + 1; after < shape.Sizes.Length; after++) stride *= shape.Sizes[after];
        Span<double> line = new double[length], result = new double[length];
        for (var outer = 0; outer < cells.Length; outer += length * stride)
        {
            for (var inner = 0; inner < stride; inner++)
            {
                for (var i = 0; i < length; i++) line[i] = cells[outer + inner + i * stride];
                transform(line, result);
                for (var i = 0; i < length; i++) cells[outer + inner + i * stride] = result[i];
            }
        }
    }

    // Shrinks level by level; unordered columns have one level.
    private static void Shrink(double[] cells, TableShape shape, HaarBasis?[] bases, double variance)
    {
        const int levels = 24; // more than halvings of 60,000 states
        var bands = new int[cells.Length];
        var digits = new int[shape.Sizes.Length];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var band = 0;
            for (var axis = 0; axis < digits.Length; axis++) band = band * levels + (bases[axis]?.Levels[digits[axis]] ?? 0);
            bands[cell] = band;
            for (var axis = digits.Length - 1; axis >= 0 && ++digits[axis] == shape.Sizes[axis]; axis--) digits[axis] = 0;
        }
        var order = new int[cells.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort([.. bands], order);
        for (int from = 0, to; from < order.Length; from = to)
        {
            to = from;
            while (to < order.Length && bands[order[to]] == bands[order[from]]) to++;
            var band = new double[to - from];
            for (var i = 0; i < band.Length; i++) band[i] = cells[order[from + i]];
            Shrinkage.Apply(band, variance);
            for (var i = 0; i < band.Length; i++) cells[order[from + i]] = band[i];
        }
    }
}
