namespace SynthNotebooks.Learning;

/// <summary>Rows of numbers and codes, as a <see cref="GaussianMixture"/> is fitted to.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Numbers">[rows, numbers], row-major, finite, standardised.</param>
/// <param name="Codes">[code columns][rows], 0 to the column's number of states − 1.</param>
/// <param name="States">Number of states of each code column.</param>
public sealed record MixtureSample(int Rows, double[] Numbers, int[][] Codes, int[] States)
{
    /// <summary>Numbers a row.</summary>
    public int Dimensions => Rows == 0 ? 0 : Numbers.Length / Rows;
}
