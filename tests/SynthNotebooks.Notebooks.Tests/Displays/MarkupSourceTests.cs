using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Gauges;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Interactive;
using SynthNotebooks.Notebooks.Leaks.Reading;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Reports;

namespace SynthNotebooks.Notebooks.Tests.Displays;

/// <summary>Whatever holds markup in its code is found there and written with texts that try to act: displays, sections and figures come to the reader through these alone.</summary>
public partial class MarkupSourceTests
{
    private static readonly Dictionary<Type, Func<string, string>> Samples = new()
    {
        [typeof(Html)] = payload => Html.Concat(
            Html.Text(payload), Html.Break, Html.Element("p", payload), Html.Element("td", Html.Text(payload, 3), Html.NewLine), Html.Progress(0.5)).ToString(),
        [typeof(SvgCanvas)] = Picture,
        [typeof(PageWriter)] = payload => Page(payload).ToString(),
        [typeof(PageShell)] = payload => PageShell.Wrap(payload, new PageWriter().Element("h1", payload).ToString(), Page(payload), interactive: false)["<!DOCTYPE html>\n".Length..],
        [typeof(InteractiveDisplays)] = payload => InteractiveDisplays.Around(new FigureFormatter(), Bars(payload)),
    };

    // What reads markup, or holds angle brackets that no browser sees.
    private static readonly Dictionary<string, string> Others = new()
    {
        [typeof(TableLayout).FullName!] = "<null> in plain text",
        [typeof(MarkupLines).FullName!] = "reads markup",
        [typeof(MagicCommand).FullName!] = "the name of a generic type in a message to who writes a magic",
        ["SynthNotebooks.Data.Column"] = "<null> in plain text",
        ["SynthNotebooks.Data.DataFrameRow"] = "<null> in plain text",
        ["SynthNotebooks.Data.NullTokens"] = "<NA>, which tables hold",
        ["SynthNotebooks.Contracts.NpyArray"] = "<f8, the type of an array",
        ["SynthNotebooks.Generators.Industry.Scenarios.Rules.XmlRule"] = "a cell that is an XML document, whose texts it escapes",
    };

    // The kernel and the tool have a test like this of their own.
    private static IReadOnlyList<Type> Found { get; } = [.. Libraries(typeof(Html).Assembly).SelectMany(MarkupLiterals.TypesIn)];

    public static TheoryData<string> Sources => [.. Found.Where(Samples.ContainsKey).Select(type => type.Name)];

    [Fact]
    public void Every_source_of_markup_has_a_sample()
    {
        var missing = Found.Where(type => !Samples.ContainsKey(type) && !Others.ContainsKey(type.FullName!)).ToArray();
        Assert.True(missing.Length == 0, $"These hold markup in their code: give each a sample of what it writes of a payload. {string.Join(", ", missing.Select(type => type.FullName))}");
        Assert.Empty(Samples.Keys.Except(Found));
    }

    [Theory, MemberData(nameof(Sources))]
    public void Nothing_from_data_becomes_markup(string source)
    {
        var sample = Samples[Found.Single(type => type.Name == source)];
        // Pages and pictures are typeset nowhere: nothing runs in a page but its own script, and pictures are no HTML.
        var typeset = source is nameof(Html) or nameof(InteractiveDisplays);
        var plain = Script().Replace(sample("plain"), "");
        foreach (var payload in Payloads.All) ShownMarkup.Check(Script().Replace(sample(payload), ""), plain, typeset);
    }

    [Theory, MemberData(nameof(Sources))]
    public void A_payload_adds_no_element_and_no_attribute(string source)
    {
        var sample = Samples[Found.Single(type => type.Name == source)];
        var plain = Shape(sample("plain"));
        foreach (var payload in Payloads.All) Assert.Equal(plain, Shape(sample(payload)));

        // Marks of formulas stand in spans, what was cut in titles, data for scripts in one element.
        static string[] Shape(string markup) =>
            [.. ShownMarkup.Check(Script().Replace(markup, ""), Script().Replace(markup, ""), formulas: false).Descendants().Where(element => element.Name.LocalName is not ("span" or "title")).Select(element => element.Name.LocalName + string.Join(' ', element.Attributes().Select(attribute => attribute.Name.LocalName)))];
    }

    [Fact]
    public void Data_for_a_script_cannot_end_it()
    {
        foreach (var payload in Payloads.All)
        {
            var shown = LiveScript.Behind(Html.Text(payload), new JsonObject { ["text"] = payload.Replace("\ud800", "", StringComparison.Ordinal) }, "link.js", "layout.js").ToString();
            var facts = Assert.Single(Facts().Matches(shown)).Groups[1].Value;
            Assert.DoesNotContain('<', facts);
            Assert.Equal(payload.Replace("\ud800", "", StringComparison.Ordinal), JsonNode.Parse(facts)!["text"]!.GetValue<string>());
            Assert.Equal(2, Regex.Count(shown, "</script>"));
        }
        Assert.Throws<ArgumentException>(() => Html.Live(Html.Break, "{\"a\":\"</script>\"}", ""));
    }

    [Fact]
    public void Scripts_of_ours_make_text_of_what_they_are_told_and_never_markup()
    {
        var assembly = typeof(Html).Assembly;
        var scripts = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal) && !name.Contains("plotly", StringComparison.Ordinal)).ToArray();
        Assert.True(scripts.Length >= 7, string.Join(", ", scripts));
        foreach (var script in scripts)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bFunction\(|createContextualFragment|DOMParser|srcdoc|\.html\(|setAttribute\(""(?:on|href|src)", reader.ReadToEnd());
        }
    }

    [Fact]
    public void A_source_of_markup_that_nobody_knows_is_found() => Assert.Contains(typeof(MarkupSourceTests), MarkupLiterals.TypesIn(typeof(MarkupSourceTests).Assembly));

    private static string Picture(string payload)
    {
        var canvas = new SvgCanvas();
        canvas.Open(payload);
        canvas.Text(0, 0, payload, 12, Palette.Ink, width: 1000, rotate: 45);
        canvas.Rectangle(new(0, 0, 1, 1), Palette.Ink, title: payload);
        canvas.Path([(0, 0), (1, 1)], Palette.Ink, title: payload);
        canvas.Close();
        return canvas.ToDocument(100, 100, payload, payload);
    }

    private static PageWriter Page(string payload)
    {
        var page = new PageWriter();
        page.Section("summary", payload, payload).Open("p").Text(payload).Prose(payload).Close().Element("code", payload).Paragraph(payload).Lead("lead " + payload);
        page.Figure(Bars(payload)).Figure(new GaugeFigure(new CalibratedMetric("m", payload, 0.9, 0.8, 0.95, 0.5, 1, 0.8, Better.Higher, 0, 1, 10), payload, payload), wide: true);
        var heading = payload.TrimStart('\t'); // a tab of ours says that numbers follow
        page.Table(payload, [heading, "\t" + heading], [[payload, payload]]).BeginTable(payload, [heading]).EndTable().SmallGauge(0.5);
        return page.Close();
    }

    private static CategoryBarsFigure Bars(string payload) => new(payload, payload, [payload, "other"], [0.5, 0.5], [0.25, 0.75]);

    private static HashSet<Assembly> Libraries(Assembly assembly)
    {
        var found = new HashSet<Assembly> { assembly };
        foreach (var name in assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("SynthNotebooks.", StringComparison.Ordinal))) found.UnionWith(Libraries(Assembly.Load(name)));
        return found;
    }

    [GeneratedRegex("<script[^>]*>.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Facts();
}
