using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Constraints;
using SynthNotebooks.Evaluation.Explanations;
using SynthNotebooks.Evaluation.Games;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Notebooks.Charts;
using SynthNotebooks.Notebooks.Dashboards;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Models;
using SynthNotebooks.Notebooks.Panels;
using SynthNotebooks.Notebooks.Progress;
using SynthNotebooks.Notebooks.Releases;
using SynthNotebooks.Privacy;
using SynthNotebooks.Privacy.Anonymity;
using SynthNotebooks.Privacy.Deidentification;
using SynthNotebooks.Privacy.Local;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Tests.Displays;

public class DisplayPayloadTests
{
    // One sample a displayed type, full of the payload.
    private static readonly Dictionary<Type, Func<string, object>> Samples = new()
    {
        [typeof(DataFrame)] = Frame,
        [typeof(Column)] = payload => Frame(payload).Columns[0],
        [typeof(ColumnCollection)] = payload => Frame(payload).Columns,
        [typeof(RowCollection)] = payload => Frame(payload).Rows,
        [typeof(DataFrameRow)] = payload => Frame(payload).Rows[0],
        [typeof(TableSchema)] = payload => Frame(payload).InferSchema(),
        [typeof(IFittedGenerator)] = payload => Frame(payload).Fit("independent", minimumCount: 1),
        [typeof(ModelCard)] = payload => new ModelCard(Frame(payload).Fit("independent", minimumCount: 1)),
        [typeof(TableView)] = payload => new TableView(payload, [new(payload, payload), new("n", IsNumber: true)], [[payload, null], [null, payload]]) { Badge = payload, RowNames = [payload, "1"], Note = payload },
        [typeof(Note)] = payload => new Note(payload),
        [typeof(MagicHelp)] = payload => new MagicHelp(new("#!x", payload, payload, [new("a", typeof(string), payload) { Default = payload }], [], null)),
        [typeof(ProgressView)] = payload => new ProgressView(payload, 0.5, payload, SelectionReportDisplay.Of(Selection(payload))),
        [typeof(SelectionReport)] = Selection,
        [typeof(Figure)] = Bars,
        [typeof(InteractiveFigure)] = payload => new InteractiveFigure(Bars(payload)),
        [typeof(EvaluationReport)] = payload => Dashboard(payload).Report,
        [typeof(FidelityDashboard)] = Dashboard,
        [typeof(AnonymityResult)] = payload => Frame(payload).Anonymise(new AnonymityOptions([Frame(payload).Columns[0].Name], [new KAnonymity(1)])) with
        {
            Homogeneity = [new(payload, 2, 1, 1, 2, 0.5, 0.5)],
            Intersection = [new(payload, payload, 2, 1, 0, 1, 2, 1, 1)],
            Warnings = [payload],
        },
        [typeof(SafeHarborReport)] = payload => new SafeHarborReport([new(payload, SafeHarborIdentifier.Name, payload, double.NaN, SafeHarborAction.Drop)], [payload], 2),
        [typeof(RandomisedColumn)] = payload => new RandomisedColumn(
            payload, LocalMechanism.Oue, PrivacyClaim.Pure(1, new ReplaceOne()), [], [new(payload, 0.5, 0.1)], 2, true, Frame(payload)),
        [typeof(MechanismAudits)] = payload => new MechanismAudits([(payload, new AuditResult(1, 0.5, 0.9, 0, 0.95, 100, 1))]),
        [typeof(World)] = payload => Scenario.Parse($"scenario: x\ntitle: {JsonSerializer.Serialize(payload)}\nentities:\n  ones:\n    rows: 1\n    attributes: {{age: {{uniform: [0, 1]}}}}").Simulate(1),
        [typeof(RowTrace)] = payload => new RowTrace(payload, 1, payload, [new(payload, payload, [new(payload, payload, payload, [(payload, 0.5)], [0.25], new SourcePlace(payload, 1, 2), payload), new("age", null, "1", [], [], new SourcePlace("x", 1, 2), null)])]),
        [typeof(RowExplanation)] = payload => new RowExplanation
        {
            Row = 0,
            Columns = [payload, "b"],
            Cells = [payload, null],
            Nearest = [],
            SyntheticNearer = 0.5,
            HoldoutNearer = null,
            Flags = [],
            FlagsUndefined = payload,
            Summary = payload,
        },
        [typeof(GuessingGame)] = payload => new GuessingGame(Frame(payload), [.. Enumerable.Range(0, 30).Select(row => row % 2 == 0)], [.. Enumerable.Range(0, 30).Select(row => row / 30.0)], 60),
        [typeof(ConstraintXRay)] = payload => new ConstraintXRay(10, [new(payload, payload, ConstraintMeans.Rejection, payload, 1, null, 0)], [new(payload, payload, null, 0.5)], new(10, 1, 20, 19)),
        [typeof(PrivateReleaseScores)] = payload => PrivateReleaseScores.Of(Frame(payload), new(payload, payload, Frame(payload), Frame(payload), payload, payload)),
        [typeof(TableBrowser)] = payload => new TableBrowser(Frame(payload), 20, new LiveOutputs()),
        [typeof(ParameterPanel)] = payload => new ParameterPanel("patients", "synthetic", Frame(payload), new() { Constraints = [Line(payload)], Domain = Line(payload) }, Toolkit.Default),
        [typeof(ReleaseShelf)] = payload => new ReleaseShelf(
            [.. new[] { 1.0, 2.0 }.Select(epsilon => new ShelvedRelease(epsilon, 1e-9, PrivateReleaseScores.Of(Frame(payload), new(payload, payload, Frame(payload), Frame(payload), payload, payload))))]),
        [typeof(AttackReport)] = payload => Frame(payload).Attack(Frame(payload), Frame(payload), options: new() { Attacks = ["dcr", "inference"], Secrets = [payload], Label = payload }),
    };

