using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Tests.Releases;

public class SynthesizerAuditTests
{
    private const double Epsilon = 4, Delta = 1e-5, Sure = 1 - 1e-8; // a right claim fails a test with probability 1e-8
    private static readonly Catalog<GeneratorAttribute> Models = new("model", typeof(CopulaGenerator).Assembly);
    private static readonly double Rho = ZeroConcentratedAccountant.Rho(Epsilon, Delta);
    private static readonly PrivacyClaim Claim = PrivacyClaim.ZeroConcentrated(Rho, new AddRemove());

    [Theory]
    [InlineData(SynthesizerBug.EachMarginalTakesTheWholeBudget)]
    [InlineData(SynthesizerBug.ChecksAfterAllWasMeasured)]
    [InlineData(SynthesizerBug.NoiseDividedByN)]
    [InlineData(SynthesizerBug.DomainReadFromTheData)]
    [InlineData(SynthesizerBug.SameNoiseForEveryMarginal)]
    [InlineData(SynthesizerBug.ExactNumberOfRows)]
    public void The_audit_catches_a_bug_planted_in_a_synthesizer(SynthesizerBug bug) =>
        Assert.True(Audit(new HistogramSynthesizer(Rho, bug), 3000, 0.999) is { Refuted: true }, $"{bug}: {Audit(new HistogramSynthesizer(Rho, bug), 3000, 0.999)}");

    [Fact]
    public void The_right_twin_passes_and_the_proof_comes_near_the_claim()
    {
        var result = Audit(new HistogramSynthesizer(Rho, SynthesizerBug.None), 3000, Sure);

        Assert.False(result.Refuted, result.ToString());
        // One threshold sees 2/π of a Gaussian's ρ, limits at this confidence about half of that; a third of the claim is far above chance.
        Assert.True(result.ProvenRho > Rho / 10, $"{result} rho {result.ProvenRho:G4} of {Rho:G4}");
    }

    [Fact]
    public void Mst_with_half_the_noise_it_claims_is_refuted_and_mst_itself_is_not()
    {
        var result = Audit(Mst(4 * Rho), 3000, 0.999); // half the deviation is four times the rho
        Assert.True(result.Refuted, result.ToString());

        result = Audit(Mst(Rho), 400, Sure);
        Assert.False(result.Refuted, result.ToString());
    }

    [Theory]
    [InlineData("mst")]
    [InlineData("aim")]
    [InlineData("dp-independent")]
    [InlineData("privbayes")]
    [InlineData("dp-copula")]
    public void Every_private_method_is_audited_and_not_refuted(string method)
    {
        var audits = SynthesizerAudit.Run(Models, method, new(30, 300, 100, Delta, Sure));

        var (id, result) = Assert.Single(audits.Results);
        Assert.Equal(method, id);
        Assert.Equal(30, result.Claimed, 1e-6);
        Assert.False(result.Refuted, result.ToString());
        Assert.True(result.LowerBound > 0, result.ToString()); // at this ε a fit all but tells its table
        Assert.Contains("99.999999 %", new MechanismAuditsDisplay().Format(audits, MimeTypes.Text), StringComparison.Ordinal);
        Assert.Contains("private method", new MechanismAuditsDisplay().Format(audits, MimeTypes.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_says_something_of_a_weak_claim_and_refutes_no_right_one()
    {
        var (_, result) = Assert.Single(SynthesizerAudit.OneRun(Models, "mst", 1000, new() { Epsilon = 30, Delta = 1e-12, Confidence = 1 - 1e-6 }).Results);

        Assert.InRange(result.LowerBound, 0.2, 30);
        Assert.Equal(1000, result.Runs);
    }

    [Fact]
    public void A_time_limit_ends_an_audit_with_what_there_is()
    {
        var time = new ManualTime();
        var (_, result) = Assert.Single(SynthesizerAudit.Run("slow", new Ticking(time, new HistogramSynthesizer(Rho, SynthesizerBug.None)), Claim, new(Epsilon, 100_000, 2, Delta), time).Results);

        Assert.InRange(result.Runs, 100, 5000);
    }

    private static AuditResult Audit(IGenerator generator, int trials, double confidence) =>
        SynthesizerAudit.Run("double", generator, Claim, new(Epsilon, trials, 1000, Delta, confidence)).Results[0].Result;

    private static MstGenerator Mst(double rho) => new(new(ZeroConcentratedAccountant.Epsilon(rho, Delta), Delta, """{"a": 3, "b": 3}""", Iterations: 10));

    // Every fit takes a millisecond of the clock that the audit sees.
    private sealed class Ticking(ManualTime time, IGenerator inner) : IGenerator
    {
        public IFittedGenerator Fit(DataFrame training, FitContext context)
        {
            lock (time) time.Advance(TimeSpan.FromMilliseconds(1));
            return inner.Fit(training, context);
        }
    }
}
