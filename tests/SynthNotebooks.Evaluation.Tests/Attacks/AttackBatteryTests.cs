using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Controls;

namespace SynthNotebooks.Evaluation.Tests.Attacks;

public class AttackBatteryTests
{
    private static readonly DataFrame Train = People.Table(1, 500), Other = People.Table(2, 500), Holdout = People.Table(3, 700);

    [Fact]
    public void A_copy_is_called_a_leak_and_rows_of_others_are_not()
    {
        var leak = AttackBattery.Run(Train, Train.Shuffle(5), Holdout, new() { Attacks = ["dcr", "nndr", "domias"] });
        var none = AttackBattery.Run(Train, Other, Holdout, new() { Attacks = ["dcr", "nndr", "domias"] });

        Assert.StartsWith("The table leaks membership", leak.Summary, StringComparison.Ordinal);
        Assert.StartsWith("None of 3 attacks on membership did better than guessing", none.Summary, StringComparison.Ordinal);
        Assert.Contains("never a pass gate", none.Summary, StringComparison.Ordinal);
        Assert.All(none.Controls, control => Assert.True(control.Passed, control.ToString()));
        Assert.Contains(none.Warnings, warning => warning.Contains("custodian", StringComparison.Ordinal));
        Assert.Equal((350, 350, 350), (none.Results[0].Members, none.Results[0].NonMembers, none.ReferenceRows));
    }

    [Fact]
    public void Same_plan_same_bytes_at_any_number_of_threads_and_all_equals_its_plan()
    {
        var refit = Leaky();
        DataFrame train = Train.Slice(0, 120), other = Other.Slice(0, 120), holdout = Holdout.Slice(0, 200);
        var options = new AttackOptions { Threads = 1, Seed = 3, Refit = refit, Shadows = 4, Model = refit(other, 0) };
        var all = AttackBattery.Run(train, other, holdout, options);
        var again = AttackBattery.Run(train, other, holdout, options with { Threads = 3, Attacks = all.Plan });

        Assert.Equal(AttackCatalog.Attacks.Ids.Count, all.Plan.Count);
        Assert.Equal(all.ToJson(), again.ToJson());
    }

