namespace SynthNotebooks.Privacy;

/// <summary>The way back: least noise for a budget, with any accountant.</summary>
public static class NoiseCalibration
{
    /// <summary>Smallest noise, to a relative tolerance, whose ε is within a budget; errs towards more noise.</summary>
    /// <param name="epsilonOfNoise">ε at the wanted δ, falling in the noise; e.g. <c>s => new LossAccountant(relation).Compose(new GaussianEvent(s, q), t).Epsilon(delta)</c>.</param>
    /// <param name="epsilon">The budget, above 0.</param>
    /// <param name="tolerance">Relative, default 1e-4, legal 1e-12 to 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not legal, or no noise up to 1e6 is enough.</exception>
    public static double Smallest(Func<double, double> epsilonOfNoise, double epsilon, double tolerance = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(epsilonOfNoise);
        if (!(epsilon > 0)) throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "Epsilon must be above 0.");
        Contracts.Require.InRange(tolerance, 1e-12, 0.1);
        var high = 1.0;
        while (epsilonOfNoise(high) > epsilon)
        {
            high *= 2;
            if (high > 1e6) throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, "No noise up to 1e6 is enough for this epsilon.");
        }
        var low = high / 2;
        while (low > 0.05 && epsilonOfNoise(low) <= epsilon) (low, high) = (low / 2, low);
        while (high - low > tolerance * low)
        {
            var middle = (low + high) / 2;
            if (epsilonOfNoise(middle) <= epsilon) high = middle;
            else low = middle;
        }
        return high;
    }
}
