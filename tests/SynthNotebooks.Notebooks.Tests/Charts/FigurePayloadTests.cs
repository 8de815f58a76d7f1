using System.Text.Json;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Evaluation.Reports;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Tests.Charts;

/// <summary>Every figure of the library, found by its type, with texts that try to act.</summary>
public class FigurePayloadTests
{
    private static readonly Dictionary<Type, Func<string, Figure>> Samples = new()
    {
        [typeof(HistogramFigure)] = payload => new HistogramFigure(payload, payload, [0, 1, 2], [0.5, 0.5], [0.25, 0.75], payload),
        [typeof(CategoryBarsFigure)] = payload => new CategoryBarsFigure(payload, payload, [payload, "other"], [0.5, 0.5], [0.25, 0.75]),
        [typeof(HeatMapFigure)] = payload => new HeatMapFigure(payload, payload, [payload, "b"], [[1, -0.5], [-0.5, null]]),
        [typeof(GaugeFigure)] = payload => new GaugeFigure(Metric(payload), payload, payload),
        [typeof(CalibrationFigure)] = payload => new CalibrationFigure(payload, payload, [Metric(payload)], payload),
        [typeof(XyFigure)] = payload => new XyFigure(payload, payload, [new(payload, [0, 1], [1, 2]), new("b", [1, 2], [2, 3], SeriesStyle.Points)], payload, payload),
        [typeof(RocFigure)] = payload => new RocFigure(payload, payload, [new(payload, [new(0, 0), new(0.5, 0.75), new(1, 1)])]),
        [typeof(TwoWayFigure)] = payload => new TwoWayFigure(payload, payload, new PairTable(payload, payload, 0.5, [payload, "x"], [payload, "y"], [[0.5, 0.1], [0.2, 0.2]], [[0.4, 0.2], [0.2, 0.2]])),
        [typeof(LedgerFigure)] = payload => LedgerFigure.Of(new LedgerView(new LedgerLimits(10, 1e-6, 10), [new(payload, payload, 0, 1, 1)], [(payload, 1)], 1)),
        [typeof(FigureGrid)] = payload => new FigureGrid(payload, payload, [new CategoryBarsFigure(payload, payload, [payload], [1], [1])]),
    };

    public static TheoryData<string> Figures
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var type in Types()) names.Add(type.Name);
            return names;
        }
    }

    [Fact]
    public void Every_figure_has_a_sample() => Assert.Empty(Types().Except(Samples.Keys));

    [Theory, MemberData(nameof(Figures))]
    public void Nothing_from_data_acts_in_the_picture(string name) => ForEachPayload(name, figure =>
    {
        var picture = SvgRules.Check(figure.ToSvg());
        Assert.Equal(["title", "desc"], picture.Root!.Elements().Take(2).Select(element => element.Name.LocalName));
    });

    [Theory, MemberData(nameof(Figures))]
    public void Nothing_from_data_acts_in_the_figure_for_plotly(string name) => ForEachPayload(name, figure =>
    {
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        foreach (var text in Texts(json.RootElement))
        {
            Assert.DoesNotContain(text, c => c is '\u202E' or '\u2066' or '\u2069' or '\uE000' or < ' ' and not '\n');
            Assert.DoesNotMatch("<(?!(br|b|i|/b|/i)>)", text); // plotly.js reads tags in texts; these few are our own
            Assert.DoesNotContain('$', text); // and formulas between dollar signs
        }
    });

    [Theory, MemberData(nameof(Figures))]
    public void The_text_twin_has_no_characters_that_act(string name)
    {
        foreach (var payload in SvgRules.Payloads)
        {
            var text = new FigureFormatter().Format(Figure(name, payload), "text/plain");
            Assert.DoesNotContain(text, c => c is '\u202E' or '\u2066' or '\u2069' or '\uE000' or < ' ' and not '\n');
            Assert.NotEmpty(text.Trim());
        }
    }

    private static Type[] Types() => [.. typeof(Figure).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Figure)) && !type.IsAbstract)];

    private static Figure Figure(string name, string payload) => Samples[Types().Single(type => type.Name == name)](payload);

    private static void ForEachPayload(string name, Action<Figure> check)
    {
        foreach (var payload in SvgRules.Payloads) check(Figure(name, payload));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value).Prepend(property.Name)),
        _ => [],
    };

    private static CalibratedMetric Metric(string name) => new("m", name, 0.9, 0.8, 0.95, 0.5, 1, 0.8, Better.Higher, 0, 1, 10);
}
