using MathNet.Numerics.Distributions;
using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Numerics;

public class PortableMathTests
{
    private const double Bound = 4; // 2^-50 in units of 2^-52, the documented error

    [Theory, Seeds(40)]
    public void Exp_is_within_its_bound(ulong seed)
    {
        var random = new SplitRandom(seed);
        for (var i = 0; i < 20; i++)
        {
            var x = random.NextBelow(3) switch { 0 => random.NextNormal(), 1 => (random.NextDouble() - 0.5) * 1400, _ => random.NextNormal() * Math.Pow(10, -random.NextBelow(20)) };
            Assert.InRange(Math.Abs(Exact.ExpError(x, PortableMath.Exp(x))), 0, Bound);
        }
    }

    [Fact]
    public void The_reference_sees_an_error_of_five_units()
    {
        Assert.InRange(Exact.ExpError(1, Math.E + 5 * Math.Pow(2, -51)), 3.3, 4.4); // e is 1.36 · 2
        Assert.InRange(Exact.LogError(8, Math.Log(8) + 5 * Math.Pow(2, -51)), 4.4, 5.2);
        Assert.InRange(Exact.ToDouble(Exact.NormalCdf(1.96)), 0.9750021048517794, 0.9750021048517796);
    }

    [Theory, Seeds(40)]
    public void Log_is_within_its_bound(ulong seed)
    {
        var random = new SplitRandom(seed);
        for (var i = 0; i < 20; i++)
        {
            var x = random.NextBelow(3) switch { 0 => random.NextOpenDouble() * 4, 1 => Math.ScaleB(1 + random.NextDouble(), random.NextBelow(2000) - 1000), _ => 1 + random.NextNormal() * Math.Pow(10, -3 - random.NextBelow(12)) };
            Assert.InRange(Math.Abs(Exact.LogError(x, PortableMath.Log(x))), 0, Bound);
        }
    }

    // 40 digits by Python's decimal module.
    [Theory]
    [InlineData(5e-324, -744.4400719213812623141072984460816341131)]
    [InlineData(1e-310, -713.8013788281541651006446006623883741382)]
    [InlineData(2.2250738585072014e-308, -708.3964185322641062244112281302564525732)]
    [InlineData(0.9999999999999999, -1.110223024625156602053389888482372171810E-16)]
    [InlineData(1.4142135623730951, 0.3465735902799727230667026373483156284220)]
    [InlineData(12345.678, 9.421061321291831967097142149859095054367)]
    [InlineData(1.7976931348623157e308, 709.7827128933839967322233899106571455040)]
    public void Log_matches_forty_digits(double x, double expected) => Assert.InRange(PortableMath.Log(x) / expected, 1 - 1e-15, 1 + 1e-15);

    [Theory]
    [InlineData(-708.5, 2.006132305331305820380636853216708171120E-308)]
    [InlineData(-100.25, 2.897198083210147807197361066895866065587E-44)]
    [InlineData(0.3, 1.349858807576003088997301031688634032142)]
    [InlineData(100.1, 2.970828889515807390521457384033681948389E+43)]
    [InlineData(709.7, 1.654984027680264403080250283472354982281E+308)]
    public void Exp_matches_forty_digits(double x, double expected) => Assert.InRange(PortableMath.Exp(x) / expected, 1 - 1e-15, 1 + 1e-15);

