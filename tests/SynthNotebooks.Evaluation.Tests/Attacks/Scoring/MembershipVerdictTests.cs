using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Scoring;

namespace SynthNotebooks.Evaluation.Tests.Attacks.Scoring;

public class MembershipVerdictTests
{
    private const double Six = 4.891638475698590; // two-sided normal quantile of 1e-6

    [Fact]
    public void Members_below_all_others_are_the_diagonal_of_the_hull()
    {
        var verdict = MembershipVerdict.Of([.. Enumerable.Range(0, 2000).Select(i => (double)i)], [.. Enumerable.Range(5000, 2000).Select(i => (double)i)]);

        Assert.Equal(0, verdict.Auc.Value);
        Assert.Equal(0.5, verdict.AucHull);
        Assert.Equal(0.01, verdict.TprAt1Percent!.Value, 1e-12);
        Assert.Equal(0.001, verdict.TprAtTenthPercent!.Value, 1e-12);
        Assert.Equal(0, verdict.Advantage);
    }

    [Fact]
    public void Shifted_normal_scores_have_the_figures_of_theory()
    {
        const int Records = 40_000;
        var random = new SplitRandom(5);
        double[] members = new double[Records], others = new double[Records];
        for (var i = 0; i < Records; i++) (members[i], others[i]) = (1 + random.NextNormal(), random.NextNormal());

        var verdict = MembershipVerdict.Of(members, others);

        // AUC: DeLong's own error; TPR: binomial error of the share, and of the threshold times the slope of the ROC curve there (at most 5 and 16).
        Assert.Equal(0.7602, verdict.Auc.Value, Six * AucEstimate.Of(members, others).StandardError + 5e-5);
        Assert.Equal(0.0924, verdict.TprAt1Percent!.Value, Six * (Math.Sqrt(0.0924 / Records) + 5 * Math.Sqrt(0.01 / Records)));
        Assert.Equal(0.0183, verdict.TprAtTenthPercent!.Value, Six * (Math.Sqrt(0.0183 / Records) + 16 * Math.Sqrt(0.001 / Records)));
    }

    [Fact]
    public void Figures_that_too_few_records_support_are_left_out()
    {
        double[] members = [.. Enumerable.Range(0, 2000).Select(i => (double)i)];

        Assert.Null(MembershipVerdict.Of(members, members[..99]).TprAt1Percent);
        Assert.NotNull(MembershipVerdict.Of(members, members[..100]).TprAt1Percent);
        Assert.Null(MembershipVerdict.Of(members, members[..999]).TprAtTenthPercent);
        Assert.NotNull(MembershipVerdict.Of(members, members[..1000]).TprAtTenthPercent);
    }

    [Theory, Seeds(20)]
    public void The_area_and_its_error_agree_with_all_pairs(ulong seed)
    {
        var random = new SplitRandom(seed);
        double[] members = Draw(30), others = Draw(40);

        var estimate = AucEstimate.Of(members, others);

        var wins = members.Select(x => others.Average(y => x > y ? 1 : x == y ? 0.5 : 0)).ToArray();
        var losses = others.Select(y => members.Average(x => x > y ? 1 : x == y ? 0.5 : 0)).ToArray();
        Assert.Equal(wins.Average(), estimate.Value, 1e-12);
        Assert.Equal(Math.Sqrt(Variance(wins) / 30 + Variance(losses) / 40), estimate.StandardError, 1e-12);

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.NextBelow(12))];

        static double Variance(double[] values) => values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Length - 1);
    }

    [Theory, Seeds(20)]
    public void The_hull_is_the_least_concave_curve_above_the_thresholds(ulong seed)
    {
        var random = new SplitRandom(seed);
        double[] members = [.. Enumerable.Range(0, 25).Select(_ => (double)random.NextBelow(15) + 1)], others = [.. Enumerable.Range(0, 25).Select(_ => (double)random.NextBelow(15))];
        var hull = RocHull.Of(members, others);
        var points = Enumerable.Range(-1, 20).Select(t => new RocPoint(others.Count(y => y > t) / 25.0, members.Count(x => x > t) / 25.0)).ToArray();

        Assert.All(points, point => Assert.True(hull.At(point.FalsePositiveRate) >= point.TruePositiveRate - 1e-12));
        Assert.All(hull.Points, corner => Assert.Contains(points, point => Math.Abs(point.FalsePositiveRate - corner.FalsePositiveRate) + Math.Abs(point.TruePositiveRate - corner.TruePositiveRate) < 1e-12));
        Assert.True(hull.Area() >= AucEstimate.Of(members, others).Value - 1e-12);
    }

    // The threshold stands on other records, so the bound of a worthless attack exceeds 0 in at most 5 % of runs; Hoeffding at 1e-6.
    [Fact]
    public void A_worthless_attack_is_seldom_bounded_above_nothing()
    {
        const int Runs = 400;
        var wrong = 0;
        for (var run = 0; run < Runs; run++)
        {
            var random = new SplitRandom((ulong)run);
            double[] members = new double[60], others = new double[60];
            for (var i = 0; i < 60; i++) (members[i], others[i]) = (random.NextDouble(), random.NextDouble());
            if (MembershipVerdict.Of(members, others, (ulong)run).Epsilon!.Value > 0) wrong++;
        }

        Assert.InRange(wrong / (double)Runs, 0, 0.05 + Math.Sqrt(Math.Log(1e6) / (2 * Runs)));
    }

    [Fact]
    public void A_perfect_attack_reaches_the_ceiling_of_the_judged_half()
    {
        var verdict = MembershipVerdict.Of([.. Enumerable.Range(5000, 1000).Select(i => (double)i)], [.. Enumerable.Range(0, 1000).Select(i => (double)i)]);

        Assert.Equal(4.9056, verdict.Epsilon!.Ceiling, 5e-5);
        Assert.Equal(verdict.Epsilon.Ceiling, verdict.Epsilon.Value, 1e-12);
        Assert.Equal(1, verdict.Auc.Value);
        Assert.InRange(verdict.Auc.Low, 0.99, 0.999);
    }

    [Fact]
    public void Scores_that_are_not_finite_are_rejected_by_name() =>
        Assert.Equal("others", Assert.Throws<ArgumentException>(() => MembershipVerdict.Of([1], [double.NaN])).ParamName);
}
