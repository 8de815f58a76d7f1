using System.Runtime.Intrinsics;

namespace SynthNotebooks.Learning;

/// <summary>Half the squared error.</summary>
internal sealed class SquaredLoss(double[] numbers, double mean) : IBoostingLoss
{
    public double[] Start { get; } = [mean];

    public void Differentiate(double[][] raw, Vector256<double>[][] figures, int from, int to)
    {
        for (var row = from; row < to; row++) figures[0][row] = Vector256.Create(raw[0][row] - numbers[row], 1, 1, 0);
    }

    public double Loss(double[][] raw, int row) => 0.5 * (raw[0][row] - numbers[row]) * (raw[0][row] - numbers[row]);
}
