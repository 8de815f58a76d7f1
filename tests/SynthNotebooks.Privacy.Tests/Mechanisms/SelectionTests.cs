namespace SynthNotebooks.Privacy.Tests;

public class SelectionTests
{
    private const int Draws = 200_000;
    private static readonly double Slack = Math.Sqrt(Math.Log(8 / 1e-7) / (2 * Draws)); // Hoeffding over four cells
    private static readonly long[] Scores = [0, 3, 5, 5];
    private static readonly ScoreSensitivity Sensitivity = new(2, new ReplaceOne());
    private static readonly CryptographicBits Bits = new();

    [Fact]
    public void The_exponential_mechanism_draws_from_its_exact_distribution()
    {
        var mechanism = new ExponentialMechanism(Sensitivity, new(3, 2), Bits);
        double[] weights = [.. Scores.Select(score => Math.Exp(1.5 * score / 4))];

        Check([.. weights.Select(weight => weight / weights.Sum())], () => mechanism.Select(Scores));
    }

    [Fact]
    public void Permute_and_flip_draws_from_its_exact_distribution()
    {
        var mechanism = new PermuteAndFlipMechanism(Sensitivity, new(3, 2), Bits);
        double[] heads = [.. Scores.Select(score => Math.Exp(1.5 * (score - 5) / 4))];

        Check(Enumerate(heads), () => mechanism.Select(Scores));

        // All orders by brute force: the chance that i comes and shows heads after all before it showed tails.
        static double[] Enumerate(double[] heads)
        {
            var shares = new double[heads.Length];
            foreach (var order in Orders([.. Enumerable.Range(0, heads.Length)]))
            {
                var reached = 1 / 24.0;
                foreach (var candidate in order)
                {
                    shares[candidate] += reached * heads[candidate];
                    reached *= 1 - heads[candidate];
                }
            }
            return shares;
        }

        static IEnumerable<int[]> Orders(int[] items) => items.Length == 0 ? [[]] : items.SelectMany(item => Orders([.. items.Where(other => other != item)]).Select(rest => (int[])[item, .. rest]));
    }

    [Fact]
    public void Noisy_max_draws_from_its_exact_distribution()
    {
        var mechanism = new NoisyMaxMechanism(Sensitivity, new(3, 2), Bits);
        const double scale = 4 / 1.5;
        var shares = new double[4];
        for (var y = -150; y <= 150; y++)
            for (var i = 0; i < 4; i++)
            {
                var share = DiscreteLaplaceSamplerTests.Mass(y - Scores[i], scale);
                for (var j = 0; j < 4; j++)
                    if (j != i) share *= Below(y - Scores[j] + (j < i ? 0 : 1), scale); // ties go to the first
                shares[i] += share;
            }

        Check(shares, () => mechanism.Select(Scores));

        // P[Z < k]
        static double Below(long k, double scale)
        {
            var a = Math.Exp(-1 / scale);
            return k <= 0 ? Math.Pow(a, 1 - k) / (1 + a) : 1 - Math.Pow(a, k) / (1 + a);
        }
    }

    [Fact]
    public void Local_reports_have_their_exact_chances()
    {
        var response = new KRandomisedResponse(4, 1, Bits);
        var (e, rest) = (Math.E, 1 / (Math.E + 3));
        Check([rest, rest, e * rest, rest], () => response.Report(2));

        var unary = new OptimisedUnaryEncoding(2, 1, Bits);
        var q = 1 / (Math.E + 1);
        Check([0.5 * (1 - q), 0.5 * (1 - q), 0.5 * q, 0.5 * q], () =>
        {
            var report = unary.Report(0);
            return (report[0] ? 1 : 0) + (report[1] ? 2 : 0);
        });

        var rappor = new Rappor(new() { Bits = 2 }, Bits);
        var filter = rappor.Filter("x");
        var set = filter[0] ? 0 : 1; // one hash sets one bit
        Check([0.25 * 0.75, 0.75 * 0.75, 0.25 * 0.25, 0.75 * 0.25], () =>
        {
            var memorised = rappor.Memorise("x");
            return (memorised[set] ? 1 : 0) + (memorised[1 - set] ? 2 : 0);
        });
    }

    [Fact]
    public void Frequencies_are_estimated_without_bias()
    {
        var response = new KRandomisedResponse(3, 1, Bits);
        var reports = new long[3];
        for (var i = 0; i < Draws; i++) reports[response.Report(i % 10 < 6 ? 0 : i % 10 < 9 ? 1 : 2)]++;

        var shares = FrequencyOracles.Estimate(reports, Draws, Math.E / (Math.E + 2), 1 / (Math.E + 2));

        var widened = Slack * (Math.E + 2) / (Math.E - 1);
        Assert.Equal(0.6, shares[0], widened);
        Assert.Equal(0.3, shares[1], widened);
        Assert.Equal(0.1, shares[2], widened);
    }

    [Fact]
    public void Poisson_batches_take_each_record_at_the_rate()
    {
        var batches = new PoissonBatches(new(3, 10), Bits);
        var taken = new double[4];
        for (var i = 0; i < Draws / 4; i++)
            foreach (var record in batches.Next(4)) taken[record] += 4.0 / Draws;

        Assert.All(taken, share => Assert.Equal(0.3, share, 2 * Slack));
        Assert.Equal(Math.BitIncrement(0.3), batches.Event(1).SamplingRate); // the double 0.3 is below 3/10: rates round upwards
    }

    [Fact]
    public void A_script_of_bits_gives_the_choices_worked_out_by_hand()
    {
        // Below(4) = word·4 >> 32: 0x40000000 → 1. Gap 2, ε/(2Δ) = 3/8: coin of exp(−3/4): digit 0 < 3/4 → k = 2; digit 0, then Below(2): 0x80000000 → 1, stop at k = 2, even → thrown away.
        // Then 0x80000000 → candidate 2, gap 0: kept without a coin.
        var exponential = new ExponentialMechanism(Sensitivity, new(3, 2), new ScriptedBits(0x40000000, 0, 0, 0x80000000, 0x80000000));
        Assert.Equal(2, exponential.Select(Scores));

        // Bits come lowest first. 1 → truth; 1 → truth; 0 → tails, the coin of 1/e reads 1 → no lie, again: 1 → truth.
        var response = new RandomisedResponse(1, new ScriptedBits(0b1_1_0_1_1));
        Assert.True(response.Report(true));
        Assert.True(response.Report(true));
        Assert.True(response.Report(true));
    }

    private static void Check(double[] expected, Func<int> draw)
    {
        var counts = new int[expected.Length];
        for (var i = 0; i < Draws; i++) counts[draw()]++;
        for (var i = 0; i < counts.Length; i++) Assert.Equal(expected[i], (double)counts[i] / Draws, Slack);
        Assert.Equal(1, expected.Sum(), 1e-9);
    }
}
