using Reference = MathNet.Numerics.SpecialFunctions;

namespace SynthNotebooks.Learning.Tests.Distributions;

public class SpecialFunctionsTests
{
    public static TheoryData<double> Arguments => [1e-6, 0.01, 0.3, 0.5, 1, 1.5, 2, 3.7, 10, 50, 123.4, 5000, 1e6];

    [Theory, MemberData(nameof(Arguments))]
    public void The_gamma_function_and_its_derivatives_are_those_of_the_reference(double x)
    {
        Near(Reference.GammaLn(x), SpecialFunctions.LogGamma(x), 1e-12);
        Near(Reference.DiGamma(x), SpecialFunctions.Digamma(x), 1e-10);
        var step = 1e-4 * x;
        Near((Reference.DiGamma(x + step) - Reference.DiGamma(x - step)) / (2 * step), SpecialFunctions.Trigamma(x), 1e-5); // a central difference
    }

    [Theory]
    [InlineData(0.2), InlineData(1), InlineData(4.5), InlineData(80), InlineData(3000)]
    public void The_incomplete_gamma_function_is_that_of_the_reference(double a)
    {
        foreach (var x in new[] { 1e-8, 0.1, 0.5, 0.9, 1, 1.1, 2, 5 }.Select(share => share * a))
            Near(Reference.GammaLowerRegularized(a, x), SpecialFunctions.LowerGamma(a, x), 1e-10);
    }

    [Theory]
    [InlineData(0.5, 0.5), InlineData(1, 3), InlineData(7.5, 2.2), InlineData(0.1, 40), InlineData(300, 200)]
    public void The_incomplete_beta_function_is_that_of_the_reference(double a, double b)
    {
        foreach (var x in new[] { 1e-6, 0.01, 0.2, 0.5, 0.6, 0.77, 0.999 })
            Near(Reference.BetaRegularized(a, b, x), SpecialFunctions.Beta(x, a, b), 1e-10);
    }

    [Fact]
    public void The_ends_of_the_range_are_exact()
    {
        Assert.Equal((0.0, 1.0), (SpecialFunctions.LowerGamma(2, 0), SpecialFunctions.LowerGamma(2, double.PositiveInfinity)));
        Assert.Equal((0.0, 1.0), (SpecialFunctions.Beta(0, 2, 3), SpecialFunctions.Beta(1, 2, 3)));
        Assert.True(double.IsNaN(SpecialFunctions.LogGamma(0)));
    }

    private static void Near(double expected, double value, double tolerance) =>
        Assert.True(Math.Abs(expected - value) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {value:R}");
}
