using System.Runtime.Intrinsics;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Cross-entropy of several classes after a softmax, one tree a class and round.</summary>
internal sealed class ClassesLoss : IBoostingLoss
{
    private const double LeastShare = 1e-12; // a class without rows still needs a finite start
    private readonly int[] _classes;

    public ClassesLoss(int[] classes, IReadOnlyList<double> shares)
    {
        _classes = classes;
        Start = [.. shares.Select(share => PortableMath.Log(Math.Max(share, LeastShare)))];
    }

    public double[] Start { get; }

    public static void Softmax(double[][] raw, int row, Span<double> probabilities)
    {
        var highest = double.NegativeInfinity;
        foreach (var scores in raw) highest = Math.Max(highest, scores[row]);
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++) sum += probabilities[k] = PortableMath.Exp(raw[k][row] - highest);
        for (var k = 0; k < probabilities.Length; k++) probabilities[k] /= sum;
    }

    public void Differentiate(double[][] raw, Vector256<double>[][] figures, int from, int to)
    {
        Span<double> p = raw.Length <= 256 ? stackalloc double[raw.Length] : new double[raw.Length];
        for (var row = from; row < to; row++)
        {
            Softmax(raw, row, p);
            for (var k = 0; k < p.Length; k++) figures[k][row] = Vector256.Create(p[k] - (_classes[row] == k ? 1 : 0), p[k] * (1 - p[k]), 1, 0);
        }
    }

    public double Loss(double[][] raw, int row)
    {
        Span<double> p = raw.Length <= 256 ? stackalloc double[raw.Length] : new double[raw.Length];
        Softmax(raw, row, p);
        return -PortableMath.Log(Math.Max(p[_classes[row]], double.Epsilon));
    }
}
