namespace SynthNotebooks.Learning;

/// <summary>Half the squared error.</summary>
internal sealed class LinearSquaredLoss(double[] numbers) : ILinearLoss
{
    public int Outputs => 1;

    public double Evaluate(int row, Span<double> outputs, out double curvature)
    {
        curvature = 1;
        outputs[0] -= numbers[row];
        return 0.5 * outputs[0] * outputs[0];
    }
}
