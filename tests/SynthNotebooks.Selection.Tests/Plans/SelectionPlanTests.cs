namespace SynthNotebooks.Selection.Tests.Plans;

public class SelectionPlanTests
{
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public void A_plan_read_back_writes_the_same_text()
    {
        var plan = new SelectionPlan(new Dictionary<string, string> { ["seconds"] = "60", ["folds"] = "4" }, ulong.MaxValue, ["a", "b \"quoted\""],
            [One("copula", 0.9), new("circuit", None, CandidateStatus.Skipped, [], "the time left was too short"), One("copula", 1.0 / 3, 0.1) with { Options = new Dictionary<string, string> { ["classes"] = "8" } }], 2);

        var text = plan.ToJson();

        Assert.Equal(text, SelectionPlan.FromJson(text).ToJson());
        Assert.Equal(1.0 / 3, SelectionPlan.FromJson(text).Chosen.Folds[0].Learnt);
    }

    [Theory]
    [InlineData("{}", "damaged")]
    [InlineData("no plan", "damaged")]
    [InlineData("""{"version": 9}""", "version 9")]
    [InlineData("""{"version": 1, "options": {}, "seed": 0, "columns": [], "results": [], "choice": 0}""", "result 0 of 0")]
    [InlineData("""{"version": 1, "options": {}, "seed": 0, "columns": [], "results": [{"model": "a", "options": {}, "status": "Scored", "note": "", "folds": [{"learnt": 7}]}], "choice": 0}""", "'learnt' is 7")]
    public void A_damaged_plan_is_told(string text, string what) => Assert.Contains(what, Assert.Throws<FormatException>(() => SelectionPlan.FromJson(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_front_holds_what_nothing_beats_in_quality_privacy_and_cost()
    {
        CandidateResult[] results = [One("cheap", 0.8), One("worse and dearer", 0.7), One("better", 0.9), One("as good, closer", 0.9, 0.55), One("best, closer", 0.95, 0.6), new("skipped", None, CandidateStatus.Skipped, [])];

        bool[] Front(double?[] seconds) => [.. results.Select((_, i) => new SelectionReport(results, seconds, null).IsOnFront(i))];

        Assert.Equal([true, false, true, false, true, false], Front([1, 2, 3, 4, 5, null]));
        Assert.Equal([true, false, true, false, true, false], Front(new double?[6])); // the order stands for the cost
        Assert.Equal([false, false, true, true, true, false], Front([5, 4, 1, 0.5, 0.4, null])); // closer, but cheaper
    }

    [Fact]
    public void Shares_below_one_half_are_no_advantage()
    {
        CandidateResult[] results = [One("a", 0.8, 0.5), One("b", 0.8, 0.4)];

        Assert.False(new SelectionReport(results, [1, 2], null).IsOnFront(1));
    }

    internal static CandidateResult One(string model, double quality, double share = 0.5) => new(model, None, CandidateStatus.Scored, [new(quality, quality, share, 0.001)]);
}
