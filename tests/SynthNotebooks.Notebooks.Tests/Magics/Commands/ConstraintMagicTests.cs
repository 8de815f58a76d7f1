using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Constraints;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Magics;

public sealed class ConstraintMagicTests : IDisposable
{
    private readonly Notebook _notebook = new();

    private FakeHost Host => _notebook.Host;

    public ConstraintMagicTests() => File.WriteAllText(_notebook.PathOf("stays.csv"), "id,age,arrived,left,ward,floor\n" + string.Concat(
        Enumerable.Range(0, 400).Select(row => $"{row + 1},{20 + row * 7 % 60},{row % 25},{row % 25 + row * 11 % 9 - (row % 100 == 0 ? 5 : 0)},w{row % 6},<f{row % 6 / 2}>\n")));

    public void Dispose() => _notebook.Dispose();

    [Fact]
    public async Task A_model_fitted_under_constraints_keeps_them_and_its_x_ray_says_how()
    {
        await _notebook.Run("#!load stays.csv --as stays");
        await _notebook.Run("#!fit stays --model copula --constraints \"age >= 25; arrived <= left; ward -> floor\" --as m");
        await _notebook.Run("#!sample m --rows 500 --as made");
        await _notebook.Run("#!xray m --data stays --rows 800");

        var report = Assert.IsType<ConstraintXRay>(Host.Shown[^1]);
        var made = (DataFrame)Host["made"]!;
        Assert.Equal([0, 0, 0], ((DataFrame)Host["stays"]!).Constraints("age >= 25; arrived <= left; ward -> floor").CountViolations(made));
        Assert.Equal(["age >= 25", "arrived <= left", "ward -> floor"], report.Constraints.Select(finding => finding.Constraint));
        Assert.All(report.Constraints, finding => Assert.Equal((ConstraintMeans.Construction, 0), (finding.Means, finding.Constrained)));
        Assert.Equal(3, report.Constraints[1].Training);
        Assert.True(report.Constraints[1].Unconstrained > 3, $"{report.Constraints[1].Unconstrained}");
        Assert.Equal(["age", "arrived", "left", "ward", "floor"], report.Columns.Select(shift => shift.Column));
        Assert.All(report.Columns, shift => Assert.InRange(shift.Constrained!.Value, 0.7, 1));
        var json = System.Text.Json.Nodes.JsonNode.Parse(report.ToJson())!;
        Assert.Equal(report.Constraints[1].Unconstrained, (int?)json["constraints"]![1]!["violations"]!["unconstrained"]);
        var display = DisplayFormatters.All.Single(formatter => formatter.Displays == typeof(ConstraintXRay));
        Assert.Contains("arrived &lt;= left", display.Format(report, MimeTypes.Html), StringComparison.Ordinal);
        Assert.Contains("arrived <= left", display.Format(report, MimeTypes.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constraints_come_from_a_file_beside_the_notebook()
    {
        File.WriteAllText(_notebook.PathOf("rules.json"), """{"constraints": ["age >= 70"]}""");
        await _notebook.Run("#!load stays.csv --as stays");

        await _notebook.Run("#!fit stays --model independent --constraints rules.json --as m");

        Assert.Equal("age >= 70", ((IConstrained)Host["m"]!).Constraints.ToString());
        Assert.Contains("rulez.json", await _notebook.Fail("#!fit stays --model independent --constraints rulez.json --as n"), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'age'", await _notebook.Fail("#!fit stays --model independent --constraints \"agee > 3\" --as n"), StringComparison.Ordinal);
        Assert.Contains("is broken by", await _notebook.Fail("#!fit stays --model independent --constraints \"age > 30\" --strict --as n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_constraints_has_no_x_ray()
    {
        await _notebook.Run("#!load stays.csv --as stays");
        await _notebook.Run("#!fit stays --model independent --as m");

        Assert.Contains("without constraints", await _notebook.Fail("#!xray m --data stays"), StringComparison.Ordinal);
    }
}
