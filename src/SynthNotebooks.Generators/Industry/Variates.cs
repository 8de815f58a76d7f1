using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Industry;

/// <summary>Draws that need more than one number.</summary>
internal static class Variates
{
    /// <summary>Gamma of scale 1. Below shape 1 by the boost of Marsaglia and Tsang: a draw of shape + 1 times U^(1/shape).</summary>
    public static double Gamma(double shape, SplitRandom random)
    {
        if (double.IsNaN(shape)) return shape;
        return shape >= 1 ? GammaVariate.Draw(shape, random)
            : GammaVariate.Draw(shape + 1, random) * PortableMath.Exp(PortableMath.Log(random.NextOpenDouble()) / shape);
    }

    /// <summary>Poisson; exact, expected cost growing with the logarithm of the mean.</summary>
    /// <remarks>Large means are halved by the arrival time of the k-th event, a gamma number (Ahrens, Dieter, Computing 12, 1974, doi:10.1007/BF02293108).</remarks>
    public static double Poisson(double mean, SplitRandom random)
    {
        if (double.IsNaN(mean)) return mean;
        var count = 0.0;
        while (mean > 16)
        {
            var events = Math.Floor(mean * 7 / 8);
            var arrival = GammaVariate.Draw(events, random);
            if (arrival > mean) return count + Binomial(events - 1, mean / arrival, random);
            count += events;
            mean -= arrival;
        }
        if (!(mean > 0)) return count;
        var limit = PortableMath.Exp(-mean);
        for (var product = random.NextOpenDouble(); product > limit; product *= random.NextOpenDouble()) count++;
        return count;
    }

    /// <summary>Binomial; exact, expected cost growing with the logarithm of the number of trials.</summary>
    /// <remarks>Many trials are split at their median order statistic, a beta number (Relles, JASA 67, 1972; Devroye, 1986, X.4.4).</remarks>
    public static double Binomial(double trials, double p, SplitRandom random)
    {
        if (double.IsNaN(trials) || double.IsNaN(p)) return double.NaN;
        var count = 0.0;
        while (trials > 32)
        {
            var i = Math.Floor(trials / 2) + 1;
            var x = Gamma(i, random);
            var cut = x / (x + Gamma(trials + 1 - i, random));
            if (cut <= p)
            {
                count += i;
                trials -= i;
                p = (p - cut) / (1 - cut);
            }
            else
            {
                trials = i - 1;
                p /= cut;
            }
        }
        for (var i = 0; i < trials; i++)
            if (random.NextDouble() < p) count++;
        return count;
    }
}
