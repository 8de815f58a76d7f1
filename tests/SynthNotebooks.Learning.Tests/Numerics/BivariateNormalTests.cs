using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Numerics;

public class BivariateNormalTests
{
    [Theory] // adaptive quadrature of φ(t)Φ((y − ρt)/√(1 − ρ²)) over t ≤ x, in double precision
    [InlineData(0, 0, 0.5, 1.0 / 3)]
    [InlineData(1, -0.5, 0.3, 0.28313842024448105)]
    [InlineData(-1.2, 0.7, -0.6, 0.04101442174869319)]
    [InlineData(0.4, 0.4, 0.95, 0.6087978968122834)]
    [InlineData(0.5, -0.3, -0.97, 0.084122554994673)]
    [InlineData(2, 1, 0.9, 0.8410961870367748)]
    [InlineData(-2, -2.5, 0.999, 0.006209665325776134)]
    [InlineData(0.1, -0.2, -0.2, 0.19581811793937648)]
    public void Known_values(double x, double y, double rho, double expected) =>
        Assert.Equal(expected, BivariateNormal.Cdf(x, y, rho), 1e-12);

    [Theory, Seeds(200)]
    public void Symmetric_bounded_by_its_margins_and_complementary(ulong seed)
    {
        var random = new SplitRandom(seed);
        double x = random.NextNormal(), y = random.NextNormal(), rho = 2 * random.NextDouble() - 1;

        var p = BivariateNormal.Cdf(x, y, rho);

        Assert.Equal(p, BivariateNormal.Cdf(y, x, rho), 1e-12);
        Assert.InRange(p, 0, Math.Min(PortableMath.NormalCdf(x), PortableMath.NormalCdf(y)) + 1e-12);
        Assert.Equal(PortableMath.NormalCdf(x), p + BivariateNormal.Cdf(x, -y, -rho), 1e-11); // Y → −Y
    }

    [Fact]
    public void Density_is_the_derivative_by_the_correlation()
    {
        const double h = 1e-4;
        var slope = (BivariateNormal.Cdf(0.3, -0.8, 0.4 + h) - BivariateNormal.Cdf(0.3, -0.8, 0.4 - h)) / (2 * h);

        Assert.Equal(slope, BivariateNormal.Density(0.3, -0.8, 0.4), 1e-7);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Full_correlation_is_a_line(double rho) => Assert.Equal(
        rho > 0 ? PortableMath.NormalCdf(-0.2) : PortableMath.NormalCdf(0.7) + PortableMath.NormalCdf(-0.2) - 1, BivariateNormal.Cdf(0.7, -0.2, rho), 1e-13);
}
