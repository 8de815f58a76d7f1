using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Tests.Conformance;

public class ConditionTests
{
    private const double Alpha = 1e-6; // a correct model fails with less than this probability
    private static readonly DataFrame Training = LatentTable.Of(4000, seed: 1);
    private static readonly Dictionary<string, IFittedGenerator> Models = Generators.Entries.Select(entry => (id: entry.Id, Generators.Fit(entry.Id, Training)))
        .Where(model => model.Item2 is IConditional).ToDictionary(model => model.id, model => model.Item2, StringComparer.Ordinal);

    private static readonly string[] Conditions =
    [
        "level = 'high'", "x between 11 and 12.5", "spiky = 0 and x < 8", "level in ('low', 'high') and flag = true", "spiky is null and x > 12",
        "y is not null and y < -0.5 and x > 11", "x > 14 or level = 'low'", "not (level = 'middle' or spiky > 3)", "level is null and y is null", "spiky in (1, 2, 3, 5) and level != 'low'",
    ];

    public static TheoryData<string> Ids => [.. Models.Keys];

    [Theory, MemberData(nameof(Ids))]
    public void Conditional_samples_are_those_that_rejection_leaves(string id)
    {
        const int rows = 6000;
        var model = Models[id];
        var free = model.Sample(150_000, new() { Seed = 9 });
        foreach (var text in Conditions)
        {
            var where = ConditionParser.Parse(text, model.Schema);
            Assert.True(((IConditional)model).CanCondition(where), text);
            var exact = ((IConditional)model).SampleChunk(rows, where, new SplitRandom(7));
            var kept = free.Take(ConditionEvaluator.Rows(where, free));
            Assert.All(ConditionEvaluator.Evaluate(where, exact), Assert.True);
            foreach (var probe in new[] { "level = 'low'", "level = 'high' and flag = true", "level is null", "x < 9", "x > 12", "y > 0", "y < -1", "y is null", "spiky = 0", "spiky > 10", "spiky is null", "x > 11 and spiky < 15" })
            {
                var condition = ConditionParser.Parse(probe, model.Schema);
                double a = Share(exact, condition), b = Share(kept, condition);
                var slack = Math.Sqrt(Math.Log(4 * 12 * Conditions.Length / Alpha) / 2) * (1 / Math.Sqrt(rows) + 1 / Math.Sqrt(kept.Rows.Count)); // Hoeffding
                Assert.True(Math.Abs(a - b) <= slack, $"{text}: share of {probe} is {a} by inference, {b} by rejection of {kept.Rows.Count}, slack {slack}");
            }
        }
    }

    [Theory, MemberData(nameof(Ids))]
    public void Rare_conditions_take_no_longer(string id)
    {
        var where = ConditionParser.Parse("x < 4.5 and y < -1", Models[id].Schema); // against the dependence: a millionth of the rows or none
        if (!((IConditional)Models[id]).CanCondition(where)) return;
        if (Generators.Catalog[id].Attribute.CopiesRows) // it has the training rows and no others
        {
            Assert.Empty(ConditionEvaluator.Rows(where, Training));
            Assert.Throws<FitException>(() => ((IConditional)Models[id]).SampleChunk(2000, where, new SplitRandom(1)));
            return;
        }
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var rows = ((IConditional)Models[id]).SampleChunk(2000, where, new SplitRandom(1));

        Assert.All(ConditionEvaluator.Evaluate(where, rows), Assert.True);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_condition_that_cannot_hold_is_refused(string id)
    {
        foreach (var text in new[] { "x > 1000", "level = 'none'", "flag is null", "x < 9 and x > 10" })
        {
            var where = ConditionParser.Parse(text, Models[id].Schema);
            Assert.Contains("probability is zero", Assert.Throws<FitException>(() => ((IConditional)Models[id]).SampleChunk(10, where, new SplitRandom(1))).Message, StringComparison.Ordinal);
        }
    }

    private static double Share(DataFrame frame, Condition condition) => (double)ConditionEvaluator.Rows(condition, frame).Length / frame.Rows.Count;
}