    // Samples are fitted and attacked, which takes a while: each is made once.
    private static readonly ConcurrentDictionary<(Type Type, string Payload), Lazy<object>> Made = new();

    private static SelectionReport Selection(string payload) => new(
        [new(payload, new Dictionary<string, string> { [payload] = payload }, CandidateStatus.Scored, [new(0.9, 0.8, 0.5, 0.01)], payload), new("b", new Dictionary<string, string>(), CandidateStatus.Failed, [], payload)],
        [0.5, null], 0);

    public static TheoryData<string, string> Markups => Cases(mime => mime is MimeTypes.Html or MimeTypes.Svg);

    public static TheoryData<string, string> All => Cases(_ => true);

    public static TheoryData<string, string> Texts => Cases(mime => mime == MimeTypes.Text);

    [Fact]
    public void Every_display_has_a_sample() => Assert.Empty(DisplayFormatters.All.Select(formatter => formatter.Displays).Except(Samples.Keys));

    [Theory, MemberData(nameof(Markups))]
    public void Nothing_from_data_acts_in_markup(string formatter, string mime) => ForEachPayload(formatter, mime, shown =>
    {
        var tree = XDocument.Parse($"<root>{WithoutScripts(formatter, mime, shown)}</root>"); // well-formed, so no payload broke out of a text or an attribute
        string[] trusted = ["script", "img", "iframe", "foreignObject", "object", "embed", "a", "link", "form"];
        Assert.DoesNotContain(tree.Descendants(), element => trusted.Contains(element.Name.LocalName));
        Assert.DoesNotContain(tree.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.LocalName is "href");
        Assert.DoesNotMatch(Hidden, shown);
    });

    [Theory, MemberData(nameof(Markups))]
    public void Nothing_from_data_starts_a_formula(string formatter, string mime)
    {
        if (mime != MimeTypes.Html) return; // viewers typeset HTML alone
        ForEachPayload(formatter, mime, shown => Assert.All(
            XDocument.Parse($"<root>{WithoutScripts(formatter, mime, shown)}</root>").DescendantNodes().OfType<XText>(),
            text => Assert.True(text.Value.Length == 1 || !(text.Value.Contains('$', StringComparison.Ordinal) || text.Value.Contains('\\', StringComparison.Ordinal)), text.Value)));
    }

    [Theory, MemberData(nameof(Texts))]
    public void Control_and_direction_characters_are_shown_in_text(string formatter, string mime) =>
        ForEachPayload(formatter, mime, shown => Assert.DoesNotMatch(Hidden, shown));

    [Theory, MemberData(nameof(Markups))]
    public void A_small_value_stays_within_a_megabyte(string formatter, string mime) => ForEachPayload(formatter, mime, shown =>
    {
        Assert.InRange(shown.Length, 1, 1_000_000);
    });

    [Theory, MemberData(nameof(Markups))]
    public void The_same_value_made_anew_gives_the_same_bytes(string name, string mime)
    {
        var formatter = DisplayFormatters.All.Single(found => found.GetType().Name == name);
        Assert.Equal(Show(name, mime, Payloads.All[0]), formatter.Format(Samples[formatter.Displays](Payloads.All[0]), mime));
    }

    // Scripts of live outputs are ours: the same for every payload. What they read is JSON that cannot end its element.
    private static string WithoutScripts(string formatter, string mime, string shown)
    {
        foreach (Match block in Facts.Matches(shown))
        {
            Assert.DoesNotContain('<', block.Groups[1].Value);
            using var _ = JsonDocument.Parse(block.Groups[1].Value);
        }
        var scripts = Script.Matches(shown).Select(match => match.Value);
        Assert.Equal(Script.Matches(Show(formatter, mime, "plain")).Select(match => match.Value), scripts);
        return Script.Replace(Facts.Replace(shown, ""), "");
    }

