namespace SynthNotebooks.Privacy.Tests;

/// <summary>Empirical against exact distribution function.</summary>
internal static class GoodnessOfFit
{
    /// <summary>A correct sampler fails with probability at most 1e-6: Dvoretzky, Kiefer, Wolfowitz with Massart's constant, any distribution.</summary>
    public static void Check(Func<long> draw, int draws, Func<long, double> mass, long from, long to, string what)
    {
        var counts = new int[to - from + 1];
        int below = 0, outside = 0;
        for (var i = 0; i < draws; i++)
        {
            var y = draw();
            if (y < from) below++;
            else if (y > to) outside++;
            else counts[y - from]++;
        }
        var slack = Math.Sqrt(Math.Log(2 / 1e-6) / (2 * draws)) + 1e-12;
        double expected = 0, seen = (double)below / draws;
        for (var y = from; y <= to; y++)
        {
            expected += mass(y);
            seen += (double)counts[y - from] / draws;
            Assert.True(Math.Abs(expected - seen) <= slack, $"{what}: P(Y ≤ {y}) is {expected}, seen {seen} of {draws}, allowed ±{slack}");
        }
        Assert.True((double)outside / draws <= slack, $"{what}: {outside} draws above {to}");
        Assert.InRange(expected, 1 - 1e-9, 1 + 1e-9); // the exact masses sum to 1 over the window
    }
}
