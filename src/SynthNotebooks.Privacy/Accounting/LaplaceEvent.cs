using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy;

/// <summary>Laplace noise of scale b on a query of sensitivity 1; the discrete Laplace mechanism of the same ratio loses no more.</summary>
/// <remarks>Source of the Rényi divergence: Mironov, arXiv:1702.07476, Table II.</remarks>
public sealed record LaplaceEvent : PrivacyEvent
{
    /// <param name="scale">b in multiples of the sensitivity, above 0.</param>
    public LaplaceEvent(double scale) => Scale = Positive(scale, nameof(scale));

    /// <summary>b.</summary>
    public double Scale { get; }

    internal override double Renyi(double order, NeighbouringRelation relation) =>
        StableMath.LogSum(PortableMath.Log(order / (2 * order - 1)) + (order - 1) / Scale, PortableMath.Log((order - 1) / (2 * order - 1)) - order / Scale) / (order - 1);

    internal override (LossPair Removed, LossPair Added) Losses(NeighbouringRelation relation)
    {
        var pair = new Pair(Scale);
        return (pair, pair);
    }

    // P = Laplace(0), Q = Laplace(1): the loss (|x − 1| − |x|)/b falls from 1/b to −1/b, with lumps at both ends.
    private sealed class Pair(double scale) : LossPair
    {
        public override (double Low, double High) Range => (-1 / scale, 1 / scale);

        public override (double P, double Q) Mass(double low, double high) => (Above(low, 0) - Above(high, 0), Above(low, 1) - Above(high, 1));

        // Mass of losses above a value under Laplace noise around a centre.
        private double Above(double loss, double centre)
        {
            if (loss >= 1 / scale) return 0;
            if (loss < -1 / scale) return 1;
            var x = (1 - scale * loss) / 2 - centre;
            return x < 0 ? PortableMath.Exp(x / scale) / 2 : 1 - PortableMath.Exp(-x / scale) / 2;
        }
    }
}
