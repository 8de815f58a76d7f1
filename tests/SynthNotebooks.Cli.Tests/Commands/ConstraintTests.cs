using SynthNotebooks.Data;

namespace SynthNotebooks.Cli.Tests.Commands;

public sealed class ConstraintTests : IDisposable
{
    private const string Json = """
        {"version": 1, "constraints": [
          {"kind": "range", "column": "age", "min": 25, "max": 60},
          {"kind": "not-null", "column": "score"},
          {"kind": "dependence", "determinants": ["age"], "dependent": "flag"},
          "unique id", "not (group = 'red' and age > 40)"]}
        """;

    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("copula")]
    [InlineData("mixture")]
    public async Task Rows_sampled_from_a_saved_model_keep_the_constraints_of_a_file(string model)
    {
        var table = _work.MixedTable();
        var constraints = _work.Write("constraints.json", Json);

        var fit = await Workspace.RunAsync("fit", table, "--model", model, "--constraints", constraints, "--out", _work.Path("m.synth"));
        var sample = await Workspace.RunAsync("sample", _work.Path("m.synth"), "--rows", "3000", "--out", _work.Path("s.csv"));

        Assert.Equal((0, 0), (fit.Status, sample.Status));
        Assert.Contains("age between 25 and 60: construction", fit.Errors, StringComparison.Ordinal);
        var (real, made) = (DataFrame.Load(table), DataFrame.Load(_work.Path("s.csv")));
        var set = ConstraintSet.FromJson(Json, real.InferSchema());
        Assert.Equal(3000, made.Rows.Count);
        Assert.Equal([0, 0, 0, 0, 0], set.CountViolations(made));
        Assert.Contains(set.CountViolations(real), count => count > 50);
    }

    [Theory]
    [InlineData("""{"constraints": ["agee > 3"]}""", "Did you mean 'age'")]
    [InlineData("""{"constraints": ["age > 900"]}""", "No training row keeps")]
    [InlineData("""{"constraints": ["age > 30", "age < 20"]}""", "exclude each other")]
    [InlineData("{", "no sound JSON")]
    public async Task Constraints_that_cannot_be_met_fail_and_write_nothing(string json, string part)
    {
        var fit = await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--constraints", _work.Write("c.json", json), "--out", _work.Path("m.synth"));

        Assert.Equal(1, fit.Status);
        Assert.Contains(part, fit.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_work.Path("m.synth")));
    }

    [Fact]
    public async Task Broken_training_rows_are_refused_when_told_so()
    {
        var constraints = _work.Write("c.txt", "age >= 25\nnot null id");

        var strict = await Workspace.RunAsync("fit", _work.MixedTable(), "--model", "independent", "--constraints", constraints, "--strict", "--out", _work.Path("m.synth"));

        Assert.Equal(1, strict.Status);
        Assert.Contains("Constraint 'age >= 25' is broken by", strict.Errors, StringComparison.Ordinal);
    }
}
