using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.GaussianMixtures;

public class GaussianMixtureFitTests
{
    private const int Rows = 6000;

    [Fact]
    public void Two_planted_groups_are_found_with_their_parameters()
    {
        var (sample, groups) = Planted(seed: 4);

        var model = GaussianMixtureFit.Of(sample, new(), new SplitRandom(1));

        Assert.Equal(2, model.Components);
        var heavy = model.Weights[0] > model.Weights[1] ? 0 : 1;
        // Groups lie 8 deviations apart, so each parameter is that of its group's rows: 5 standard errors have probability 6e-7 each, the priors add at most .005.
        var n = groups.Count(group => group == 0);
        Assert.Equal((double)n / Rows, model.Weights[heavy], 0.005);
        Assert.Equal(-2, model.Means[heavy][0], 5 * 0.5 / Math.Sqrt(n) + 0.005);
        Assert.Equal(2, model.Means[1 - heavy][0], 5 * 0.5 / Math.Sqrt(Rows - n) + 0.005);
        Assert.Equal(0.9, model.Shares[heavy][0][0], 5 * 0.3 / Math.Sqrt(n) + 0.005);
        var factor = model.Factors[heavy];
        Assert.Equal(0.8 * 0.25, factor[0, 0] * factor[1, 0], 5 * 0.25 * Math.Sqrt(1 + 0.64) / Math.Sqrt(n) + 0.005); // covariance
    }

    [Fact]
    public void One_group_stays_one()
    {
        var random = new SplitRandom(8);
        var sample = new MixtureSample(2000, [.. Enumerable.Range(0, 4000).Select(_ => random.NextNormal())], [], []);

        Assert.Equal(1, GaussianMixtureFit.Of(sample, new(), new SplitRandom(1)).Components);
    }

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        var (sample, _) = Planted(seed: 5);

        var one = GaussianMixtureFit.Of(sample, new(8, Threads: 1), new SplitRandom(1));
        var four = GaussianMixtureFit.Of(sample, new(8, Threads: 4), new SplitRandom(1));

        Assert.Equal(one.Weights, four.Weights);
        Assert.Equal(one.Means.SelectMany(mean => mean), four.Means.SelectMany(mean => mean));
    }

    [Fact]
    public void Diagonal_covariances_have_no_correlations()
    {
        var (sample, _) = Planted(seed: 6);

        var model = GaussianMixtureFit.Of(sample, new(2, Diagonal: true), new SplitRandom(1));

        Assert.All(model.Factors, factor => Assert.Equal(0, factor[1, 0]));
    }

    // Two thirds around (−2, −2), one third around (2, 2); deviation .5, correlation .8; the code tells the group nine times of ten.
    private static (MixtureSample Sample, int[] Groups) Planted(ulong seed)
    {
        var random = new SplitRandom(seed);
        var (numbers, codes, groups) = (new double[Rows * 2], new int[Rows], new int[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            groups[row] = random.NextDouble() < 2 / 3.0 ? 0 : 1;
            double a = random.NextNormal(), b = 0.8 * a + 0.6 * random.NextNormal(), centre = groups[row] == 0 ? -2 : 2;
            (numbers[2 * row], numbers[2 * row + 1]) = (centre + 0.5 * a, centre + 0.5 * b);
            codes[row] = random.NextDouble() < 0.9 ? groups[row] : 1 - groups[row];
        }
        return (new(Rows, numbers, [codes], [2]), groups);
    }
}
