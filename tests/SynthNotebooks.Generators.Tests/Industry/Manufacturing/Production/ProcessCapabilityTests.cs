using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Manufacturing.Production;
using SynthNotebooks.Generators.Tests.Industry.Finance;

namespace SynthNotebooks.Generators.Tests.Industry.Manufacturing.Production;

public class ProcessCapabilityTests
{
    [Fact]
    public void It_is_what_its_definition_says()
    {
        var found = ProcessCapability.Of([9.9, 10.0, double.NaN, 10.2], 9.4, 10.6);

        Assert.Equal(3, found.Parts);
        Assert.Equal(10.0333333333, found.Mean, 9);
        Assert.Equal(0.1527525232, found.Spread, 9);
        Assert.Equal(1.2 / (6 * 0.1527525232), found.Cp, 8);
        Assert.Equal((10.6 - 10.0333333333) / (3 * 0.1527525232), found.Cpk, 8);
    }

    [Fact]
    public void A_mean_outside_the_limits_is_negative() => Assert.True(ProcessCapability.Of([1, 2, 3], 5, 9).Cpk < 0);

    [Fact]
    public void Its_standard_error_is_the_spread_of_many_estimates()
    {
        const int estimates = 4000, parts = 100;
        var random = new SplitRandom(4);
        double[] found = [.. Enumerable.Range(0, estimates).Select(_ => ProcessCapability.Of(Enumerable.Range(0, parts).Select(_ => 10.02 + 0.05 * random.NextNormal()).ToArray(), 9.8, 10.2).Cpk)];
        var mean = found.Average();
        var spread = Math.Sqrt(found.Sum(x => (x - mean) * (x - mean)) / (estimates - 1));

        // The spread of 4000 nearly normal values is known to 1 / sqrt(2 * 3999) = 1.1 %; Bissell's formula is of first order, so 3 % are allowed on top.
        var slack = NormalTolerance.Deviations / Math.Sqrt(2.0 * (estimates - 1)) + 0.03;
        Assert.InRange(spread / new ProcessCapability(10.02, 0.05, 9.8, 10.2, parts).CpkError, 1 - slack, 1 + slack);
    }

    [Fact]
    public void Parts_that_do_not_differ_are_refused()
    {
        Assert.Contains("at least two parts", Assert.Throws<ArgumentException>(() => ProcessCapability.Of([3, 3, 3], 1, 5)).Message, StringComparison.Ordinal);
        Assert.Contains("there are 1", Assert.Throws<ArgumentException>(() => ProcessCapability.Of([3], 1, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessCapability.Of([3, 4], 5, 5));
    }
}
