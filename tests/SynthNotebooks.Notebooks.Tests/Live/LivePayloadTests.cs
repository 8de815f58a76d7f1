using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Panels;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Live;

/// <summary>Every live output, found by its type, with every payload in the table behind it and in what its front end asks.</summary>
public class LivePayloadTests
{
    private static readonly Dictionary<Type, Func<string, (ILiveView View, object[] Requests)>> Samples = new()
    {
        [typeof(TableBrowser)] = payload => (new TableBrowser(Frame(payload), 20, new LiveOutputs()), [new { @do = "page", start = 0, size = 20 }, new { @do = payload, sort = payload }]),
        [typeof(ParameterPanel)] = payload => (
            new ParameterPanel("patients", "synthetic", Frame(payload), new() { Constraints = [Payloads.Argument(payload)], Domain = Payloads.Argument(payload) }, Toolkit.Default),
            [Generate(payload, "independent"), Generate(payload, payload), Generate("", "independent"), new { @do = payload }, new { @do = "page", start = 0, size = 10 }]),
    };

    // What is for copying into a cell: the script shows it as text with such characters made visible.
    private static readonly string[] Copied = ["commands"];

    public static TheoryData<string> Views => [.. Found.Select(type => type.Name)];

    private static Type[] Found => [.. typeof(ILiveView).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(ILiveView))).OrderBy(type => type.Name, StringComparer.Ordinal)];

    [Fact]
    public void Every_live_output_has_a_sample_and_a_display()
    {
        Assert.Equal(Found, Samples.Keys.OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.Empty(Found.Except(DisplayFormatters.All.Select(formatter => formatter.Displays)));
    }

    [Theory, MemberData(nameof(Views))]
    public async Task Nothing_from_data_acts_in_what_a_front_end_is_told(string name)
    {
        foreach (var payload in Payloads.All)
        {
            var (view, requests) = Samples[Found.Single(type => type.Name == name)](payload);
            var link = new FakeLink(new FakeHost { ["patients"] = Frame(payload) });
            foreach (var request in requests) await link.Ask(view, request);

            Assert.NotEmpty(link.Answers);
            foreach (var answer in link.Answers)
            {
                foreach (var text in Texts(answer)) ShownMarkup.Text(text);
                Assert.DoesNotContain('<', answer.ToJsonString()); // escaped, so that it may stand in a page
            }
        }
    }

    private static object Generate(string payload, string model) => new
    {
        @do = "generate",
        settings = new { rows = "10", model, seed = "0", sampleSeed = "0", constraints = Payloads.Argument(payload), epsilon = "", delta = "1e-9", method = "mst", domain = "", buyDomain = "", ledger = "" },
    };

    private static IEnumerable<string> Texts(JsonNode? node, string name = "") => node switch
    {
        JsonObject map => map.Where(pair => !Copied.Contains(pair.Key)).SelectMany(pair => Texts(pair.Value, pair.Key).Append(pair.Key)),
        JsonArray list => list.SelectMany(item => Texts(item, name)),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static DataFrame Frame(string payload) => new DataFrame(
        TextColumn.Of(payload, Enumerable.Range(0, 30).Select(row => row % 3 == 0 ? payload : row % 3 == 1 ? "other" : null)),
        new Int64Column("age", Enumerable.Range(0, 30).Select(row => (long)row).ToArray())).WithOrigin(DataOrigin.Synthetic);
}
