using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Tests;

/// <summary>Test-only doubles: each plants one bug that real systems had, and claims what its correct twin would claim.</summary>
internal static class Mutants
{
    private static readonly PrivacyClaim One = PrivacyClaim.Pure(1, new AddRemove());

    public static Dictionary<string, (MechanismTrial Trial, double Delta)> All(RandomBits bits) => new()
    {
        ["half the noise"] = (TwiceTooLittle(bits), 0),
        ["bounds read from the data"] = (BoundsFromData(bits), 0),
        ["noise divided by n"] = (NoiseDividedByN(bits), 0),
        ["spends, then checks"] = (SpendsThenChecks(bits), 0),
        ["shuffles, accounts as Poisson"] = Shuffles(bits),
        ["forgets the factor 2 of replacement"] = (ForgetsFactorTwo(bits), 0),
        ["uses one seed twice"] = (ReusesSeed(bits), 0),
        ["leaves empty batches without noise"] = EmptyBatchWithoutNoise(bits),
        ["divides by the secret batch size"] = DividesBySecretSize(bits),
        ["adds noise in floating point"] = (FloatingPointNoise(bits), 0),
        ["releases every category it saw"] = (ReleasesCategories(bits), 0),
        ["accounts without the group's size"] = (IgnoresGroup(bits), 0),
    };

    public static MechanismTrial TwiceTooLittle(RandomBits bits)
    {
        var noise = new DiscreteLaplaceSampler(new(1, 2), bits);
        return new(One, () => 1 + noise.Next(), () => noise.Next());
    }

    // A sum clamped to the largest value seen, with noise for that value: the scale itself gives the record away.
    private static MechanismTrial BoundsFromData(RandomBits bits)
    {
        return new(One, () => Release([1, 1, 1000]), () => Release([1, 1]));

        long Release(long[] records)
        {
            var largest = records.Max();
            return records.Sum() + new DiscreteLaplaceSampler(largest, bits).Next();
        }
    }

    // The noise of a count, divided by n with the count: right for shares if it came before, wrong as here where the count is noised with 1/(nε).
    private static MechanismTrial NoiseDividedByN(RandomBits bits)
    {
        var noise = new DiscreteLaplaceSampler(new(1, 100), bits);
        return new(One, () => 51 + noise.Next(), () => 50 + noise.Next());
    }

    // Two releases of ε = 1/2 are paid for; the third is made before its cost is refused.
    private static MechanismTrial SpendsThenChecks(RandomBits bits)
    {
        var noise = new DiscreteLaplaceSampler(2, bits);
        return new(One, () => Release(1), () => Release(0));

        long Release(long count)
        {
            var budget = new AllottedBudget(1, 0);
            var least = long.MaxValue;
            try
            {
                while (true)
                {
                    least = Math.Min(least, count + noise.Next());
                    budget.Reserve("a count", PrivacyCost.Pure(0.5));
                }
            }
            catch (BudgetException)
            {
                return least;
            }
        }
    }

    // Two batches per epoch. A shuffled record is in exactly one; under Poisson sampling it is in none a quarter of the time, and that is what the accountant counts on.
    private static (MechanismTrial, double) Shuffles(RandomBits bits)
    {
        const double sigma = 0.25, delta = 0.76;
        var claimed = new LossAccountant(new AddRemove(), 1e-2).Compose(new GaussianEvent(sigma, 0.5), 2).Epsilon(delta);
        var noise = new GridGaussianMechanism(GridSensitivity.OfSum(new PublicGrid(0, 1, -8), new AddRemove()), 1 / (2 * sigma * sigma), bits);
        return (new(PrivacyClaim.Approximate(claimed, delta, new AddRemove()), () => Release(1), () => Release(0)), delta);

        long Release(double record)
        {
            var batch = bits.NextBit() ? 1 : 0;
            var outputs = noise.Release([batch == 0 ? record : 0, batch == 1 ? record : 0]);
            return (long)(256 * Math.Max(outputs[0], outputs[1]));
        }
    }

