namespace SynthNotebooks.Learning;

/// <summary>Sum of losses plus half the squared weights times a penalty; constants are not penalised.</summary>
/// <param name="design">The table.</param>
/// <param name="loss">Loss of a row.</param>
/// <param name="penalty">At least 0.</param>
/// <param name="context">Threads and cancellation.</param>
internal sealed class LinearObjective(LinearDesign design, ILinearLoss loss, double penalty, TrainingContext context)
{
    private readonly int _side = design.Width + 1;

    /// <summary>Number of weights: of each output one a column, then the constant.</summary>
    public int Size => _side * loss.Outputs;

    public TrainingContext Context => context;

    /// <summary>The objective and its gradient.</summary>
    public (double Value, double[] Gradient) Evaluate(double[] weights)
    {
        var outputs = loss.Outputs;
        var (value, gradient) = design.Sum(Size, (row, sum) =>
        {
            Span<double> raw = outputs <= 64 ? stackalloc double[outputs] : new double[outputs];
            for (var k = 0; k < outputs; k++) raw[k] = design.Product(row, weights.AsSpan(k * _side, _side));
            var lost = loss.Evaluate(row, raw, out _);
            for (var k = 0; k < outputs; k++) design.AddRow(row, raw[k], sum.AsSpan(k * _side, _side));
            return lost;
        }, context);
        for (var i = 0; i < Size; i++)
        {
            if (i % _side == design.Width) continue;
            value += 0.5 * penalty * weights[i] * weights[i];
            gradient[i] += penalty * weights[i];
        }
        return (value, gradient);
    }

    /// <summary>The matrix of second derivatives of a single output, [n, n].</summary>
    public double[,] Curvature(double[] weights)
    {
        var (_, sum) = design.Sum(_side * _side, (row, sum) =>
        {
            Span<double> raw = [design.Product(row, weights)];
            var lost = loss.Evaluate(row, raw, out var curvature);
            design.AddProducts(row, curvature, sum);
            return lost;
        }, context);
        var matrix = new double[_side, _side];
        for (var i = 0; i < _side; i++)
            for (var j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = sum[i * _side + j] + (i == j && i < design.Width ? penalty : 0);
        return matrix;
    }
}
