using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Distributions;

public class DistributionFitTests
{
    private const int Rows = 20_000;

    private static readonly IDistribution[] Planted =
    [
        new NormalDistribution(50, 7),
        new LogNormalDistribution(1, 0.8),
        new GammaDistribution(2.5, 4),
        new BetaDistribution(1.5, 4, 0, 10),
        new WeibullDistribution(2.2, 30),
        new StudentDistribution(5, 2, 3),
        new ExponentialDistribution(0.1),
    ];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Planted.Length)];

    [Theory, MemberData(nameof(Cases))]
    public void The_planted_family_and_its_parameters_are_found(int number)
    {
        var planted = Planted[number];
        var sample = Drawn(planted, seed: 3);

        var fits = DistributionFit.All(sample, number == 3 ? 0 : sample.Minimum - 1, number == 3 ? 10 : sample.Maximum + 1);

        Assert.Equal(planted.Family, fits[0].Distribution.Family);
        // Dvoretzky, Kiefer, Wolfowitz: the sample's distribution function is farther than this from the planted one with probability 1e-6; a fit by
        // likelihood is nearer still. The factor 2 covers both.
        var band = 2 * Math.Sqrt(Math.Log(2 / 1e-6) / (2 * Rows));
        foreach (var p in new[] { 0.01, 0.1, 0.5, 0.9, 0.99 }) Assert.InRange(fits[0].Distribution.Cdf(planted.Quantile(p)), p - band, p + band);
    }

    [Fact]
    public void Equal_values_have_no_distribution() => Assert.Empty(DistributionFit.All(WeightedSample.Of([3, 3, 3]), 2, 4));

    [Fact]
    public void A_family_that_cannot_hold_the_values_is_left_out()
    {
        var families = DistributionFit.All(Drawn(new NormalDistribution(0, 1), seed: 5), -10, 10).Select(fit => fit.Distribution.Family).ToArray();

        Assert.DoesNotContain("gamma", families);
        Assert.Contains("beta", families);
    }

    [Fact]
    public void A_weight_counts_like_so_many_records()
    {
        var weighted = GammaDistribution.Fit(new([1, 2, 5], [3, 1, 2]))!;
        var repeated = GammaDistribution.Fit(WeightedSample.Of([1, 1, 1, 2, 5, 5]))!;

        Assert.Equal(repeated.Shape, weighted.Shape, 1e-9);
        Assert.Equal(repeated.Scale, weighted.Scale, 1e-9);
    }

    [Fact]
    public void A_shape_keeps_spikes_and_ends_and_lays_the_body_on_the_grid()
    {
        var random = new SplitRandom(7);
        var values = new long[Rows];
        for (var i = 0; i < values.Length; i++) values[i] = i % 4 == 0 ? 40 : Math.Clamp((long)Math.Round(50 + 12 * random.NextNormal()), 10, 90);
        var marginal = NumericMarginal.Of(new Int64Column("hours", values), new MarginalOptions());

        var shape = ParametricShape.Of(marginal);
        var refined = shape.With(NormalDistribution.Fit(shape.Body!));

        Assert.Equal([40.0], shape.Spikes.Select(spike => spike.Value));
        Assert.Equal(marginal.Segments.Sum(segment => segment.Mass), refined.Segments.Sum(segment => segment.Mass), 1e-6);
        Assert.Equal(marginal.Segments[0].Start, refined.Segments[0].Start);
        Assert.Equal(marginal.Segments[^1].End, refined.Segments[^1].End);
        for (var i = 1; i < refined.Segments.Count; i++) Assert.True(refined.Segments[i].Start > refined.Segments[i - 1].End);
    }

    private static WeightedSample Drawn(IDistribution distribution, ulong seed)
    {
        var random = new SplitRandom(seed);
        return WeightedSample.Of([.. Enumerable.Range(0, Rows).Select(_ => distribution.Quantile(random.NextOpenDouble()))]);
    }
}
