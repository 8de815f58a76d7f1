using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;
using SynthNotebooks.Notebooks.Tests.Charts;

namespace SynthNotebooks.Notebooks.Tests.Dashboards;

public class FidelityDashboardTests
{
    [Fact]
    public void Nasty_names_and_categories_keep_the_rules()
    {
        var names = SvgRules.Payloads.Distinct().ToArray();
        var dashboard = Dashboard(names, 300, 1);

        SvgRules.Check(dashboard.ToSvg());
        Assert.DoesNotContain(dashboard.ToText(), c => c is '\u202E' or '\u2066' or < ' ' and not '\n');
    }

    [Fact]
    public void Same_report_same_bytes_at_any_number_of_threads()
    {
        string[] names = ["a", "b", "c", "d"];

        Assert.Equal(Dashboard(names, 200, 1).ToSvg(), Dashboard(names, 200, 3).ToSvg());
    }

    [Fact]
    public void Golden_hash_of_a_small_dashboard()
    {
        var dashboard = Dashboard(["age", "sex", "income"], 100, 2);

        Assert.Equal("a4289376856d8ae0", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dashboard.ToSvg() + dashboard.ToText())).AsSpan(0, 8)));
    }

    [Fact]
    public void The_text_twin_has_the_picture_s_scores()
    {
        var dashboard = Dashboard(["age", "sex", "income", "zip"], 200, 2);
        var text = dashboard.ToText();

        foreach (var score in dashboard.Report.Metrics.SelectMany(metric => new[] { metric.Value, metric.Floor, metric.Ceiling })
            .Concat(dashboard.Report.Modes.SelectMany(mode => new[] { mode.Shape, mode.Trend, mode.Quality }))
            .Concat(dashboard.Report.Columns.Select(column => column.Score.Value))
            .Concat(dashboard.Report.WorstPairs.Take(6).SelectMany(pair => new[] { pair.Value, pair.Real, pair.Synthetic })))
            Assert.Contains(FigureText.Score(score), text, StringComparison.Ordinal);
        Assert.Contains(dashboard.Report.Summary, text, StringComparison.Ordinal);
        Assert.Contains("200 real rows", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_stays_below_a_megabyte_and_says_what_it_left_out()
    {
        var dashboard = Dashboard([.. Enumerable.Range(0, 60).Select(i => string.Create(CultureInfo.InvariantCulture, $"column {i} {new string('w', 80)}"))], 120, 2);
        var svg = dashboard.ToSvg();

        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 1000, 1_000_000);
        Assert.Contains("the 24 worst of 60 columns", svg, StringComparison.Ordinal);
        Assert.Contains("the first 30 of 60 columns", svg, StringComparison.Ordinal);
        SvgRules.Check(svg);
    }

    [Fact]
    public void One_column_and_a_model_without_pairs_are_shown() => SvgRules.Check(Dashboard(["only"], 50, 1).ToSvg());

    private static FidelityDashboard Dashboard(string[] names, int rows, int threads) => new(Evaluator.Evaluate(
        Table(names, rows, 1), Table(names, rows - 10, 2), Table(names, rows, 3), new() { Threads = threads, Label = names[0] }));

    // Numbers, categories and dates by turns; categories are named like the columns.
    private static DataFrame Table(string[] names, int rows, ulong seed)
    {
        var columns = new Column[names.Length];
        for (var c = 0; c < names.Length; c++)
        {
            var random = new SplitRandom(seed).Split((ulong)c);
            columns[c] = (c % 3) switch
            {
                0 => new DoubleColumn(names[c], Enumerable.Range(0, rows).Select(_ => random.NextBelow(25) == 0 ? double.NaN : random.NextBelow(50) * 0.5).ToArray()),
                1 => TextColumn.Of(names[c], Enumerable.Range(0, rows).Select(_ => random.NextBelow(25) == 0 ? null : names[random.NextBelow(names.Length)])),
                _ => new DateColumn(names[c], Enumerable.Range(0, rows).Select(_ => 730000 + random.NextBelow(900)).ToArray()),
            };
        }
        return new(columns);
    }
}
