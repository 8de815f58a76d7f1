using System.Runtime.Intrinsics;
using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Kernels;

public class FloatExpTests
{
    [Fact]
    public void Eight_at_a_time_gives_the_bits_of_one_at_a_time_within_3e_7()
    {
        for (var x = -95f; x < 95; x += 0.01f)
        {
            var plain = FloatExp.Of(x);
            Assert.Equal(Vector256.Create(plain), FloatExp.Of(Vector256.Create(x)));
            var exact = PortableMath.Exp(Math.Clamp(x, -87.0, 88.0));
            Assert.InRange(plain / exact, 1 - 3e-7, 1 + 3e-7);
        }
    }

    [Fact]
    public void Zero_gives_exactly_one() => Assert.Equal(1f, FloatExp.Of(0f));
}
