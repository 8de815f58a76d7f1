using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class EntropicDescentTests
{
    private static readonly int[] Binary = [2, 2, 2, 2, 2];

    [Theory, Seeds(12)]
    public void The_loss_ends_where_no_move_of_mass_lowers_it(ulong seed)
    {
        var random = new SplitRandom(seed);
        var measured = Measured(Binary, 1000, 15, random, out _);
        var tree = JunctionTree.Of(Binary, measured.Select(marginal => marginal.Columns));
        var descent = new EntropicDescent(tree, measured, 1000, []);
        var fitted = descent.Run(20_000, 1e-12, default);

        // Optimality of a convex loss over the simplex of all 32 cells (Frank-Wolfe gap), by brute force.
        var joint = new MarginalQueries(fitted).Marginal(AttributeSet.Of(0, 1, 2, 3, 4));
        double loss = 0, mean = 0, least = double.PositiveInfinity;
        var slopes = new double[joint.Length];
        foreach (var marginal in measured)
        {
            var cells = new double[marginal.Values.Length];
            for (var cell = 0; cell < joint.Length; cell++) cells[Position(cell, marginal.Columns)] += 1000 * joint[cell];
            for (var i = 0; i < cells.Length; i++) loss += (cells[i] - marginal.Values[i]) * (cells[i] - marginal.Values[i]) * marginal.Precisions[i] / 2;
            for (var cell = 0; cell < joint.Length; cell++)
            {
                var at = Position(cell, marginal.Columns);
                slopes[cell] += (cells[at] - marginal.Values[at]) * marginal.Precisions[at];
            }
        }
        for (var cell = 0; cell < joint.Length; cell++)
        {
            mean += joint[cell] * slopes[cell];
            least = Math.Min(least, slopes[cell]);
        }
        var gap = 1000 * (mean - least); // the loss is at most this far above the optimum
        Assert.Equal(loss, descent.Loss, 1e-9 * (1 + loss));
        Assert.True(gap < 0.01 * Math.Max(1, loss), $"loss {loss}, gap {gap}, steps {descent.Steps}");
    }

    [Theory, Seeds(6)]
    public void The_slope_is_the_derivative_of_the_loss(ulong seed)
    {
        int[] domain = [3, 2, 4];
        var random = new SplitRandom(seed);
        var columns = AttributeSet.Of(0, 1, 2);
        var tree = JunctionTree.Of(domain, [columns]);
        NoisyMarginal[] measured = [Noisy(columns), Noisy(AttributeSet.Of(0, 2)), Noisy(AttributeSet.Of(1))];
        var group = new MeasuredGroup(columns, tree, measured);
        double[] marginal = [.. new double[24].Select(_ => random.NextDouble() / 24)], slope = new double[24], ignored = new double[24];
        group.Loss(marginal, 50, slope);

        for (var cell = 0; cell < 24; cell++)
        {
            const double step = 1e-4;
            double[] up = [.. marginal], down = [.. marginal];
            up[cell] += step / 50;
            down[cell] -= step / 50;
            var numeric = (group.Loss(up, 50, ignored) - group.Loss(down, 50, ignored)) / (2 * step); // exact for a quadratic
            Assert.Equal(numeric, slope[cell], 1e-6);
        }

        NoisyMarginal Noisy(AttributeSet of) => NoisyMarginal.Of(of, [.. new double[TableShape.Of(of, domain).Cells].Select(_ => 10 * random.NextDouble())], 0.5 + random.NextDouble());
    }

    [Fact]
    public void Marginals_without_noise_come_out_as_they_went_in()
    {
        var measured = Measured(Binary, 1000, 1e-6, new SplitRandom(3), out var truth);
        var tree = JunctionTree.Of(Binary, measured.Select(marginal => marginal.Columns));
        var queries = new MarginalQueries(new EntropicDescent(tree, measured, 1000, []).Run(20_000, 1e-13, default));

        foreach (var marginal in measured)
        {
            double[] fitted = queries.Marginal(marginal.Columns), real = truth.Marginal(marginal.Columns);
            for (var i = 0; i < fitted.Length; i++) Assert.Equal(real[i], fitted[i], 1e-5);
        }
    }

    [Fact]
    public void A_warm_start_begins_where_the_last_fit_ended()
    {
        var measured = Measured(Binary, 1000, 15, new SplitRandom(5), out _);
        var tree = JunctionTree.Of(Binary, measured.Select(marginal => marginal.Columns));
        var cold = new EntropicDescent(tree, measured, 1000, []);
        var first = cold.Run(5000, 1e-10, default);
        var larger = JunctionTree.Of(Binary, [.. measured.Select(marginal => marginal.Columns), AttributeSet.Of(0, 3, 4)]);
        var warm = new EntropicDescent(larger, measured, 1000, []);
        warm.StartFrom(first.Potentials);
        warm.Run(1, 0, default);

        Assert.Equal(cold.Loss, warm.Loss, 1e-6 * cold.Loss);
    }

    [Fact]
    public void Structural_zeros_hold_in_the_fitted_distribution()
    {
        var measured = Measured(Binary, 1000, 30, new SplitRandom(6), out _);
        var zeros = LogPotential.Zeros(AttributeSet.Of(0, 4), Binary, states => states[0] <= states[1]);
        var tree = JunctionTree.Of(Binary, [.. measured.Select(marginal => marginal.Columns), zeros.Columns]);
        var fitted = new EntropicDescent(tree, measured, 1000, [zeros]).Run(500, 1e-9, default);

        Assert.Equal(0, new MarginalQueries(fitted).Marginal(zeros.Columns)[2]);
    }

    [Fact]
    public void Measurements_of_one_marginal_are_merged_by_inverse_variance()
    {
        var columns = AttributeSet.Of(1);
        var merged = Assert.Single(NoisyMarginal.Merged([NoisyMarginal.Of(columns, [10, 20], 1), NoisyMarginal.Of(columns, [13, 26], 2)]));

        Assert.Equal([11.0, 22.0], merged.Values);
        Assert.Equal([1.5, 1.5], merged.Precisions);
        Assert.Equal(33, NoisyMarginal.Total([merged]), 1e-9);
    }

    private static NoisyMarginal[] Measured(int[] domain, double total, double deviation, SplitRandom random, out BruteForce truth)
    {
        AttributeSet[] sets = [AttributeSet.Of(0, 1), AttributeSet.Of(1, 2, 3), AttributeSet.Of(3, 4), AttributeSet.Of(0, 2), AttributeSet.Of(2)];
        var real = new BruteForce(domain, [.. sets.Select(columns => BruteForce.Random(columns, domain, random))]);
        truth = real;
        return [.. sets.Select(columns => NoisyMarginal.Of(columns, [.. real.Marginal(columns).Select(share => total * share + deviation * random.NextNormal())], deviation * deviation))];
    }

    private static int Position(int cell, AttributeSet columns)
    {
        var position = 0;
        foreach (var column in columns.Members) position = position * 2 + (cell >> 4 - column & 1);
        return position;
    }
}
