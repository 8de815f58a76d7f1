using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Tests.Conformance;
using Conformance = SynthNotebooks.Generators.Tests.Conformance.Generators;

namespace SynthNotebooks.Selection.Tests.Auto;

public sealed class AutoGeneratorTests : IDisposable
{
    private static readonly DataFrame Training = MixedTable.Of(600, seed: 1);
    private readonly string _plan = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    [Fact]
    public void A_plan_is_written_and_replayed_to_the_same_bytes_without_a_clock()
    {
        var first = Fit(new(Seconds: 5, Plan: _plan, Candidates: "independent,copula,bayesnet,cart", Trials: 2), TimeProvider.System);
        var text = File.ReadAllText(_plan);
        var second = Fit(new(Seconds: 1, Plan: _plan), new StoppedClock());

        Assert.Equal(Saved(first), Saved(second));
        Assert.Equal(text, File.ReadAllText(_plan));
        Assert.Equal(text, ((SelectedModel)first).Plan.ToJson());
        Assert.DoesNotContain("Seconds", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_another_table_or_seed_is_refused()
    {
        Fit(new(Plan: _plan, Candidates: "independent", Trials: 0), TimeProvider.System);
        var generator = new AutoGenerator(new(Plan: _plan));
        var other = Training.Select("age", "city");

        Assert.Contains("columns", Assert.Throws<FitException>(() => generator.Fit(other, new(other.InferSchema()))).Message, StringComparison.Ordinal);
        Assert.Contains("seed 0", Assert.Throws<FitException>(() => generator.Fit(Training, new(Training.InferSchema()) { Seed = 3 })).Message, StringComparison.Ordinal);
        File.WriteAllText(_plan, "{");
        Assert.Contains("damaged", Assert.Throws<FitException>(() => generator.Fit(Training, new(Training.InferSchema()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_time_is_over_the_rest_is_skipped_and_says_so()
    {
        // Each look at the clock is 10 s later than the one before.
        var model = (SelectedModel)Fit(new(Seconds: 60, Candidates: "independent,copula,bayesnet,cart"), new JumpingClock(10));

        Assert.Equal(CandidateStatus.Scored, model.Plan.Results[0].Status);
        Assert.Equal("independent", model.Plan.Chosen.Model);
        Assert.All(model.Plan.Results.Skip(2), result => Assert.Equal((CandidateStatus.Skipped, "the time left was too short"), (result.Status, result.Note)));
    }

    [Fact]
    public void The_dependent_model_is_chosen_where_columns_depend_on_each_other()
    {
        var model = (SelectedModel)Fit(new(Seconds: 10_000, Candidates: "independent,copula", Trials: 0), TimeProvider.System);

        Assert.Equal("copula", model.Plan.Chosen.Model);
        Assert.All(model.Plan.Results, result => Assert.Equal(4, result.Folds.Count > 1 ? result.Folds.Count : 4));
    }

    [Theory]
    [InlineData("mixture", true)]
    [InlineData("gmm", false)]
    public void The_model_can_do_what_the_chosen_one_can(string candidate, bool isDensity)
    {
        var model = (SelectedModel)Fit(new(Seconds: 10_000, Candidates: candidate, Trials: 0), TimeProvider.System);
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);
        file.Position = 0;
        var opened = ModelArchive.Open(file, Conformance.Catalog);

        Assert.Equal(isDensity, model.Inner is IDensity);
        Assert.Equal((model.Inner is IDensity, model.Inner is IImputer), (model is IDensity, model is IImputer));
        Assert.Equal((model.Inner is IDensity, model.Inner is IImputer), (opened is IDensity, opened is IImputer));
        var where = Training.ParseCondition("age >= 40");
        Assert.Equal(model.Inner is IConditional inner && inner.CanCondition(where), model.CanCondition(where));
        if (model is IDensity density) Assert.Equal(((IDensity)model.Inner).LogDensity(Training, default), density.LogDensity(Training, default));
    }

    [Fact]
    public void The_report_grows_as_models_are_done()
    {
        var reports = new List<SelectionReport>();
        new AutoGenerator(new(Seconds: 10_000, Candidates: "independent,copula", Folds: 2, Trials: 0)).Fit(Training, new(Training.InferSchema()) { Progress = new Collector(reports) });

        Assert.Equal([1, 2], reports.Select(report => report.Results.Count).Distinct());
        Assert.All(reports[^1].Seconds, seconds => Assert.True(seconds >= 0));
        Assert.NotNull(reports[^1].Choice);
    }

    public void Dispose() => File.Delete(_plan);

    private static IFittedGenerator Fit(AutoOptions options, TimeProvider time) => new AutoGenerator(options, time).Fit(Training, new FitContext(Training.InferSchema()));

    private static byte[] Saved(IFittedGenerator model)
    {
        using var file = new MemoryStream();
        ModelArchive.Save(model, file);
        return file.ToArray();
    }

    private sealed class Collector(List<SelectionReport> reports) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => reports.Add(Assert.IsType<SelectionReport>(value.Detail));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => throw new InvalidOperationException("The clock was read.");
    }

    private sealed class JumpingClock(double seconds) : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(seconds * 1000 * _looks++);
    }
}
