using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Losses of the Poisson-sampled Gaussian under replace-one: (1 − q)N(0) + qN(1) against (1 − q)N(0) + qN(−1); the same both ways.</summary>
internal sealed class ReplacedGaussianLoss(double rate, double sigma) : LossPair
{
    private const double Deviations = 10;

    public override (double Low, double High) Range
    {
        get
        {
            var high = Loss(1 + Deviations * sigma);
            return (-high, high);
        }
    }

    public override (double P, double Q) Mass(double low, double high)
    {
        var (from, to) = (Output(low), Output(high));
        var plain = (1 - rate) * Normal.Mass(from / sigma, to / sigma);
        return (plain + rate * Normal.Mass((from - 1) / sigma, (to - 1) / sigma), plain + rate * Normal.Mass((from + 1) / sigma, (to + 1) / sigma));
    }

    private double Loss(double x)
    {
        double half = 1 / (2 * sigma * sigma), rest = rate == 1 ? double.NegativeInfinity : StableMath.LogOnePlus(-rate), log = PortableMath.Log(rate);
        return StableMath.LogSum(rest, log + (2 * x - 1) * half) - StableMath.LogSum(rest, log - (2 * x + 1) * half);
    }

    // With w = e^(x/σ²), c = q e^(−1/2σ²), a = 1 − q, E = e^loss: c w² − a(E − 1) w − cE = 0 has one positive root.
    private double Output(double loss)
    {
        if (double.IsInfinity(loss)) return loss;
        if (loss < 0) return -Output(-loss); // symmetric; keeps E ≥ 1
        // Divided by √E, with u = w / √E: c u² − 2s u − c = 0, s = a sinh(loss/2).
        var c = rate * PortableMath.Exp(-1 / (2 * sigma * sigma));
        var s = (1 - rate) * (PortableMath.Exp(loss / 2) - PortableMath.Exp(-loss / 2)) / 2;
        var u = (s + Math.Sqrt(s * s + c * c)) / c;
        return sigma * sigma * (PortableMath.Log(u) + loss / 2);
    }
}
