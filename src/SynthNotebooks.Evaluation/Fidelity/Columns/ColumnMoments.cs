using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Fidelity.Columns;

/// <summary>Mean, standard deviation, skewness and kurtosis of a sample, as population moments.</summary>
/// <param name="Mean">First moment.</param>
/// <param name="Deviation">Square root of the second central moment.</param>
/// <param name="Skewness">Third standardised moment; 0 for a constant.</param>
/// <param name="Kurtosis">Fourth standardised moment, 3 for a normal sample; 1, the least there is, for a constant.</param>
/// <remarks>Source: Pearson, Phil. Trans. R. Soc. A 186, 1895, doi:10.1098/rsta.1895.0010.</remarks>
internal readonly record struct ColumnMoments(double Mean, double Deviation, double Skewness, double Kurtosis)
{
    /// <param name="sample">At least one number, no NaN; ascending, so that equal samples in another order give the same bits.</param>
    public static ColumnMoments Of(ReadOnlySpan<double> sample)
    {
        if (sample[0] == sample[^1]) return new(sample[0], 0, 0, 1);
        var mean = FixedOrderSum.Of(sample) / sample.Length;
        FixedOrderSum squares = default;
        foreach (var x in sample) squares.Add((x - mean) * (x - mean));
        var deviation = Math.Sqrt(squares.Value / sample.Length);
        FixedOrderSum cubes = default, fourths = default;
        foreach (var x in sample)
        {
            var z = (x - mean) / deviation;
            cubes.Add(z * z * z);
            fourths.Add(z * z * z * z);
        }
        return new(mean, deviation, cubes.Value / sample.Length, fourths.Value / sample.Length);
    }

    /// <summary>The mean over numeric columns of a difference of moments; a constant real column leaves it.</summary>
    public static Contracts.MetricValue MeanOf(TableComparison comparison, Func<ColumnMoments, ColumnMoments, double> difference) =>
        ColumnMean.OfNumbers(comparison, (real, other) => OfReal(comparison, real) is { Deviation: > 0 } moments ? difference(moments, OfOther(comparison, other)) : null);

    /// <summary>The moments of a real column, computed once.</summary>
    public static ColumnMoments OfReal(TableComparison comparison, Reading.ColumnView real) =>
        comparison.Tables.Shared.Once((typeof(ColumnMoments), real), () => Of(real.Sorted));

    private static ColumnMoments OfOther(TableComparison comparison, Reading.ColumnView other) =>
        comparison.Own.Once((typeof(ColumnMoments), other), () => Of(other.Sorted));
}
