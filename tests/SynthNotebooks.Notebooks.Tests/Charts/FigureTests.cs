using System.Globalization;
using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Tests.Charts;

public class FigureTests
{
    public static TheoryData<string> Kinds => ["histogram", "dates", "bars", "heat map", "gauge", "no gauge", "lines and points", "many points", "grid", "empty"];

    [Theory, MemberData(nameof(Kinds))]
    public void Pictures_keep_the_rules_whatever_the_names(string kind)
    {
        foreach (var payload in SvgRules.Payloads) SvgRules.Check(Make(kind, payload).ToSvg());
    }

    [Fact]
    public void The_key_of_a_narrow_chart_takes_as_many_lines_as_its_names_need_and_counts_what_finds_no_room()
    {
        Series Named(string name) => new(name, [1, 2], [3, 4]);
        string[] names = ["women, simulated", "men, simulated", "women, published", "men, published"];
        FigureGrid Grid(IEnumerable<Series> series) => new("two", "side by side", [.. Enumerable.Repeat(new XyFigure("one", "of two", [.. series]), 2)], 2);

        var picture = Grid(names.Select(Named)).ToSvg();
        var crowded = Grid(Enumerable.Range(1, 60).Select(i => Named($"a series with the number {i}"))).ToSvg();

        Assert.All(names, name => Assert.Equal(2, picture.Split($">{name}<").Length - 1));
        Assert.Matches(">and [0-9]+ more<", crowded);
        Assert.Equal(60, crowded.Split(">a series with").Length / 2 + int.Parse(System.Text.RegularExpressions.Regex.Match(crowded, ">and ([0-9]+) more<").Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Pictures_have_a_title_and_a_description(string kind)
    {
        var document = SvgRules.Check(Make(kind, "income").ToSvg());

        Assert.Equal(["title", "desc"], document.Root!.Elements().Take(2).Select(element => element.Name.LocalName));
        Assert.All(document.Root.Elements().Take(2), element => Assert.NotEmpty(element.Value));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void The_same_figure_gives_the_same_bytes_in_any_culture(string kind)
    {
        var expected = Make(kind, "income").ToSvg() + Make(kind, "income").ToPlotlyJson() + Make(kind, "income").ToText();
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (odd.NumberFormat.NumberDecimalSeparator, odd.NumberFormat.NegativeSign) = (",", "~");
            CultureInfo.CurrentCulture = odd;

            Assert.Equal(expected, Make(kind, "income").ToSvg() + Make(kind, "income").ToPlotlyJson() + Make(kind, "income").ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Plotly_gets_data_and_layout_without_markup_from_data(string kind)
    {
        foreach (var payload in SvgRules.Payloads)
        {
            using var json = JsonDocument.Parse(Make(kind, payload).ToPlotlyJson());

            Assert.Equal(JsonValueKind.Array, json.RootElement.GetProperty("data").ValueKind);
            Assert.DoesNotContain("<script", json.RootElement.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<svg", json.RootElement.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_charts_of_a_grid_have_axes_of_their_own()
    {
        using var json = JsonDocument.Parse(Make("grid", "income").ToPlotlyJson());

        Assert.Equal(["x1", "x2", "x3", "x4"], json.RootElement.GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("xaxis").GetString()!).Distinct());
        Assert.All(Enumerable.Range(1, 4), i => Assert.True(json.RootElement.GetProperty("layout").TryGetProperty("yaxis" + i, out _)));
    }

    [Fact]
    public void Ids_of_different_figures_differ_and_of_the_same_agree()
    {
        static string Id(Figure figure) => SvgRules.Check(figure.ToSvg()).Root!.Elements().First().Attribute("id")!.Value;

        Assert.Equal(Id(Make("bars", "a")), Id(Make("bars", "a")));
        Assert.NotEqual(Id(Make("bars", "a")), Id(Make("bars", "b")));
    }

    [Fact]
    public void Real_and_synthetic_differ_in_more_than_colour()
    {
        var svg = Make("bars", "a").ToSvg();

        Assert.Contains("<pattern", svg, StringComparison.Ordinal);
        Assert.Contains("stroke-dasharray", Make("histogram", "a").ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_may_have_other_columns_than_rows()
    {
        var map = new HeatMapFigure("Week", "Hours across, days down.", ["Mon", "Tue"], [[0.1, 0.2, 0.3], [-0.4, null, 0.6]]) { ColumnNames = ["00", "01", "02"] };

        var svg = map.ToSvg();
        Assert.Contains("Mon, 02: ", svg, StringComparison.Ordinal);
        Assert.Contains("Tue, 00: ", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Mon, Tue", svg, StringComparison.Ordinal);
        Assert.Contains("02", map.ToText().Split('\n')[2], StringComparison.Ordinal);
    }

    private static Figure Make(string kind, string name) => kind switch
    {
        "histogram" => new HistogramFigure(name, "Two distributions.", [0, 1, 2, 3, 4], [0.9, 0.05, 0, 0.05], [0.5, 0.3, 0.1, 0.1], name),
        "dates" => new HistogramFigure(name, "Two distributions.", [730000, 730100, 730400], [0.5, 0.5], [0.25, 0.75], name, Dates: true),
        "bars" => new CategoryBarsFigure(name, "Categories.", [name, "other"], [0.25, 0.75], [0.5, 0.5]),
        "heat map" => new HeatMapFigure(name, "Matrix.", [name, "b"], [[1, -0.5], [-0.5, null]]),
        "gauge" => new GaugeFigure(Metric(name, 0.95, 0.9, 1, 0.5)),
        "no gauge" => new GaugeFigure(Metric(name, null, null, null, null)),
        "lines and points" => new XyFigure(
            name, "Two series.", [new(name, [0, 1, 2, 3], [1, double.NaN, 4, -1e300]), new("b", [1e9, -5], [2, 3], SeriesStyle.Points)], name, name),
        "many points" => new XyFigure(name, "A cloud.", [new(name, [.. Enumerable.Range(0, 500).Select(i => i * 0.1)], [.. Enumerable.Range(0, 500).Select(i => i * i * 1.0)], SeriesStyle.Points)]),
        "grid" => new FigureGrid(name, "Four charts.", [Make("bars", name), Make("lines and points", name), Make("many points", name), Make("histogram", name)], Across: 2),
        _ => new XyFigure(name, "Nothing.", [new(name, [], [])]),
    };

    private static Evaluation.Gauges.CalibratedMetric Metric(string name, double? value, double? floor, double? ceiling, double? gauge) =>
        new("m", name, value, null, null, floor, ceiling, gauge, Better.Higher, 0, 1, 10, GaugeUndefined: gauge is null ? name : null);
}
