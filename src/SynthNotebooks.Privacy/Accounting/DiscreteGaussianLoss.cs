using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Losses of the discrete Gaussian around 0 against that around 1: (1 − 2y)/(2σ²) at the output y.</summary>
internal static class DiscreteGaussianLoss
{
    public static LossPair Of(double sigma)
    {
        double variance = sigma * sigma, normaliser = Normaliser(sigma);
        var window = Window(sigma);
        var atoms = new (double, double, double)[2 * window + 1];
        for (var i = 0; i < atoms.Length; i++)
        {
            var y = window - i; // losses rise as y falls
            atoms[i] = ((1 - 2.0 * y) / (2 * variance), Mass(y), Mass(y - 1.0));
        }
        return new AtomLoss(atoms);

        double Mass(double y) => PortableMath.Exp(-y * y / (2 * variance)) / normaliser;
    }

    /// <summary>Σ e^(−y²/2σ²).</summary>
    public static double Normaliser(double sigma)
    {
        var sum = new FixedOrderSum();
        for (var y = Window(sigma); y > 0; y--) sum.Add(2 * PortableMath.Exp(-(double)y * y / (2 * sigma * sigma)));
        sum.Add(1);
        return sum.Value;
    }

    private static int Window(double sigma) => (int)Math.Ceiling(12 * sigma) + 2;
}
