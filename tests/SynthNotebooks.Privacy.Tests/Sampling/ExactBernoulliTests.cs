using System.Numerics;

namespace SynthNotebooks.Privacy.Tests;

public class ExactBernoulliTests
{
    private static readonly double Slack = Math.Sqrt(Math.Log(2 / 1e-7) / (2 * 300_000)); // Hoeffding

    [Theory]
    [InlineData(1, 3)]
    [InlineData(999_999_999_999, 1_000_000_000_000)]
    [InlineData(123456789012345678, 987654321098765432)]
    public void A_ratio_s_coin_has_its_probability_in_both_arithmetics(long a, long b)
    {
        var bits = new CryptographicBits();
        Near((double)a / b, () => ExactBernoulli.Ratio((UInt128)a, (UInt128)b, bits));
        Near((double)a / b, () => ExactBernoulli.Ratio((BigInteger)a, (BigInteger)b, bits));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(1, 1)]
    [InlineData(9, 4)]
    [InlineData(7, 1)]
    public void An_exponential_coin_has_its_probability_in_both_arithmetics(long a, long b)
    {
        var bits = new CryptographicBits();
        Near(Math.Exp(-(double)a / b), () => ExactBernoulli.Exp((UInt128)a, (UInt128)b, bits));
        Near(Math.Exp(-(double)a / b), () => ExactBernoulli.Exp((BigInteger)a << 200, (BigInteger)b << 200, bits));
        Near(1 / (1 + Math.Exp(-(double)a / b)), () => ExactBernoulli.Logistic(a, b, bits));
    }

    [Fact] // 1/3 in 32-bit digits is 0x55555555 repeated: the first digit cannot decide, the second can
    public void Equal_first_digits_are_decided_by_the_next()
    {
        Assert.True(ExactBernoulli.Ratio((UInt128)1, 3, new ScriptedBits(0x55555555, 0x55555554)));
        Assert.False(ExactBernoulli.Ratio((UInt128)1, 3, new ScriptedBits(0x55555555, 0x55555556)));
        Assert.True(ExactBernoulli.Ratio((UInt128)1, 3, new ScriptedBits(0x55555554)));
        Assert.False(ExactBernoulli.Ratio((UInt128)1, 3, new ScriptedBits(0x55555556)));
        Assert.True(ExactBernoulli.Ratio(BigInteger.One, 3, new ScriptedBits(0x55555555, 0x55555555, 0)));
    }

    [Fact]
    public void Certain_coins_use_no_bits()
    {
        Assert.True(ExactBernoulli.Ratio((UInt128)3, 3, new ScriptedBits()));
        Assert.False(ExactBernoulli.Ratio((UInt128)0, 3, new ScriptedBits()));
        Assert.True(ExactBernoulli.Exp((UInt128)0, 3, new ScriptedBits()));
    }

    private static void Near(double probability, Func<bool> coin)
    {
        var heads = 0;
        for (var i = 0; i < 300_000; i++)
            if (coin()) heads++;
        Assert.InRange(heads / 300_000.0, probability - Slack, probability + Slack);
    }
}
