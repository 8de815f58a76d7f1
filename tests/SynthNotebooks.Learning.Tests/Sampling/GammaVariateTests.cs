using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Sampling;

public class GammaVariateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(60)]
    public void Draws_follow_the_distribution_function(double shape)
    {
        const int rows = 50_000;
        var random = new SplitRandom(1);
        var draws = Enumerable.Range(0, rows).Select(_ => GammaVariate.Draw(shape, random)).Order().ToArray();
        var gamma = new GammaDistribution(shape, 1);
        var distance = draws.Select((x, i) => Math.Abs(gamma.Cdf(x) - (i + 0.5) / rows)).Max();
        Assert.InRange(distance, 0, Math.Sqrt(Math.Log(2 / 1e-7) / (2 * rows)) + 0.5 / rows); // Dvoretzky, Kiefer, Wolfowitz
    }
}
