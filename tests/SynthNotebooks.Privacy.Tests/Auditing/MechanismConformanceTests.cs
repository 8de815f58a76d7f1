using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy.Tests;

public class MechanismConformanceTests // a new mechanism file is tested without touching this one
{
    private const double Confidence = 1 - 1e-8; // twelve mechanisms, two audits each: all pass with probability above 1 - 1e-6 when correct

    public static TheoryData<string> Ids => [.. MechanismCatalog.Mechanisms.Ids];

    [Theory, MemberData(nameof(Ids))]
    public void An_audit_does_not_refute_the_claim_and_comes_near_it(string id)
    {
        var trial = MechanismCatalog.Trial(id, 1, new CryptographicBits());
        var delta = double.IsFinite(trial.Claim.PureEpsilon) ? 0 : 1e-5;

        var result = TwoDatasetAudit.Run(trial, new(20_000, Confidence, delta));

        Assert.False(result.Refuted, $"{id}: {result}");
        // Not vacuous: half of a pure claim shows; a Gaussian's ε at a small δ lies far in a tail that no audit of this size reaches.
        Assert.True(result.LowerBound > 0.3, $"{id}: {result}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Neighbours_have_the_same_possible_outputs(string id)
    {
        var trial = MechanismCatalog.Trial(id, 1, new CryptographicBits());
        const int runs = 40_000;
        Dictionary<long, int> first = Tally(trial.First), second = Tally(trial.Second);
        // An output seen k times in one has at least k e^(-claim)/2 expected in the other, but for 1e-6 or less when that is 40 or more.
        var often = 80 * Math.Exp(Math.Min(trial.Claim.Epsilon(1e-5), 3));

        Assert.All(first.Where(output => output.Value > often), output => Assert.True(second.ContainsKey(output.Key), $"{id}: {output.Key} came {output.Value} times on one table, never on the other"));
        Assert.All(second.Where(output => output.Value > often), output => Assert.True(first.ContainsKey(output.Key), $"{id}: {output.Key} came {output.Value} times on one table, never on the other"));
        Assert.Contains(first, output => output.Value > often);

        static Dictionary<long, int> Tally(Func<long> run)
        {
            var tally = new Dictionary<long, int>();
            for (var i = 0; i < runs; i++)
            {
                var output = run();
                tally[output] = tally.GetValueOrDefault(output) + 1;
            }
            return tally;
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Its_argument_stands_in_the_documentation(string id)
    {
        var page = Repository.Path("docs", "privacy", id + ".md");
        Assert.True(File.Exists(page), $"docs/privacy/{id}.md is missing: it states the claim and why the code meets it");
        var text = File.ReadAllText(page);
        Assert.All(new[] { "## Claim", "## Why the code meets it", "## Sensitivity", "## Limits", "## Source" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void It_is_sealed_documented_and_takes_no_other_randomness_than_bits(string id)
    {
        var entry = MechanismCatalog.Mechanisms[id];
        Assert.True(entry.Type.IsSealed);
        Assert.Contains(typeof(IAuditedMechanism), entry.Type.GetInterfaces());
        Assert.NotEmpty(XmlDocumentation.Summary(entry.Type));
        Assert.NotEmpty(XmlDocumentation.Source(entry.Type));
        Assert.All(entry.Type.GetConstructors(), constructor => Assert.Contains(constructor.GetParameters(), parameter => parameter.ParameterType == typeof(RandomBits)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_seeded_run_repeats(string id)
    {
        long[] Outputs()
        {
            var trial = MechanismCatalog.Trial(id, new(1, 2), new InsecureSeededBits(5));
            return [.. Enumerable.Range(0, 50).Select(_ => trial.First())];
        }

        Assert.Equal(Outputs(), Outputs());
    }
}
