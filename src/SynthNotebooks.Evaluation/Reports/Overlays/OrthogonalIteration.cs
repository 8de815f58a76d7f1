using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>The two directions along which rows vary most, by repeated multiplication of a few vectors.</summary>
/// <remarks>Four vectors are carried, so that the first two converge fast. O(rows · columns) a step. Source: Golub, Van Loan, Matrix Computations, 4th ed. 2013, section 8.2.4.</remarks>
internal static class OrthogonalIteration
{
    private const int Carried = 4, Steps = 60;

    /// <returns>Two vectors of unit length and the variances along them, the larger first.</returns>
    public static (double[][] Vectors, double[] Variances) LeadingTwo(MixedRows rows, SplitRandom random, CancellationToken cancellation)
    {
        var count = Math.Min(Carried, rows.Features);
        var vectors = new double[count][];
        for (var v = 0; v < count; v++)
        {
            vectors[v] = new double[rows.Features];
            for (var f = 0; f < rows.Features; f++) vectors[v][f] = random.NextNormal();
        }
        Orthonormalise(vectors);
        for (var step = 0; step < Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var v = 0; v < count; v++) vectors[v] = rows.TransposedTimes(rows.Times(vectors[v]));
            Orthonormalise(vectors);
        }
        return Rotated(rows, vectors);
    }

    // Turns the carried vectors within their span to the axes of the variance there.
    private static (double[][] Vectors, double[] Variances) Rotated(MixedRows rows, double[][] vectors)
    {
        double[][] images = [.. vectors.Select(rows.Times)];
        var inner = new double[vectors.Length, vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
            for (var j = 0; j < vectors.Length; j++) inner[i, j] = Dot(images[i], images[j]) / rows.Rows;
        var eigen = SymmetricEigen.Of(inner);
        double[][] leading = [.. Enumerable.Range(0, 2).Select(axis => Combined(vectors, eigen, vectors.Length - 1 - axis))];
        return (leading, [eigen.Values[^1], eigen.Values[^2]]);
    }

    private static double[] Combined(double[][] vectors, SymmetricEigen eigen, int axis)
    {
        var sum = new double[vectors[0].Length];
        for (var v = 0; v < vectors.Length; v++)
            for (var f = 0; f < sum.Length; f++) sum[f] += eigen.Vectors[v, axis] * vectors[v][f];
        var largest = 0;
        for (var f = 1; f < sum.Length; f++)
            if (Math.Abs(sum[f]) > Math.Abs(sum[largest]) * (1 + 1e-9)) largest = f; // rounding must not choose between equals
        return sum[largest] < 0 ? Array.ConvertAll(sum, value => -value) : sum;
    }

    private static void Orthonormalise(double[][] vectors)
    {
        for (var v = 0; v < vectors.Length; v++)
        {
            for (var pass = 0; pass < 2; pass++) // the second pass removes what rounding left
            {
                for (var w = 0; w < v; w++)
                {
                    var along = Dot(vectors[v], vectors[w]);
                    for (var f = 0; f < vectors[v].Length; f++) vectors[v][f] -= along * vectors[w][f];
                }
            }
            var length = Math.Sqrt(Dot(vectors[v], vectors[v]));
            for (var f = 0; f < vectors[v].Length; f++) vectors[v][f] = length > 0 ? vectors[v][f] / length : 0;
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
