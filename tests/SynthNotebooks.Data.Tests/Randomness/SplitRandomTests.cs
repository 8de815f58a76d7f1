using System.Numerics;
using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Randomness;

public class SplitRandomTests
{
    private const double Alpha = 1e-7; // a sound generator fails one test with less than this probability

    // Computed by an independent implementation (Python integers) of xoshiro256++ and the seeding.
    [Theory]
    [InlineData(0UL, new[] { 0x0cafa0cd481675aeUL, 0x9659b912c7596962UL, 0xea5e388e3b6b94d3UL })]
    [InlineData(42UL, new[] { 0x7096a2376c236a49UL, 0x2e5733c2fc718fffUL, 0xdaa3292512f0b7b3UL })]
    [InlineData(ulong.MaxValue, new[] { 0x53010ae6a94d8439UL, 0x3393d209acbb90aeUL, 0x5986315a3befa489UL })]
    public void Known_seeds_give_known_bits(ulong seed, ulong[] expected)
    {
        var random = new SplitRandom(seed);
        Assert.Equal(expected, RandomFrames.Make(3, _ => random.NextUInt64()));
    }

    [Fact]
    public void Known_children_give_known_bits()
    {
        Assert.Equal(0xd49985c373c14131UL, new SplitRandom(0).Split(7).NextUInt64());
        Assert.Equal(0xfca7e0e30accb6e8UL, new SplitRandom(0).Split("age").NextUInt64());
        Assert.Equal(0xf7d637719e8457d5UL, new SplitRandom(1).Split("sample").Split(3).NextUInt64());
    }

    [Fact]
    public void A_child_does_not_depend_on_what_its_parent_drew()
    {
        var parent = new SplitRandom(9);
        var before = parent.Split("x").NextUInt64();
        for (var i = 0; i < 100; i++) parent.NextUInt64();
        Assert.Equal(before, parent.Split("x").NextUInt64());
    }

    [Theory, Seeds(20)]
    public void Bits_of_a_stream_and_across_siblings_are_fair(ulong seed)
    {
        const int draws = 20_000;
        var slack = Math.Sqrt(draws * Math.Log(2 * 64 * 2 / Alpha) / 2); // Hoeffding, union over 64 bits and both streams
        foreach (var next in new Func<int, ulong>[] { Stream(new SplitRandom(seed)), label => new SplitRandom(seed).Split((ulong)label).NextUInt64() })
        {
            var ones = new int[64];
            for (var i = 0; i < draws; i++)
            {
                var bits = next(i);
                for (var b = 0; b < 64; b++) ones[b] += (int)(bits >> b & 1);
            }
            Assert.All(ones, count => Assert.InRange(count, draws / 2 - slack, draws / 2 + slack));
        }

        static Func<int, ulong> Stream(SplitRandom random) => _ => random.NextUInt64();
    }

    [Theory, Seeds(10)]
    public void Neighbouring_seeds_and_labels_share_no_bits(ulong seed)
    {
        const int pairs = 2_000;
        var differing = 0;
        for (var i = 0; i < pairs; i++)
        {
            differing += BitOperations.PopCount(new SplitRandom(seed + (ulong)i).NextUInt64() ^ new SplitRandom(seed + (ulong)i + 1).NextUInt64());
        }
        var slack = Math.Sqrt(pairs * 64 * Math.Log(2 / Alpha) / 2);
        Assert.InRange(differing, pairs * 32 - slack, pairs * 32 + slack);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Bounded_integers_are_uniform(int bound)
    {
        const int draws = 200_000;
        var counts = new int[bound];
        var random = new SplitRandom((ulong)bound);
        for (var i = 0; i < draws; i++) counts[random.NextBelow(bound)]++;
        var chiSquared = counts.Sum(count => Math.Pow(count - (double)draws / bound, 2)) * bound / draws;
        var limit = bound - 1 + 2 * Math.Sqrt((bound - 1) * Math.Log(1 / Alpha)) + 2 * Math.Log(1 / Alpha); // Laurent and Massart, Ann. Statist. 28(5), 2000, Lemma 1
        Assert.True(chiSquared <= limit, $"{chiSquared} > {limit}");
    }

    [Fact]
    public void Normals_follow_their_distribution()
    {
        const int draws = 200_000;
        var random = new SplitRandom(11);
        var values = RandomFrames.Make(draws, _ => random.NextNormal());
        Array.Sort(values);
        var gap = 0.0;
        for (var i = 0; i < draws; i++)
        {
            var expected = PortableMath.NormalCdf(values[i]);
            gap = Math.Max(gap, Math.Max(Math.Abs(expected - (double)i / draws), Math.Abs(expected - (i + 1.0) / draws)));
        }
        Assert.True(gap <= Math.Sqrt(Math.Log(2 / Alpha) / (2 * draws)), $"{gap}"); // Dvoretzky, Kiefer, Wolfowitz, Massart
    }

    [Fact]
    public void Open_doubles_never_reach_the_ends_and_doubles_never_one()
    {
        var random = new SplitRandom(1);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(random.NextOpenDouble() is > 0 and < 1);
            Assert.True(random.NextDouble() is >= 0 and < 1);
        }
    }

    [Fact]
    public void Every_order_of_four_is_equally_likely()
    {
        const int draws = 120_000;
        var counts = new Dictionary<string, int>();
        var random = new SplitRandom(4);
        for (var i = 0; i < draws; i++)
        {
            var items = "abcd".ToCharArray();
            random.Shuffle<char>(items);
            var key = new string(items);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        Assert.Equal(24, counts.Count);
        var slack = Math.Sqrt(draws * Math.Log(2 * 24 / Alpha) / 2);
        Assert.All(counts.Values, count => Assert.InRange(count, draws / 24 - slack, draws / 24 + slack));
    }

    [Fact]
    public void Bad_bounds_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitRandom(0).NextBelow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SplitRandom(0).NextBelow(0UL));
    }
}
