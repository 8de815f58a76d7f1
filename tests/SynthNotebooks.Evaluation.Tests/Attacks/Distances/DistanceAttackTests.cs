using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Distances;

public class DistanceAttackTests
{
    private static readonly DataFrame Synthetic = Table(1, 40), Candidates = Table(2, 30), Reference = Table(3, 35);

    [Fact]
    public void Distances_are_those_of_all_pairs()
    {
        var closest = Candidates.Rows.Count;
        double[] dcr = Scores("dcr"), ratio = Scores("nndr"), difference = Scores("dcr-difference"), identical = Scores("identical-match");

        for (var i = 0; i < closest; i++)
        {
            double[] toSynthetic = Distances(i, Synthetic), toReference = Distances(i, Reference);
            Assert.Equal(-toSynthetic[0], dcr[i], 1e-6);
            Assert.Equal(-toSynthetic[0] / toSynthetic[1], ratio[i], 1e-5);
            Assert.Equal((toReference[0] - toSynthetic[0]) / (toReference[0] + toSynthetic[0]), difference[i], 1e-5);
            Assert.Equal(0, identical[i]);
        }
    }

    [Fact]
    public void Kernel_densities_are_the_sums_over_the_nearest()
    {
        var width = Enumerable.Range(0, 30).Select(i => Distances(i, Reference)[4]).Order().ElementAt(15);
        var scores = Scores("domias");

        for (var i = 0; i < scores.Length; i++)
        {
            var expected = Math.Log(Distances(i, Synthetic).Take(20).Sum(d => Math.Exp(-d / width)) / 40) - Math.Log(Distances(i, Reference).Take(20).Sum(d => Math.Exp(-d / width)) / 35);
            Assert.Equal(expected, scores[i], 1e-4);
        }
    }

    [Fact]
    public void Without_rows_of_its_own_an_attack_says_so()
    {
        foreach (var entry in AttackCatalog.Attacks.Entries.Where(entry => entry.Attribute.Kind == AttackKind.Membership && entry.Attribute.Needs == AttackNeeds.Reference))
            Assert.Contains("own", Assert.IsType<NotPossible>(AttackCatalog.Create(entry.Id).Run(new(Synthetic, Candidates, Synthetic.InferSchema()), default)).Reason, StringComparison.Ordinal);
    }

    private static double[] Scores(string id) => [.. ((MembershipScores)AttackCatalog.Create(id).Run(new(Synthetic, Candidates, Synthetic.InferSchema()) { Reference = Reference }, default)).Scores];

    // Gower's distances, ascending: numbers by their range over all three tables, categories by equality.
    private static double[] Distances(int candidate, DataFrame others)
    {
        double[] all = [.. new[] { Synthetic, Candidates, Reference }.SelectMany(table => table.Columns["x"].ToNumbers())];
        var range = all.Max() - all.Min();
        var x = (double)Candidates.Columns["x"][candidate]!;
        return [.. Enumerable.Range(0, (int)others.Rows.Count)
            .Select(row => (Math.Abs(x - (double)others.Columns["x"][row]!) / range + (Candidates.Columns["t"].GetText(candidate) == others.Columns["t"].GetText(row) ? 0 : 1)) / 2).Order()];
    }

    private static DataFrame Table(ulong seed, int rows)
    {
        var random = new SplitRandom(seed);
        return new(new DoubleColumn("x", Enumerable.Range(0, rows).Select(_ => random.NextNormal()).ToArray()), TextColumn.Of("t", Enumerable.Range(0, rows).Select(_ => $"t{random.NextBelow(2)}")));
    }
}
