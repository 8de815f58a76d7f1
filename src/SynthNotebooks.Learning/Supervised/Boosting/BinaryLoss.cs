using System.Runtime.Intrinsics;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Logistic loss of two classes, log(1 + eʳ) − y·r.</summary>
internal sealed class BinaryLoss(int[] classes, double shareOfOnes) : IBoostingLoss
{
    public double[] Start { get; } = [PortableMath.Log(shareOfOnes / (1 - shareOfOnes))];

    public static double Probability(double raw) => 1 / (1 + PortableMath.Exp(-raw));

    public void Differentiate(double[][] raw, Vector256<double>[][] figures, int from, int to)
    {
        var (scores, cells) = (raw[0], figures[0]);
        for (var row = from; row < to; row++)
        {
            var p = Probability(scores[row]);
            cells[row] = Vector256.Create(p - classes[row], p * (1 - p), 1, 0);
        }
    }

    public double Loss(double[][] raw, int row)
    {
        var margin = classes[row] == 1 ? -raw[0][row] : raw[0][row];
        return margin > 0 ? margin + PortableMath.Log(1 + PortableMath.Exp(-margin)) : PortableMath.Log(1 + PortableMath.Exp(margin));
    }
}
