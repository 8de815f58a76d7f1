using System.Numerics;

namespace SynthNotebooks.Privacy.Tests;

public class DiscreteLaplaceSamplerTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(1, 2)]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(50, 1)]
    public void A_million_draws_follow_the_exact_distribution(int numerator, int denominator)
    {
        var scale = (double)numerator / denominator;
        var sampler = new DiscreteLaplaceSampler(new(numerator, denominator), new CryptographicBits());
        var window = (long)(25 * scale) + 3;

        GoodnessOfFit.Check(sampler.Next, 1_000_000, y => Mass(y, scale), -window, window, $"scale {numerator}/{denominator}");
    }

    [Theory] // the figures of the reference implementation
    [InlineData(1, 0.462117157, 1.841347188)]
    [InlineData(10, 0.049958375, 199.833417)]
    public void The_tests_own_mass_function_has_the_known_moments(double scale, double atZero, double variance)
    {
        var seen = 0.0;
        for (var y = -1000; y <= 1000; y++) seen += (double)y * y * Mass(y, scale);

        Assert.Equal(atZero, Mass(0, scale), 9);
        Assert.Equal(variance, seen, 6);
    }

    [Fact]
    public void A_double_s_exact_fraction_is_a_legal_scale()
    {
        var sampler = new DiscreteLaplaceSampler(1 / Rational.Of(0.1), new CryptographicBits());

        GoodnessOfFit.Check(sampler.Next, 100_000, y => Mass(y, 10), -250, 250, "scale 1/0.1");
    }

    [Fact]
    public void A_scale_beyond_the_128_bit_arithmetic_is_refused() =>
        Assert.Equal("scale", Assert.Throws<ArgumentOutOfRangeException>(() => new DiscreteLaplaceSampler(new(BigInteger.One << 96, 1), new CryptographicBits())).ParamName);

    [Fact] // t = 2, s = 1. Words: u = 1 (high half), coin 1/2 tails-side digit, …: traced by hand from the algorithm.
    public void A_script_of_bits_gives_the_draw_worked_out_by_hand()
    {
        // Below(2): word 0xC0000000 → u = 1. Exp(1/2): digit 0xF0000000 ≥ 1/2 → first coin fails at k = 1, odd → keep.
        // InverseE: bit 1 → stop at k = 2: v = 0 (bits come from one word, lowest first). Sign: next bit 1 → negative. Draw −1.
        var sampler = new DiscreteLaplaceSampler(2, new ScriptedBits(0xC0000000, 0xF0000000, 0b11));

        Assert.Equal(-1, sampler.Next());
    }

    [Fact]
    public void A_negative_zero_is_thrown_away()
    {
        // u = 0 needs no coin; InverseE: bit 1 → v = 0; sign bit 1 → −0, again. Then u = 1 (word), coin fails at k = 1 → keep; bit 1 → v = 0; sign 0 → +1.
        var sampler = new DiscreteLaplaceSampler(2, new ScriptedBits(0x00000000, 0b0111, 0x80000000, 0x80000000));

        Assert.Equal(1, sampler.Next());
    }

    internal static double Mass(long y, double scale)
    {
        var a = Math.Exp(-1 / scale);
        return (1 - a) / (1 + a) * Math.Pow(a, Math.Abs(y));
    }
}
