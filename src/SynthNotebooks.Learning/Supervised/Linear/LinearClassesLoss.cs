using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Cross-entropy of several classes after a softmax.</summary>
internal sealed class LinearClassesLoss(int[] classes, int count) : ILinearLoss
{
    public int Outputs => count;

    public double Evaluate(int row, Span<double> outputs, out double curvature)
    {
        curvature = double.NaN; // a matrix; only methods that need no curvature take several outputs
        var own = outputs[classes[row]];
        var logSum = Softmax(outputs);
        outputs[classes[row]] -= 1;
        return logSum - own;
    }

    /// <summary>Turns raw scores into probabilities; returns log Σ exp.</summary>
    public static double Softmax(Span<double> outputs)
    {
        var highest = double.NegativeInfinity;
        foreach (var raw in outputs) highest = Math.Max(highest, raw);
        var sum = 0.0;
        for (var k = 0; k < outputs.Length; k++) sum += outputs[k] = PortableMath.Exp(outputs[k] - highest);
        for (var k = 0; k < outputs.Length; k++) outputs[k] /= sum;
        return highest + PortableMath.Log(sum);
    }
}
