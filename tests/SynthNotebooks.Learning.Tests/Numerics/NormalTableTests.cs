using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Numerics;

public class NormalTableTests
{
    [Theory, Seeds(100)]
    public void Agrees_with_its_exact_twin(ulong seed)
    {
        var z = 16 * new SplitRandom(seed).NextDouble() - 8;

        Assert.Equal(PortableMath.NormalCdf(z), NormalTable.Cdf(z), 1e-11);
    }

    [Fact]
    public void Stays_inside_the_unit_interval_beyond_the_table()
    {
        Assert.InRange(NormalTable.Cdf(40), 0.999999, 1 - 1e-16);
        Assert.InRange(NormalTable.Cdf(-40), 1e-16, 0.000001);
    }
}
