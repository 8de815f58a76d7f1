using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Tests;

public class NormalTests
{
    [Theory] // tabulated tails (Abramowitz, Stegun 1964, Table 26.2, and the complementary error function)
    [InlineData(0, 0.5)]
    [InlineData(1, 0.15865525393145705)]
    [InlineData(2.9999999, 1.3498984760e-3)]
    [InlineData(3, 1.3498980316300945e-3)]
    [InlineData(5, 2.866515718791939e-7)]
    [InlineData(8, 6.220960574271785e-16)]
    [InlineData(20, 2.7536241186062337e-89)]
    public void Tails_keep_their_digits(double x, double tail) => Assert.Equal(tail, Normal.UpperTail(x), tail * 1e-9);

    [Fact]
    public void The_two_formulas_meet_and_agree_with_the_other_implementation()
    {
        Assert.Equal(1, Normal.UpperTail(Math.BitDecrement(3.0)) / Normal.UpperTail(3), 1e-12);
        for (var x = -6.0; x < 6; x += 0.01) Assert.Equal(PortableMath.NormalCdf(x), Normal.LowerTail(x), 1e-14);
    }

    [Theory, Seeds(8)]
    public void A_transform_is_that_of_its_definition_and_inverts(ulong seed)
    {
        var random = new SplitRandom(seed);
        const int n = 64;
        double[] real = new double[n], imaginary = new double[n];
        for (var i = 0; i < n; i++) (real[i], imaginary[i]) = (random.NextNormal(), random.NextNormal());
        double[] re = [.. real], im = [.. imaginary];
        var transform = new FourierTransform(n);

        transform.Forward(re, im);

        for (var k = 0; k < n; k++)
        {
            System.Numerics.Complex sum = 0;
            for (var j = 0; j < n; j++) sum += new System.Numerics.Complex(real[j], imaginary[j]) * System.Numerics.Complex.FromPolarCoordinates(1, -2 * Math.PI * j * k / n);
            Assert.Equal(sum.Real, re[k], 1e-12);
            Assert.Equal(sum.Imaginary, im[k], 1e-12);
        }
        transform.Backward(re, im);
        for (var i = 0; i < n; i++) Assert.Equal(real[i], re[i], 1e-13);
    }
}