    private static readonly Regex Facts = new("<script type=\"application/json\">(.*?)</script>", RegexOptions.Singleline);

    private static readonly Regex Script = new("<script>.*?</script>", RegexOptions.Singleline);

    private static string Line(string payload) => payload.Replace("\n", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Markups))]
    public void Tables_have_captions_and_scopes_and_pictures_a_title_and_a_description(string formatter, string mime)
    {
        var tree = XDocument.Parse($"<root>{WithoutScripts(formatter, mime, Show(formatter, mime, "name"))}</root>");
        Assert.All(tree.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(tree.Descendants("th"), heading => Assert.Contains(heading.Attribute("scope")?.Value, new[] { "col", "row" }));
        Assert.All(tree.Descendants("img"), image => Assert.NotEmpty(image.Attribute("alt")!.Value));
        Assert.All(tree.Descendants("details"), part => Assert.NotEmpty(part.Element("summary")!.Value));
        var pictures = tree.Descendants().Where(element => element.Name.LocalName == "svg").ToArray();
        Assert.Equal(mime == MimeTypes.Svg, pictures.Length > 0);
        foreach (var picture in pictures)
        {
            Assert.Equal("img", picture.Attribute("role")!.Value);
            Assert.Equal(["title", "desc"], picture.Elements().Take(2).Select(element => element.Name.LocalName));
            Assert.All(picture.Elements().Take(2), element => Assert.NotEmpty(element.Value.Trim()));
            Assert.Equal(picture.Attribute("aria-labelledby")!.Value.Split(' '), picture.Elements().Take(2).Select(element => element.Attribute("id")!.Value));
        }
    }

    [Fact]
    public void Every_display_has_a_text_twin() => Assert.All(DisplayFormatters.All, formatter => Assert.Contains(MimeTypes.Text, formatter.MimeTypes));

    [Theory, MemberData(nameof(Texts))]
    public void The_text_twin_says_something_in_words(string formatter, string mime)
    {
        if (formatter == "NoteDisplay") return; // says what it is given
        Assert.True(Regex.Count(Show(formatter, mime, "payload").Replace("payload", "", StringComparison.Ordinal), "[a-z]{3,}") >= 1, formatter);
    }

    [Theory, MemberData(nameof(All))]
    public void No_form_is_larger_than_a_megabyte_and_one_that_would_be_says_so(string name, string mime)
    {
        var formatter = DisplayFormatters.All.Single(found => found.GetType().Name == name);
        var sample = Samples[formatter.Displays](new string('ä', 600_000));

        var shown = DisplayLimit.Format(formatter, sample, mime);

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(shown), 1, DisplayLimit.MostBytes);
        if (System.Text.Encoding.UTF8.GetByteCount(formatter.Format(sample, mime)) > DisplayLimit.MostBytes) Assert.Contains("Not shown: the display has", shown, StringComparison.Ordinal);
        if (mime is MimeTypes.Html or MimeTypes.Svg) _ = XDocument.Parse($"<root>{Script.Replace(Facts.Replace(shown, ""), "")}</root>");
        if (mime == MimeTypes.Plotly) _ = System.Text.Json.Nodes.JsonNode.Parse(shown);
    }

    private static readonly Regex Hidden = new("[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]");

    private static TheoryData<string, string> Cases(Func<string, bool> wanted)
    {
        var cases = new TheoryData<string, string>();
        foreach (var formatter in DisplayFormatters.All)
            foreach (var mime in formatter.MimeTypes.Where(wanted)) cases.Add(formatter.GetType().Name, mime);
        return cases;
    }

    private static void ForEachPayload(string formatter, string mime, Action<string> check)
    {
        foreach (var payload in Payloads.All) check(Show(formatter, mime, payload));
    }

    private static string Show(string name, string mime, string payload)
    {
        var formatter = DisplayFormatters.All.Single(found => found.GetType().Name == name);
        return formatter.Format(Made.GetOrAdd((formatter.Displays, payload), key => new(() => Samples[key.Type](key.Payload))).Value, mime);
    }

    private static DataFrame Frame(string payload) => new DataFrame(
        TextColumn.Of(payload, Enumerable.Range(0, 30).Select(row => row % 3 == 0 ? payload : row % 3 == 1 ? "other" : null)),
        new Int64Column("age", Enumerable.Range(0, 30).Select(row => (long)row).ToArray())).WithOrigin(DataOrigin.Synthetic);

    private static CategoryBarsFigure Bars(string payload) => new(payload, payload, [payload, "other"], [0.5, 0.5], [0.25, 0.75]);

    private static FidelityDashboard Dashboard(string payload) => Frame(payload).Dashboard(Frame(payload), options: new() { Label = payload, Target = payload });
}
