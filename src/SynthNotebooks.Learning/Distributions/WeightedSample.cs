using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Numbers with weights, as distributions are fitted to.</summary>
/// <param name="Values">Finite.</param>
/// <param name="Weights">Number of records of each value, above 0.</param>
public sealed record WeightedSample(double[] Values, double[] Weights)
{
    /// <summary>Every value once.</summary>
    public static WeightedSample Of(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var weights = new double[values.Length];
        weights.AsSpan().Fill(1);
        return new(values, weights);
    }

    /// <summary>Sum of the weights.</summary>
    public double Total => FixedOrderSum.Of(Weights);

    /// <summary>Smallest value.</summary>
    public double Minimum => Values.Min();

    /// <summary>Largest value.</summary>
    public double Maximum => Values.Max();

    /// <summary>Weighted mean of a function of the values, summed in order.</summary>
    public double Mean(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        FixedOrderSum sum = default, total = default;
        for (var i = 0; i < Values.Length; i++)
        {
            sum.Add(Weights[i] * function(Values[i]));
            total.Add(Weights[i]);
        }
        return sum.Value / total.Value;
    }

    /// <summary>Weighted mean, and variance about it (divided by the total).</summary>
    public (double Mean, double Variance) Moments()
    {
        var mean = Mean(static x => x);
        return (mean, Mean(x => (x - mean) * (x - mean)));
    }
}
