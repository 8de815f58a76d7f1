using System.Reflection;

namespace SynthNotebooks.Privacy.Tests;

public class RandomBitsTests
{
    [Fact]
    public void Nobody_outside_can_add_a_source_of_bits()
    {
        var constructors = typeof(RandomBits).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        var kinds = typeof(RandomBits).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RandomBits)));

        Assert.All(constructors, constructor => Assert.True(constructor.IsAssembly));
        Assert.Equal([typeof(CryptographicBits), typeof(InsecureSeededBits)], kinds.OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(kinds, kind => Assert.True(kind.IsSealed));
    }

    [Fact]
    public void The_cryptographic_source_takes_no_seed() =>
        Assert.Empty(Assert.Single(typeof(CryptographicBits).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)).GetParameters());

    [Theory]
    [InlineData(3UL)]
    [InlineData(10UL)]
    [InlineData(6_000_000_000UL)]
    public void Bounded_draws_are_uniform(ulong bound)
    {
        const int draws = 600_000;
        var bits = new CryptographicBits();
        var thirds = new int[3];
        for (var i = 0; i < draws; i++) thirds[(int)(bits.NextBelow(bound) * 3 / bound)]++;

        var slack = Math.Sqrt(Math.Log(6 / 1e-6) / (2 * draws)); // Hoeffding, three cells
        double[] shares = [Math.Ceiling(bound / 3.0) / bound, (Math.Ceiling(2 * bound / 3.0) - Math.Ceiling(bound / 3.0)) / bound];
        Assert.InRange((double)thirds[0] / draws, shares[0] - slack, shares[0] + slack);
        Assert.InRange((double)thirds[1] / draws, shares[1] - slack, shares[1] + slack);
    }

    [Fact]
    public void A_draw_that_would_favour_small_numbers_is_thrown_away()
    {
        // 2³² = 3·1431655765 + 1: the product's low half below 1 is thrown away, i.e. the word 0 alone.
        Assert.Equal(2UL, new ScriptedBits(0, 0xFFFFFFFF).NextBelow(3));
        Assert.Throws<InvalidOperationException>(() => new ScriptedBits(0).NextBelow(3));
    }

    [Fact]
    public void Seeded_bits_repeat_and_cryptographic_ones_do_not()
    {
        ulong[] First(RandomBits bits) => [bits.NextUInt64(), bits.NextUInt64(), bits.NextBelow(1000), bits.NextUInt32()];

        Assert.Equal(First(new InsecureSeededBits(7)), First(new InsecureSeededBits(7)));
        Assert.NotEqual(First(new CryptographicBits()), First(new CryptographicBits())); // equal with probability 2^-160
    }
}
