namespace SynthNotebooks.Privacy.Tests;

public class ClaimTests
{
    private static readonly CryptographicBits Bits = new();

    public static TheoryData<string, Func<RandomBits, IMechanism>> Mechanisms => new()
    {
        { "discrete-laplace", bits => new DiscreteLaplaceMechanism(CountSensitivity.OfHistograms(new AddRemove()), 1, bits) },
        { "discrete-gaussian", bits => new DiscreteGaussianMechanism(CountSensitivity.OfHistograms(new AddRemove()), 4, bits) },
        { "geometric", bits => new GeometricMechanism(CountSensitivity.OfHistograms(new AddRemove()), 1, 0, 10, bits) },
        { "grid-laplace", bits => new GridLaplaceMechanism(GridSensitivity.OfSum(new PublicGrid(0, 1, -4), new AddRemove()), 1, bits) },
        { "grid-gaussian", bits => new GridGaussianMechanism(GridSensitivity.OfSum(new PublicGrid(0, 1, -4), new AddRemove()), 0.5, bits) },
        { "exponential", bits => new ExponentialMechanism(new(1, new ReplaceOne()), 1, bits) },
        { "permute-and-flip", bits => new PermuteAndFlipMechanism(new(1, new ReplaceOne()), 1, bits) },
        { "report-noisy-max", bits => new NoisyMaxMechanism(new(1, new ReplaceOne()), 1, bits) },
        { "randomised-response", bits => new RandomisedResponse(1, bits) },
        { "k-randomised-response", bits => new KRandomisedResponse(5, 1, bits) },
        { "oue", bits => new OptimisedUnaryEncoding(5, 1, bits) },
        { "rappor", bits => new Rappor(new(), bits) },
    };

