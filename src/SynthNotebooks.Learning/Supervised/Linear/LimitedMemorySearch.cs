namespace SynthNotebooks.Learning;

/// <summary>Minimises a convex objective with a low-rank picture of its curvature (L-BFGS), for many weights or several outputs.</summary>
/// <remarks>Cost a step: one or two evaluations. Source: Liu, Nocedal, Math. Programming 45, 1989, doi:10.1007/BF01589116.</remarks>
internal static class LimitedMemorySearch
{
    private const int Memory = 10;
    private const int MostSteps = 300;
    private const double Tolerance = 1e-5; // of the first gradient's largest part

    public static double[] Minimise(LinearObjective objective)
    {
        var weights = new double[objective.Size];
        var (value, gradient) = objective.Evaluate(weights);
        var enough = Tolerance * Largest(gradient);
        var steps = new List<(double[] Step, double[] Change, double Inverse)>();
        for (var round = 0; round < MostSteps && Largest(gradient) > enough; round++)
        {
            objective.Context.Cancellation.ThrowIfCancellationRequested();
            var direction = Direction(steps, gradient);
            var slope = Dot(direction, gradient);
            var length = steps.Count == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1.0;
            var fell = false;
            for (var attempt = 0; attempt < 40 && !fell; attempt++)
            {
                var next = new double[weights.Length];
                for (var i = 0; i < next.Length; i++) next[i] = weights[i] + length * direction[i];
                var (nextValue, nextGradient) = objective.Evaluate(next);
                if (!(nextValue <= value + 1e-4 * length * slope))
                {
                    length /= 2;
                    continue;
                }
                if (Dot(direction, nextGradient) < 0.9 * slope && length < 1e6 && attempt < 20 && steps.Count == 0)
                {
                    length *= 4; // the first step has no scale to go by: as long as it is still steep, go further
                    continue;
                }
                Remember(steps, weights, next, gradient, nextGradient);
                (weights, value, gradient, fell) = (next, nextValue, nextGradient, true);
            }
            if (!fell) break;
        }
        return weights;
    }

    private static void Remember(List<(double[] Step, double[] Change, double Inverse)> steps, double[] from, double[] to, double[] before, double[] after)
    {
        double[] step = new double[from.Length], change = new double[from.Length];
        for (var i = 0; i < step.Length; i++) (step[i], change[i]) = (to[i] - from[i], after[i] - before[i]);
        var curvature = Dot(step, change);
        if (!(curvature > 1e-12 * Dot(change, change))) return;
        if (steps.Count == Memory) steps.RemoveAt(0);
        steps.Add((step, change, 1 / curvature));
    }

    private static double[] Direction(List<(double[] Step, double[] Change, double Inverse)> steps, double[] gradient)
    {
        var direction = Array.ConvertAll(gradient, part => -part);
        var shares = new double[steps.Count];
        for (var k = steps.Count - 1; k >= 0; k--)
        {
            shares[k] = steps[k].Inverse * Dot(steps[k].Step, direction);
            Add(direction, -shares[k], steps[k].Change);
        }
        if (steps.Count > 0)
        {
            var (_, change, inverse) = steps[^1];
            var scale = 1 / (inverse * Dot(change, change));
            for (var i = 0; i < direction.Length; i++) direction[i] *= scale;
        }
        for (var k = 0; k < steps.Count; k++)
            Add(direction, shares[k] - steps[k].Inverse * Dot(steps[k].Change, direction), steps[k].Step);
        return direction;
    }

    private static void Add(double[] sum, double factor, double[] part)
    {
        for (var i = 0; i < sum.Length; i++) sum[i] += factor * part[i];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static double Largest(double[] parts)
    {
        var largest = 0.0;
        foreach (var part in parts) largest = Math.Max(largest, Math.Abs(part));
        return largest;
    }
}
