using MathNet.Numerics.Distributions;

namespace SynthNotebooks.Learning.Tests.Distributions;

public class DistributionTests
{
    private static readonly (IDistribution Own, IContinuousDistribution Reference)[] Pairs =
    [
        (new NormalDistribution(3, 2), new Normal(3, 2)),
        (new LogNormalDistribution(0.5, 1.2), new LogNormal(0.5, 1.2)),
        (new GammaDistribution(0.4, 3), new Gamma(0.4, 1 / 3.0)),
        (new GammaDistribution(25, 0.5), new Gamma(25, 2)),
        (new WeibullDistribution(1.7, 40), new Weibull(1.7, 40)),
        (new BetaDistribution(0.6, 3, 0, 1), new Beta(0.6, 3)),
        (new StudentDistribution(-1, 2, 3), new StudentT(-1, 2, 3)),
        (new ExponentialDistribution(0.2), new Exponential(0.2)),
        (new UniformDistribution(-2, 5), new ContinuousUniform(-2, 5)),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Pairs.Length)];

    [Theory, MemberData(nameof(Cases))]
    public void Density_and_distribution_function_are_those_of_the_reference(int number)
    {
        var (own, reference) = Pairs[number];
        foreach (var x in new[] { -4, -0.5, 0.01, 0.3, 0.7, 0.95, 1.5, 3, 8, 25, 70 })
        {
            if (x < own.Quantile(0))
            {
                Assert.Equal((0.0, double.NegativeInfinity), (own.Cdf(x), own.LogDensity(x)));
                continue;
            }
            Assert.Equal(reference.CumulativeDistribution(x), own.Cdf(x), own is WeibullDistribution ? 2e-8 : 1e-10); // the reference's e^x − 1 has 8 digits
            if (reference.Density(x) > 0) Assert.Equal(reference.DensityLn(x), own.LogDensity(x), 1e-9);
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_quantile_inverts_the_distribution_function(int number)
    {
        var own = Pairs[number].Own;
        foreach (var p in new[] { 1e-6, 0.001, 0.1, 0.37, 0.5, 0.8, 0.99, 1 - 1e-6 }) Assert.Equal(p, own.Cdf(own.Quantile(p)), 1e-12);
    }

    [Theory]
    [InlineData(4), InlineData(7.5)]
    public void A_beta_between_other_ends_is_a_stretched_beta(double width)
    {
        var stretched = new BetaDistribution(2, 3, -1, -1 + width);

        Assert.Equal(new Beta(2, 3).CumulativeDistribution(0.4), stretched.Cdf(-1 + 0.4 * width), 1e-12);
        Assert.Equal(new Beta(2, 3).DensityLn(0.4) - Math.Log(width), stretched.LogDensity(-1 + 0.4 * width), 1e-12);
    }
}