    [Fact]
    public void Every_mechanism_stands_in_the_list_above() => Assert.Equal(MechanismCatalog.Mechanisms.Ids, Mechanisms.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Mechanisms))]
    public void A_seed_never_enters_a_claim(string id, Func<RandomBits, IMechanism> make)
    {
        var (real, seeded) = (make(new CryptographicBits()).Claim, make(new InsecureSeededBits(1)).Claim);

        Assert.True(double.IsFinite(real.Epsilon(1e-6)), id);
        Assert.NotNull(real.Cost.ToString());
        Assert.Equal(double.PositiveInfinity, seeded.Epsilon(1e-6));
        Assert.Equal(1, seeded.Delta(100));
        Assert.StartsWith("NON-PRIVATE", seeded.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => seeded.Cost);
    }

    [Fact]
    public void Costs_follow_the_sensitivity()
    {
        Assert.Equal(2, new DiscreteLaplaceMechanism(CountSensitivity.OfHistograms(new ReplaceOne()), 1, Bits).Scale.ToDouble());
        Assert.Equal(0.25, new DiscreteGaussianMechanism(CountSensitivity.OfHistograms(new ReplaceOne()), 4, Bits).Claim.Rho, 12);
        Assert.Equal(0.125, new DiscreteGaussianMechanism(CountSensitivity.OfHistograms(new AddRemove()), 4, Bits).Claim.Rho, 12);
        Assert.Equal(3 * 0.125, new DiscreteGaussianMechanism(CountSensitivity.OfHistograms(new AddRemove(), 3), 4, Bits).Claim.Rho, 12);
        Assert.Equal(4 * 0.125, new DiscreteGaussianMechanism(CountSensitivity.OfHistograms(new AddRemove(), 1, recordsPerPerson: 2), 4, Bits).Claim.Rho, 12);
        Assert.Equal(1 / 8.0, new ExponentialMechanism(new(1, new AddRemove()), 1, Bits).Claim.Rho, 12);
        Assert.Equal(1 / 2.0, new PermuteAndFlipMechanism(new(1, new AddRemove()), 1, Bits).Claim.Rho, 12);
    }

    [Fact]
    public void A_mechanism_for_rho_costs_exactly_rho_and_never_less_noise()
    {
        foreach (var rho in new[] { 0.1, 1 / 3.0, 0.0149730612, 17.25 })
        {
            var claim = DiscreteGaussianMechanism.ForRho(CountSensitivity.OfHistograms(new ReplaceOne()), rho, Bits).Claim;
            Assert.Equal(rho, claim.Rho);
        }
    }

    [Fact]
    public void Rounding_to_a_grid_is_counted_in_the_sensitivity()
    {
        var grid = new PublicGrid(-8, 8, -3);
        Assert.Equal(8 + 1, GridSensitivity.OfQuery(grid, 1, 1, 1, new AddRemove()).L1);
        Assert.Equal(8 + 5, GridSensitivity.OfQuery(grid, 1, 1, 5, new AddRemove()).L1);
        Assert.InRange(GridSensitivity.OfQuery(grid, 1, 1, 4, new AddRemove()).SquaredL2, 100, 101);
        Assert.Equal(64, GridSensitivity.OfSum(grid, new AddRemove()).L1);
        Assert.Equal(128, GridSensitivity.OfSum(grid, new ReplaceOne()).L1);
    }

    [Theory, Seeds(50)]
    public void No_pair_of_numbers_moves_further_on_the_grid_than_its_sensitivity(ulong seed)
    {
        var random = new Data.SplitRandom(seed);
        var grid = new PublicGrid(-4, 5, -5);
        for (var i = 0; i < 2000; i++)
        {
            var (a, gap) = (12 * random.NextDouble() - 6, 2 * random.NextDouble() + 1e-9);
            var b = a + gap;
            Assert.True(Math.Abs(grid.ToSteps(b) - grid.ToSteps(a)) <= GridSensitivity.OfQuery(grid, b - a, b - a, 1, new AddRemove()).L1, $"{a:R} {b:R}");
        }
    }

    [Fact]
    public void Numbers_outside_the_range_and_nan_are_clamped()
    {
        var grid = new PublicGrid(-1, 2, -2);
        Assert.Equal(-4, grid.ToSteps(double.NegativeInfinity));
        Assert.Equal(8, grid.ToSteps(1e300));
        Assert.Equal(-4, grid.ToSteps(double.NaN));
        Assert.Equal(0.25, grid.ToNumber(grid.ToSteps(0.3)));
    }

    [Fact]
    public void Local_variances_and_the_choice_between_them_are_those_of_the_literature()
    {
        Assert.Equal(3.6827, FrequencyOracles.UnaryEncodingVariance(1), 1e-4);
        Assert.Equal(3.6302, FrequencyOracles.RandomisedResponseVariance(10, 1), 1e-4);
        Assert.Equal(5.6624, FrequencyOracles.RandomisedResponseVariance(16, 1), 1e-4);
        Assert.True(FrequencyOracles.PrefersRandomisedResponse(10, 1));
        Assert.False(FrequencyOracles.PrefersRandomisedResponse(11, 1)); // 3e + 2 = 10.15
        Assert.Equal(2.1972, Rappor.LifetimeEpsilon(new() { Hashes = 1 }), 1e-4);
        Assert.Equal(4.3944, Rappor.LifetimeEpsilon(new() { Hashes = 2 }), 1e-4);
    }

    [Fact]
    public void Illegal_arguments_are_named()
    {
        Assert.Equal("epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomisedResponse(0, Bits)).ParamName);
        Assert.Equal("categories", Assert.Throws<ArgumentOutOfRangeException>(() => new KRandomisedResponse(1, 1, Bits)).ParamName);
        Assert.Equal("category", Assert.Throws<ArgumentOutOfRangeException>(() => new KRandomisedResponse(3, 1, Bits).Report(3)).ParamName);
        Assert.Equal("high", Assert.Throws<ArgumentOutOfRangeException>(() => new GeometricMechanism(CountSensitivity.OfHistograms(new AddRemove()), 1, 3, 3, Bits)).ParamName);
        Assert.Equal("scores", Assert.Throws<ArgumentException>(() => new ExponentialMechanism(new(1, new AddRemove()), 1, Bits).Select([])).ParamName);
        Assert.Equal("monotonic", Assert.Throws<ArgumentException>(() => new ScoreSensitivity(1, new ReplaceOne(), monotonic: true)).ParamName);
        Assert.Equal("squaredL2", Assert.Throws<ArgumentOutOfRangeException>(() => new CountSensitivity(2, 5, new AddRemove())).ParamName);
    }
}
