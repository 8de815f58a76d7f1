using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Finance.Markets;

namespace SynthNotebooks.Generators.Tests.Industry.Finance.Markets;

public class IntradayPathTests
{
    [Fact]
    public void The_maximum_and_the_minimum_follow_the_law_of_brownian_motion()
    {
        const int days = 200_000;
        const double deviation = 0.02;
        var random = new SplitRandom(3);
        double highs = 0, lows = 0, ranges = 0;
        var beyond = 0;
        for (var day = 0; day < days; day++)
        {
            var move = deviation * random.NextNormal();
            var (low, high) = IntradayPath.Extremes(move, deviation, random);
            Assert.True(low <= Math.Min(0, move) && high >= Math.Max(0, move));
            highs += high * high / (deviation * deviation);
            lows += low * low / (deviation * deviation);
            ranges += (high - low) * (high - low) / (deviation * deviation);
            if (high > 2 * deviation) beyond++;
        }

        // By reflection the maximum is distributed as |N(0, 1)|: mean square 1 with variance 2.
        NormalTolerance.AssertNear(1, highs / days, Math.Sqrt(2.0 / days), "mean square of the maximum");
        NormalTolerance.AssertNear(1, lows / days, Math.Sqrt(2.0 / days), "mean square of the minimum");
        var chance = 2 * PortableMath.NormalCdf(-2);
        NormalTolerance.AssertNear(chance, beyond / (double)days, Math.Sqrt(chance * (1 - chance) / days), "days beyond two deviations");
        Assert.InRange(ranges / days, 4 * Math.Log(2) * 0.98, 4 * Math.Log(2) * 1.02); // Parkinson's 4 ln 2, up to what the independence within a part costs
    }
}