    private static MechanismTrial ForgetsFactorTwo(RandomBits bits)
    {
        var mechanism = new DiscreteLaplaceMechanism(new CountSensitivity(1, 1, new ReplaceOne()), 1, bits); // a histogram moves by 2
        return new(PrivacyClaim.Pure(1, new ReplaceOne()), () => Score(mechanism.Release([5, 4])), () => Score(mechanism.Release([4, 5])));

        static long Score(long[] histogram) => Math.Min(histogram[0] - 4, 5 - histogram[1]);
    }

    // Two counts that differ by the target, with the same noise: their difference has none.
    private static MechanismTrial ReusesSeed(RandomBits bits)
    {
        return new(One, () => Release(1), () => Release(0));

        long Release(long target)
        {
            var seed = bits.NextUInt64();
            var whole = new DiscreteLaplaceSampler(2, new InsecureSeededBits(seed)).Next() + 10 + target;
            var part = new DiscreteLaplaceSampler(2, new InsecureSeededBits(seed)).Next() + 10;
            return whole - part;
        }
    }

    private static (MechanismTrial, double) EmptyBatchWithoutNoise(RandomBits bits)
    {
        const double delta = 1e-5;
        var batches = new PoissonBatches(new(1, 2), bits);
        var noise = new DiscreteGaussianSampler(16, bits);
        var claimed = new LossAccountant(new AddRemove()).Compose(batches.Event(4)).Epsilon(delta);
        return (new(PrivacyClaim.Approximate(claimed, delta, new AddRemove()), () => Release(1), () => Release(0)), delta);

        long Release(int records)
        {
            var batch = batches.Next(records);
            return batch.Length == 0 ? 0 : Math.Abs(batch.Length + noise.Next()) + 1; // an attacker sees the lack of noise
        }
    }

    // The mean of a batch over its own size, with noise for the sum alone: one record more changes the share of all the others.
    private static (MechanismTrial, double) DividesBySecretSize(RandomBits bits)
    {
        const double delta = 1e-5;
        var noise = new DiscreteLaplaceSampler(1, bits);
        return (new(PrivacyClaim.Approximate(1, delta, new AddRemove()), () => Release(1, 11), () => Release(0, 10)), delta);

        // Ten records of 1000, and perhaps one of 1; in thousandths, falling in the size, so that larger speaks for the record.
        long Release(long record, long size) => -((10_000 + record) * 1000 / size + noise.Next());
    }

    // Inverse transform in doubles: around 1 the low bits of a sum are cut, around 0 they are not.
    private static MechanismTrial FloatingPointNoise(RandomBits bits)
    {
        return new(One, () => FineBits(0 + Noise()), () => FineBits(1 + Noise()));

        double Noise()
        {
            var u = (bits.NextUInt64() >> 11) * (1.0 / (1UL << 53)) - 0.5;
            return -Math.Sign(u) * Math.Log(1 - 2 * Math.Abs(u));
        }

        static long FineBits(double y) => Math.Abs(y) < 0.5 && Math.ScaleB(y, 53) != Math.Floor(Math.ScaleB(y, 53)) ? 1 : 0;
    }

    // Noisy counts of the categories in the data: a novel one shows by being there at all.
    private static MechanismTrial ReleasesCategories(RandomBits bits)
    {
        var noise = new DiscreteLaplaceSampler(1, bits);
        return new(One, () => Release(["a", "a", "b"]), () => Release(["a", "a"]));

        long Release(string[] records)
        {
            var counts = records.CountBy(record => record).ToDictionary(count => count.Key, count => count.Value + noise.Next());
            return counts.ContainsKey("b") ? 1 : 0;
        }
    }

    // Three records of one person, noise for one.
    private static MechanismTrial IgnoresGroup(RandomBits bits)
    {
        var noise = new DiscreteLaplaceSampler(1, bits);
        return new(One, () => 3 + noise.Next(), () => noise.Next());
    }
}
