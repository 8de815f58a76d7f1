using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Logistic loss of two classes.</summary>
internal sealed class LinearBinaryLoss(int[] classes) : ILinearLoss
{
    public int Outputs => 1;

    public double Evaluate(int row, Span<double> outputs, out double curvature)
    {
        var raw = outputs[0];
        var e = PortableMath.Exp(-Math.Abs(raw));
        var p = raw >= 0 ? 1 / (1 + e) : e / (1 + e);
        curvature = p * (1 - p);
        outputs[0] = p - classes[row];
        return PortableMath.Log(1 + e) + Math.Max(raw, 0) - (classes[row] == 1 ? raw : 0);
    }
}