    [Fact]
    public void Reports_follow_the_published_schema()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.Path("docs", "attack-report.schema.json")))!;
        var refit = Leaky();
        AttackReport[] reports =
        [
            AttackBattery.Run(Train.Slice(0, 100), Other, Holdout.Slice(0, 200), new() { Refit = refit, Shadows = 4, Model = refit(Other, 0), Label = "x" }),
            AttackBattery.Run(Train, Other),
            AttackBattery.Run(Train, Train, Holdout.Slice(0, 6), new() { Attacks = ["dcr"] }),
        ];

        foreach (var report in reports) Assert.Empty(JsonSchema.Errors(schema, JsonNode.Parse(report.ToJson())));
        var spoilt = JsonNode.Parse(reports[0].ToJson())!;
        spoilt["results"]![0]!["auc"]!["value"] = 1.5;
        spoilt["results"]![0]!["extra"] = 1;
        Assert.Equal(2, JsonSchema.Errors(schema, spoilt).Count());
    }

    [Fact]
    public void Without_a_holdout_every_attack_is_skipped_with_the_reason()
    {
        var report = AttackBattery.Run(Train, Other);

        Assert.Empty(report.Results);
        Assert.Equal(AttackCatalog.Attacks.Ids.Order(), report.Skipped.Select(skipped => skipped.Attack).Order());
        Assert.All(report.Skipped, skipped => Assert.Matches("--holdout|--model", skipped.Reason));
        Assert.Contains("--holdout", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_holdout_canaries_still_audit_the_training()
    {
        var report = AttackBattery.Run(Train, Other, null, new() { Attacks = ["canaries"], Refit = Leaky() });

        Assert.InRange(report.Results.Single().Audit!.EpsilonLowerBound, 2, report.Results.Single().Audit!.Ceiling);
        Assert.Contains("Canaries show", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_that_is_spent_skips_the_rest_and_says_so()
    {
        var time = new StoppedTime();
        var refits = 0;
        var report = AttackBattery.Run(Train, Other, Holdout, new()
        {
            Seconds = 10,
            Time = time,
            Shadows = 4,
            Attacks = ["dcr", "query-based", "groundhog"],
            Controls = false,
            Refit = (table, seed) =>
            {
                if (refits++ == 1) time.Fire(); // the time is up during the second fit
                return Leaky()(table, seed);
            },
        });

        Assert.Equal(["dcr"], report.Plan);
        Assert.Equal(2, refits);
        Assert.All(report.Skipped, skipped => Assert.Contains("10 seconds", skipped.Reason, StringComparison.Ordinal));
        Assert.Equal(["groundhog", "query-based"], report.Skipped.Select(skipped => skipped.Attack));
    }

    [Fact]
    public void Tables_that_do_not_fit_are_refused_by_column()
    {
        Refuses(() => AttackBattery.Run(Train, Other.Drop("town"), Holdout), "synthetic", "'town'");
        Refuses(() => AttackBattery.Run(Train, Other, Holdout.Drop("a")), "holdout", "'a'");
        Refuses(() => AttackBattery.Run(Train, Other.Slice(0, 0), Holdout), "synthetic", "no rows");
        Refuses(() => AttackBattery.Run(Train.Slice(0, 0), Other, Holdout), "real", "no rows");
        Refuses(() => AttackBattery.Run(Train, Other.AddColumn(TextColumn.Of("a", Enumerable.Repeat("x", 500))), Holdout), "'a'", "Text");
        Refuses(() => AttackBattery.Run(Train, Other, Holdout, new() { Secrets = ["twon"] }), "twon", "town");
        Assert.Contains("dcr", Assert.Throws<ArgumentException>(() => AttackBattery.Run(Train, Other, Holdout, new() { Attacks = ["dcrr"] })).Message, StringComparison.Ordinal);

        static void Refuses(Action attack, params string[] told)
        {
            var message = Assert.Throws<EvaluationException>(attack).Message;
            Assert.All(told, text => Assert.Contains(text, message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Odd_tables_give_results_or_reasons()
    {
        DataFrame[] tables =
        [
            Tables.Of("only", 1, 2, 3, 4), Tables.Of("only", "x", "x", "x", "x"), Tables.Of("only", null, null, null, null),
            new(new DoubleColumn("n", Enumerable.Repeat(double.NaN, 8).ToArray()), TextColumn.Of("t", Enumerable.Repeat("same", 8))),
            new(new DoubleColumn("n", new double[] { 1, double.PositiveInfinity, 3, 4, 5, 6 }), new Int64Column("i", new long[] { 1, 2, 3, 4, 5, 6 })),
            Tables.Mixed(1, 3), Tables.Mixed(1, 60),
        ];
        foreach (var table in tables)
        {
            var refit = (DataFrame learnt, ulong _) => (IFittedGenerator)RepeatedRows.Of(learnt, table.InferSchema());
            var report = AttackBattery.Run(table, table, table, new() { Refit = refit, Shadows = 4, Model = refit(table, 0) });

            Assert.Equal(AttackCatalog.Attacks.Ids.Count, report.Plan.Count + report.Skipped.Count);
            Assert.DoesNotContain("NaN", report.ToJson(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Whole_numbers_and_reals_compare()
    {
        DataFrame whole = new(new Int64Column("i", Enumerable.Range(0, 100).Select(i => (long)i * i).ToArray()), TextColumn.Of("t", Enumerable.Range(0, 100).Select(i => $"t{i % 3}")));
        DataFrame real = new(new DoubleColumn("i", Enumerable.Range(0, 100).Select(i => (double)i * i).ToArray()), whole.Columns["t"]);

        Assert.Equal(1, AttackBattery.Run(whole, real, new DataFrame(new DoubleColumn("i", Enumerable.Range(0, 100).Select(i => i * i + 0.5).ToArray()), whole.Columns["t"]), new() { Attacks = ["identical-match"] }).Results[0].Membership!.Auc.Value);
    }

    [Fact]
    public void Many_rows_of_a_model_without_privacy_are_warned_of()
    {
        var report = AttackBattery.Run(Train, DataFrame.Concatenate([Other, Other, Other]), Holdout, new() { Attacks = ["dcr"] });

        Assert.Contains(report.Warnings, warning => warning.Contains("3 times the rows", StringComparison.Ordinal));
    }

    [Fact]
    public void A_holdout_of_another_population_is_noticed()
    {
        var shifted = new DataFrame(Holdout.Columns.Select(column => column.Name == "a" ? new DoubleColumn("a", column.ToNumbers().Select(value => value + 3).ToArray()) : column));

        var report = AttackBattery.Run(Train, Other, shifted, new() { Attacks = ["dcr"] });

        Assert.False(report.Controls.Single(control => control.Control == "records-alone").Passed);
        Assert.Contains(report.Warnings, warning => warning.Contains("not of one population", StringComparison.Ordinal));
    }

    private static Func<DataFrame, ulong, IFittedGenerator> Leaky()
    {
        var schema = Train.InferSchema();
        return (table, _) => RepeatedRows.Of(table, schema);
    }

    // A clock whose timers fire when told.
    private sealed class StoppedTime : TimeProvider
    {
        private readonly List<(TimerCallback Callback, object? State)> _timers = [];

        public void Fire() => _timers.ForEach(timer => timer.Callback(timer.State));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((callback, state));
            return new Silent();
        }

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
