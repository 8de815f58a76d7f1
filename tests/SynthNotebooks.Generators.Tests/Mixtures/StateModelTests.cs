using System.Security.Cryptography;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Tests.Conformance;

namespace SynthNotebooks.Generators.Tests.Mixtures;

public class StateModelTests
{
    private const double Alpha = 1e-6; // a correct model fails with less than this probability

    public static TheoryData<string> Ids => ["mixture", "circuit"];

    [Theory]
    [InlineData("mixture", "mixture")]
    [InlineData("circuit", "mixture")]
    [InlineData("circuit", "chain")]
    public void A_planted_distribution_is_recovered(string id, string planted)
    {
        const int rows = 20_000;
        var truth = planted == "chain" ? PlantedTables.Chain() : PlantedTables.Mixture();
        var model = (IDensity)Conformance.Generators.Fit(id, PlantedTables.Sample(truth, rows, 1));

        var learnt = model.LogDensity(PlantedTables.Domain(), default);

        // the table of counts itself is off by more than this with probability below Alpha: Bretagnolle, Huber, Carol
        var tolerance = Math.Sqrt((truth.Length * Math.Log(2) + Math.Log(1 / Alpha)) / (2 * rows));
        Assert.InRange(truth.Select((p, cell) => Math.Abs(p - Math.Exp(learnt[cell])) / 2).Sum(), 0, tolerance);
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_density_of_a_small_domain_sums_to_one(string id)
    {
        var training = PlantedTables.Sample(PlantedTables.Mixture(), 1000, 2);
        var withMissing = new TextColumn("c0", ((TextColumn)training["c0"]).Codes.ToArray().Select((code, row) => row % 5 == 0 ? -1 : code).ToArray(), ((TextColumn)training["c0"]).Categories);
        training = new DataFrame(training.Columns.Skip(1).Prepend(withMissing));
        var model = (IDensity)Conformance.Generators.Fit(id, training);
        var domain = PlantedTables.Domain();
        var rest = new DataFrame(domain.Columns.Skip(1).Prepend(new TextColumn("c0", Enumerable.Repeat(-1, PlantedTables.Cells).ToArray(), [])));

        var total = model.LogDensity(domain, default).Sum(Math.Exp) + model.LogDensity(rest, default).Sum(Math.Exp) / PlantedTables.Values;

        Assert.Equal(1, total, 1e-5);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Whole_numbers_have_probabilities_and_other_values_none(string id)
    {
        var model = (IDensity)Conformance.Generators.Fit(id, PlantedTables.Mixed(3000, 3).Select("age"));
        long[] ages = [.. Enumerable.Range(0, 120).Select(age => (long)age)];
        var densities = model.LogDensity(new DataFrame(new Int64Column("age", ages)), default);
        Assert.Equal(1, densities.Sum(Math.Exp), 1e-5);
        Assert.Equal(double.NegativeInfinity, densities[5]);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Conditional_samples_are_those_that_rejection_would_leave(string id)
    {
        var training = PlantedTables.Mixed(4000, 4);
        var model = Conformance.Generators.Fit(id, training);
        foreach (var text in new[] { "age >= 40 and age < 70", "kind = 'student' or pay > 400", "not (kind = 'worker' and hours in (30, 31, 32, 40))", "hours is null", "pay between 100 and 300 and kind is not null" })
        {
            var where = ConditionParser.Parse(text, model.Schema);
            Assert.True(((IConditional)model).CanCondition(where), text);
            var exact = DataFrame.Concatenate([.. Enumerable.Range(0, 5).Select(chunk => ((IConditional)model).SampleChunk(4000, where, new SplitRandom(7).Split((ulong)chunk)))]);
            var free = model.Sample(200_000, new SampleOptions { Seed = 9 });
            var kept = free.Take(ConditionEvaluator.Rows(where, free));

            Assert.All(ConditionEvaluator.Evaluate(where, exact), Assert.True);
            foreach (var probe in new[] { "kind = 'worker'", "kind is null", "age < 30", "age > 60", "hours > 35", "hours is null", "pay > 250", "pay < 50 and age < 40" })
            {
                var condition = ConditionParser.Parse(probe, model.Schema);
                double a = Share(exact, condition), b = Share(kept, condition);
                var slack = Math.Sqrt(Math.Log(4 * 40 / Alpha) / 2) * (1 / Math.Sqrt(exact.Rows.Count) + 1 / Math.Sqrt(kept.Rows.Count));
                Assert.True(Math.Abs(a - b) <= slack, $"{text}: share of {probe} is {a} by inference, {b} by rejection of {kept.Rows.Count}");
            }
        }

        static double Share(DataFrame frame, Condition condition) => (double)ConditionEvaluator.Rows(condition, frame).Length / frame.Rows.Count;
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_condition_that_cannot_hold_is_refused(string id)
    {
        var model = Conformance.Generators.Fit(id, PlantedTables.Mixed(1000, 5));
        var where = ConditionParser.Parse("age > 1000", model.Schema);
        Assert.Contains("probability is zero", Assert.Throws<FitException>(() => ((IConditional)model).SampleChunk(10, where, new SplitRandom(1))).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Imputation_fills_missing_cells_to_fit_the_others_and_leaves_the_rest(string id)
    {
        var training = PlantedTables.Mixed(6000, 6);
        var model = (IImputer)Conformance.Generators.Fit(id, training);

        var filled = model.Impute(training, new SampleOptions { Seed = 3 });

        Assert.Equal(0, filled.Columns.Sum(column => column.NullCount));
        var workersRight = 0;
        var workers = 0;
        for (var row = 0; row < training.Rows.Count; row++)
        {
            foreach (var column in training.Columns)
                if (!column.IsNull(row)) Assert.Equal(column.GetText(row), filled[column.Name].GetText(row));
            if (training["kind"].IsNull(row) && (long)training["age"][row]! > 70)
            {
                workers++;
                if (filled["kind"].GetText(row) == "retired") workersRight++;
            }
        }
        Assert.InRange((double)workersRight / workers, 0.9, 1);
        Assert.Equal(Conformance.Generators.Bytes(filled), Conformance.Generators.Bytes(model.Impute(training, new SampleOptions { Seed = 3, Threads = 1 })));
    }

    [Theory]
    [InlineData("mixture", "da32ee8b8f118efb")]
    [InlineData("circuit", "4a5733f60c3696c2")]
    public void The_sample_of_a_seed_never_changes(string id, string expected)
    {
        var model = Conformance.Generators.Fit(id, PlantedTables.Mixed(3000, 7));
        var bytes = Conformance.Generators.Bytes(model.Sample(10_000, new SampleOptions { Seed = 5 }));
        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]);
    }
}
