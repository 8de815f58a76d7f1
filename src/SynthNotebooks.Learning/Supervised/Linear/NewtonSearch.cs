namespace SynthNotebooks.Learning;

/// <summary>Minimises a convex objective of one output by Newton steps, halved until the objective falls.</summary>
/// <remarks>For logistic loss these are iteratively reweighted least squares. Cost a step: rows · entries² + width³ / 3. Source: Green, JRSS B 46(2), 1984.</remarks>
internal static class NewtonSearch
{
    private const int MostSteps = 50;
    private const double Tolerance = 1e-10; // of the objective that one more step would save

    /// <summary>The weights and the curvature there.</summary>
    public static (double[] Weights, double[,] Curvature) Minimise(LinearObjective objective)
    {
        var weights = new double[objective.Size];
        var (value, gradient) = objective.Evaluate(weights);
        var curvature = objective.Curvature(weights);
        for (var step = 0; step < MostSteps; step++)
        {
            objective.Context.Cancellation.ThrowIfCancellationRequested();
            var direction = Direction(curvature, gradient);
            var slope = 0.0;
            for (var i = 0; i < direction.Length; i++) slope += direction[i] * gradient[i];
            if (-slope <= Tolerance * (Math.Abs(value) + 1e-6)) break;
            var length = 1.0;
            var fell = false;
            for (var halving = 0; halving < 30 && !fell; halving++, length /= 2)
            {
                var next = new double[weights.Length];
                for (var i = 0; i < next.Length; i++) next[i] = weights[i] + length * direction[i];
                var (nextValue, nextGradient) = objective.Evaluate(next);
                if (!(nextValue <= value + 1e-4 * length * slope)) continue;
                (weights, value, gradient, fell) = (next, nextValue, nextGradient, true);
            }
            if (!fell) break;
            curvature = objective.Curvature(weights);
        }
        return (weights, curvature);
    }

    private static double[] Direction(double[,] curvature, double[] gradient)
    {
        var direction = CholeskySolve.Solve(FactorOf(curvature), gradient);
        for (var i = 0; i < direction.Length; i++) direction[i] = -direction[i];
        return direction;
    }

    // Probabilities of 0 and 1 leave no curvature; a little of it on the diagonal makes the step shorter, not wrong.
    internal static double[,] FactorOf(double[,] curvature)
    {
        var n = curvature.GetLength(0);
        var largest = 1e-300;
        for (var i = 0; i < n; i++) largest = Math.Max(largest, curvature[i, i]);
        for (var added = 1e-12 * largest; ; added *= 100)
        {
            if (Cholesky.TryFactor(curvature, out var factor)) return factor;
            curvature = (double[,])curvature.Clone();
            for (var i = 0; i < n; i++) curvature[i, i] += Math.Max(added, 1e-11);
        }
    }
}
