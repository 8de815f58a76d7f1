using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>How far scores of rows that a discriminator did not see may be believed: the slope and shift of the logistic curve through them.</summary>
/// <remarks>
/// A discriminator that learnt its own rows by heart is sure of itself and wrong on others, so its slope comes out near 0 and its ratio near 1. The slope is kept
/// within 0 to 1. Source: Platt, Advances in Large Margin Classifiers, 1999; Newton steps on the logistic loss.
/// </remarks>
internal static class LogisticCalibration
{
    private const int Steps = 50;

    /// <param name="scores">Log odds, one a row.</param>
    /// <param name="isReal">The truth.</param>
    /// <returns>Log odds are slope · score + shift.</returns>
    public static (double Slope, double Shift) Of(double[] scores, bool[] isReal)
    {
        var (slope, shift) = Newton(scores, isReal, free: true, 1);
        return slope is >= 0 and <= 1 ? (slope, shift) : Newton(scores, isReal, free: false, Math.Clamp(double.IsFinite(slope) ? slope : 0, 0, 1));
    }

    private static (double Slope, double Shift) Newton(double[] scores, bool[] isReal, bool free, double slope)
    {
        var shift = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            FixedOrderSum g0 = default, g1 = default, h00 = default, h01 = default, h11 = default;
            for (var row = 0; row < scores.Length; row++)
            {
                var p = 1 / (1 + PortableMath.Exp(-(slope * scores[row] + shift)));
                var (gradient, curvature) = (p - (isReal[row] ? 1 : 0), p * (1 - p));
                g0.Add(gradient);
                h00.Add(curvature);
                g1.Add(gradient * scores[row]);
                h01.Add(curvature * scores[row]);
                h11.Add(curvature * scores[row] * scores[row]);
            }
            const double ridge = 1e-9;
            var (a, b, d) = (h00.Value + ridge, h01.Value, h11.Value + ridge);
            var determinant = a * d - b * b;
            var down = free ? (d * g0.Value - b * g1.Value) / determinant : g0.Value / a;
            var across = free ? (a * g1.Value - b * g0.Value) / determinant : 0;
            (shift, slope) = (shift - Math.Clamp(down, -2, 2), slope - Math.Clamp(across, -2, 2));
            if (Math.Abs(down) + Math.Abs(across) < 1e-10) break;
        }
        return (slope, shift);
    }
}
