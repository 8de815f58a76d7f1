using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Losses of the Poisson-sampled Gaussian under add-remove.</summary>
/// <remarks>With x the output, ln((1 − q) + q e^((2x − 1)/2σ²)) rises in x; taking a record out has that loss, putting one in its negative.</remarks>
internal sealed class SampledGaussianLoss(double rate, double sigma, bool added) : LossPair
{
    private const double Deviations = 10; // P[Z > 10] < 1e-22

    public override (double Low, double High) Range
    {
        get
        {
            var (low, high) = (Loss(-Deviations * sigma), Loss((added ? 0 : 1) + Deviations * sigma));
            return added ? (-high, -low) : (low, high);
        }
    }

    public override (double P, double Q) Mass(double low, double high)
    {
        var (from, to) = added ? (Output(-high), Output(-low)) : (Output(low), Output(high));
        var plain = Normal.Mass(from / sigma, to / sigma);
        var mixed = (1 - rate) * plain + rate * Normal.Mass((from - 1) / sigma, (to - 1) / sigma);
        return added ? (plain, mixed) : (mixed, plain);
    }

    private double Loss(double x)
    {
        var exponent = (2 * x - 1) / (2 * sigma * sigma);
        return StableMath.LogSum(rate == 1 ? double.NegativeInfinity : StableMath.LogOnePlus(-rate), PortableMath.Log(rate) + exponent);
    }

    // The output at which the loss is met; −∞ when every output has more.
    private double Output(double loss)
    {
        if (double.IsPositiveInfinity(loss)) return loss;
        var share = rate == 1 ? 0 : (1 - rate) * PortableMath.Exp(-loss);
        return share >= 1 ? double.NegativeInfinity : sigma * sigma * (loss + StableMath.LogOnePlus(-share) - PortableMath.Log(rate)) + 0.5;
    }
}
