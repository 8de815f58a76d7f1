using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Reports;
using SynthNotebooks.Notebooks.Tests.Charts;

namespace SynthNotebooks.Notebooks.Tests.Reports;

public partial class ReportPageTests
{
    private static readonly string[] Names = ["age", "sex", "day", "weight", "region", "start"];

    [Fact]
    public void A_full_report_has_every_section_and_every_number_with_its_definition()
    {
        var (report, attacks) = Full(Names, 240);
        var page = report.ToHtml(attacks);
        var document = PageRules.Check(page);

        var sections = document.Descendants("section").Select(section => section.Attribute("id")!.Value).ToArray();
        Assert.Equal(["summary", "scores", "columns", "pairs", "together", "utility", "fairness", "detection", "privacy", "controls", "validity", "appendix"], sections.Where(id => id is not ("time" or "left-out")));
        Assert.Equal(["Faithful?", "Useful?", "Safe?"], document.Descendants("article").Select(card => card.Element("h3")!.Value));
        foreach (var metric in report.Metrics)
        {
            Assert.Contains($"<code>{metric.Name}</code>", page, StringComparison.Ordinal);
            if (metric.Undefined is { } reason) Assert.Contains(Notebooks.Displays.Markup.Encode(reason), page, StringComparison.Ordinal);
        }
        var appendix = document.Descendants("section").Single(section => section.Attribute("id")!.Value == "appendix");
        Assert.All(appendix.Descendants("th").Where(cell => cell.Attribute("class")?.Value == "definition"), cell => Assert.True(cell.Element("span")!.Value.Length > 20, cell.Value));
        foreach (var column in report.Columns) Assert.Contains(FigureText.Score(column.Score.Value), page, StringComparison.Ordinal);
        foreach (var result in attacks.Results.Where(result => result.Membership is not null)) Assert.Contains(FigureText.Score(result.Membership!.Auc.Value), page, StringComparison.Ordinal);
        Assert.Contains(attacks.Summary, page, StringComparison.Ordinal);
        Assert.Contains(HeaderSection.Custodian, page, StringComparison.Ordinal);
        Assert.NotEmpty(report.PairTables);
        Assert.NotEmpty(report.Importances);
    }

    [Fact]
    public void Nothing_in_data_becomes_markup()
    {
        var names = SvgRules.Payloads.Distinct().ToArray();
        var page = Report(names, 260).ToHtml();

        PageRules.Check(page);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_page_s_own_scripts_can_run()
    {
        var page = Report(Names, 80).ToHtml();
        var scripts = Script().Matches(page).Select(match => match.Groups[1].Value).ToArray();

        Assert.Equal(2, scripts.Length);
        foreach (var script in scripts)
            Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'unsafe", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_tables_same_bytes_at_any_number_of_threads()
    {
        var (report, attacks) = Full(Names, 150, threads: 1);
        var (again, repeated) = Full(Names, 150, threads: 3);

        Assert.Equal(report.ToHtml(attacks), again.ToHtml(repeated));
    }

    [Fact]
    public void Without_holdout_target_and_values_the_page_says_what_is_missing()
    {
        var table = new DataFrame([.. Table(["a", "b"], 60, 1).Columns, new DoubleColumn("none", Enumerable.Repeat(double.NaN, 60).ToArray()), TextColumn.Of("empty", new string?[60])]);
        var report = Evaluator.Evaluate(table, table, options: new() { Depth = EvaluationDepth.Full });
        var page = report.ToHtml(table.Attack(table));
        var document = PageRules.Check(page);

        Assert.Contains("no target column was named", page, StringComparison.Ordinal);
        Assert.Contains("--holdout", page, StringComparison.Ordinal);
        Assert.Contains("the real column has no value", page, StringComparison.Ordinal);
        Assert.Equal(2, document.Descendants("p").Count(answer => answer is { Value: "Not measured" }));
    }

    [Fact]
    public void Wide_tables_with_long_names_stay_below_three_megabytes()
    {
        string[] names = [.. Enumerable.Range(0, 150).Select(i => string.Create(CultureInfo.InvariantCulture, $"column {i} {new string('w', 200)}"))];
        var page = Evaluator.Evaluate(Table(names, 60, 1), Table(names, 60, 2), options: new() { Groups = [MetricGroup.Fidelity] }).ToHtml();

        PageRules.Check(page);
        Assert.Contains("columns, which score higher", page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_column_drift_and_attacks_alone_are_shown()
    {
        PageRules.Check(Report(["only"], 60).ToHtml());
        var drift = Evaluator.Drift(Table(Names, 90, 1), Table(Names, 90, 2)).ToHtml();
        PageRules.Check(drift);
        Assert.Contains("<h1>Drift report</h1>", drift, StringComparison.Ordinal);
        Assert.DoesNotContain("Safe?", drift, StringComparison.Ordinal);
        var attacks = Table(Names, 120, 1).Attack(Table(Names, 120, 2), Table(Names, 120, 3), options: new() { Attacks = ["dcr", "nndr"] });
        PageRules.Check(attacks.ToHtml());
        Assert.Contains("<h1>Attack report</h1>", attacks.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_the_members_is_called_unsafe()
    {
        DataFrame train = Table(Names, 300, 1), holdout = Table(Names, 300, 2);
        var report = Evaluator.Evaluate(train, train, holdout);

        Assert.Contains("No: attacks succeed", report.ToHtml(train.Attack(train, holdout, options: new() { Attacks = ["dcr"] })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_written_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "r.html");
            var report = Report(["a", "b"], 60);
            report.SaveHtml(file);

            Assert.Equal(report.ToHtml(), File.ReadAllText(file));
            Assert.Single(folder.GetFiles());
            Assert.Throws<DirectoryNotFoundException>(() => report.SaveHtml(Path.Combine(folder.FullName, "missing", "r.html")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static EvaluationReport Report(string[] names, int rows) => Evaluator.Evaluate(Table(names, rows, 1), Table(names, rows - 10, 2), Table(names, rows, 3));

    private static (EvaluationReport Report, AttackReport Attacks) Full(string[] names, int rows, int threads = 2)
    {
        DataFrame train = Table(names, rows, 1), synthetic = Table(names, rows - 10, 2), holdout = Table(names, rows, 3);
        var options = new EvaluationOptions { Depth = EvaluationDepth.Full, Target = names[1], Protected = names[Math.Min(4, names.Length - 1)], Threads = threads };
        return (Evaluator.Evaluate(train, synthetic, holdout, options), train.Attack(synthetic, holdout, options: ReportAttacks.Options(options)));
    }

    // Numbers, categories and dates by turns; two categories a column, named like columns, so that each can be a target.
    private static DataFrame Table(string[] names, int rows, ulong seed)
    {
        var columns = new Column[names.Length];
        for (var c = 0; c < names.Length; c++)
        {
            var random = new SplitRandom(seed).Split((ulong)c);
            columns[c] = (c % 3) switch
            {
                0 => new DoubleColumn(names[c], Enumerable.Range(0, rows).Select(_ => random.NextBelow(25) == 0 ? double.NaN : random.NextBelow(50) * 0.5).ToArray()),
                1 => TextColumn.Of(names[c], Enumerable.Range(0, rows).Select(_ => names[random.NextBelow(2) * (names.Length / 2)])),
                _ => new DateColumn(names[c], Enumerable.Range(0, rows).Select(_ => 730000 + random.NextBelow(900)).ToArray()),
            };
        }
        return new(columns);
    }

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