    [Fact]
    public void Ends_are_those_of_the_standard_library()
    {
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableMath.Log(-1)) && double.IsNaN(PortableMath.Log(double.NaN)) && double.IsNaN(PortableMath.Exp(double.NaN)));
        Assert.Equal((0.0, double.PositiveInfinity, 1.0), (PortableMath.Exp(-800), PortableMath.Exp(800), PortableMath.Exp(0)));
        Assert.Equal((0.0, double.PositiveInfinity), (PortableMath.Exp(double.NegativeInfinity), PortableMath.Exp(double.PositiveInfinity)));
        Assert.Equal(5e-324, PortableMath.Exp(-744.4400719213812));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (PortableMath.NormalQuantile(0), PortableMath.NormalQuantile(1)));
        Assert.True(double.IsNaN(PortableMath.NormalQuantile(-0.1)) && double.IsNaN(PortableMath.NormalQuantile(1.1)) && double.IsNaN(PortableMath.NormalQuantile(double.NaN)));
    }

    [Theory, Seeds(20)]
    public void Normal_distribution_is_within_its_bound(ulong seed)
    {
        var random = new SplitRandom(seed);
        for (var i = 0; i < 10; i++)
        {
            var x = (random.NextDouble() - 0.5) * 17;
            var error = Exact.ToDouble(Exact.OfDouble(PortableMath.NormalCdf(x)) - Exact.NormalCdf(x));
            Assert.InRange(Math.Abs(error), 0, 1e-14);
        }
    }

    [Theory, Seeds(20)]
    public void Normal_quantile_inverts_the_exact_distribution(ulong seed)
    {
        var random = new SplitRandom(seed);
        for (var i = 0; i < 10; i++)
        {
            var p = random.NextBelow(2) == 0 ? random.NextOpenDouble() : Math.Pow(10, -random.NextDouble() * 15);
            var z = PortableMath.NormalQuantile(p);
            var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
            var gap = Math.Abs(Exact.ToDouble(Exact.NormalCdf(z) - Exact.OfDouble(p)));
            // z off by a relative 8·2^-52 moves Φ by φ(z)·|z|·8·2^-52; near p = 1/2 the argument p − 1/2 itself is rounded to 2^-54
            Assert.True(gap <= density * Math.Abs(z) * 8 * Math.Pow(2, -52) + Math.Pow(2, -53), $"p = {p:R}: off by {gap}");
        }
    }

    [Theory, Seeds(20)]
    public void MathNet_agrees(ulong seed)
    {
        var random = new SplitRandom(seed);
        for (var i = 0; i < 50; i++)
        {
            double x = random.NextNormal() * 3, p = random.NextOpenDouble();
            Assert.Equal(Normal.CDF(0, 1, x), PortableMath.NormalCdf(x), 1e-13);
            Assert.Equal(Normal.InvCDF(0, 1, p), PortableMath.NormalQuantile(p), 1e-8);
            Assert.InRange(PortableMath.Exp(x) / Math.Exp(x), 1 - 1e-15, 1 + 1e-15);
        }
    }

    [Theory, Seeds(40)]
    public void Functions_do_not_fall_between_points_a_millionth_apart(ulong seed)
    {
        var random = new SplitRandom(seed);
        var x = (random.NextDouble() - 0.5) * 10;
        for (var i = 0; i < 500; i++)
        {
            var next = x + 1e-6;
            Assert.True(PortableMath.Exp(next) >= PortableMath.Exp(x));
            Assert.True(PortableMath.Log(Math.Abs(x) + 1e-6) >= PortableMath.Log(Math.Abs(x)));
            Assert.True(PortableMath.NormalCdf(next) >= PortableMath.NormalCdf(x));
            x = next;
        }
        var p = random.NextOpenDouble() * 0.9;
        for (var i = 0; i < 500; i++, p += 1e-6) Assert.True(PortableMath.NormalQuantile(p + 1e-6) >= PortableMath.NormalQuantile(p));
    }

    [Fact]
    public void Known_inputs_give_known_bits_on_every_machine()
    {
        var hash = 14695981039346656037UL; // FNV-1a over the bits of results at fixed points
        var random = new SplitRandom(2024);
        for (var i = 0; i < 10_000; i++)
        {
            var u = random.NextOpenDouble();
            foreach (var value in new[] { PortableMath.Exp(u * 200 - 100), PortableMath.Log(u * 1000), PortableMath.NormalCdf(u * 16 - 8), PortableMath.NormalQuantile(u) })
                hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(value)) * 1099511628211UL;
        }
        Assert.Equal("596512bfaa410f0b", hash.ToString("x16"));
    }

    [Fact]
    public void Fixed_order_sums_keep_what_plain_sums_lose()
    {
        Assert.Equal(2, FixedOrderSum.Of([1, 1e100, 1, -1e100]));
        Assert.Equal(double.PositiveInfinity, FixedOrderSum.Of([1, double.PositiveInfinity]));
        var tenths = new double[1_000_000];
        Array.Fill(tenths, 0.1);
        Assert.Equal(100_000, FixedOrderSum.Of(tenths));
    }
}
