namespace SynthNotebooks.Privacy.Tests;

public class MutationSuiteTests
{
    private const double Confidence = 1 - 1e-8;

    public static TheoryData<string> Names => [.. Mutants.All(new CryptographicBits()).Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_audit_catches_the_planted_bug(string bug)
    {
        var (trial, delta) = Mutants.All(new CryptographicBits())[bug];

        var result = TwoDatasetAudit.Run(trial, new(20_000, Confidence, delta));

        Assert.True(result.Refuted, $"{bug}: {result}");
    }

    [Fact] // the twins of two bugs whose claim is made by an accountant: correct sampling and noise pass the same audit
    public void Poisson_batches_with_noise_on_empty_ones_are_not_refuted()
    {
        const double delta = 1e-5;
        var bits = new CryptographicBits();
        var batches = new PoissonBatches(new(1, 2), bits);
        var noise = new DiscreteGaussianSampler(16, bits);
        var claim = PrivacyClaim.Approximate(new LossAccountant(new AddRemove()).Compose(batches.Event(4)).Epsilon(delta), delta, new AddRemove());
        var trial = new MechanismTrial(claim, () => batches.Next(1).Length + noise.Next(), () => batches.Next(0).Length + noise.Next());

        Assert.False(TwoDatasetAudit.Run(trial, new(20_000, Confidence, delta)).Refuted);
    }

    [Fact]
    public void Poisson_sampling_passes_the_audit_that_shuffling_fails()
    {
        const double sigma = 0.25, delta = 0.76;
        var bits = new CryptographicBits();
        var claim = PrivacyClaim.Approximate(new LossAccountant(new AddRemove(), 1e-2).Compose(new GaussianEvent(sigma, 0.5), 2).Epsilon(delta), delta, new AddRemove());
        var noise = new GridGaussianMechanism(GridSensitivity.OfSum(new PublicGrid(0, 1, -8), new AddRemove()), 1 / (2 * sigma * sigma), bits);

        Assert.False(TwoDatasetAudit.Run(new(claim, () => Release(1), () => Release(0)), new(20_000, Confidence, delta)).Refuted);

        long Release(double record)
        {
            var outputs = noise.Release([bits.NextBit() ? record : 0, bits.NextBit() ? record : 0]);
            return (long)(256 * Math.Max(outputs[0], outputs[1]));
        }
    }

    [Fact] // the acceptance figure: 95 %, a thousand runs a side
    public void Half_the_noise_shows_at_a_thousand_runs() =>
        Assert.True(TwoDatasetAudit.Run(Mutants.TwiceTooLittle(new CryptographicBits()), new(1000, 0.95)).Refuted); // true ε 2: the bound is ten deviations above 1

    [Fact]
    public void A_claim_without_epsilon_at_the_delta_is_refused()
    {
        var trial = MechanismCatalog.Trial("discrete-gaussian", 1, new CryptographicBits());

        Assert.Contains("take a larger delta", Assert.Throws<ArgumentException>(() => TwoDatasetAudit.Run(trial)).Message, StringComparison.Ordinal);
    }
}
