using System.Text.Json.Nodes;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using static SynthNotebooks.Generators.Industry.Scenarios.Schema.SchemaPart;

namespace SynthNotebooks.Generators.Industry.Scenarios.Schema;

/// <summary>An entity: its rows, attributes, and what happens to its record.</summary>
internal static class EntitySchema
{
    private static JsonObject Rate => Formula("A chance.", 0, 1);

    public static JsonObject Entity() => Closed(EntityReader.Keys, new Dictionary<string, JsonObject>
    {
        ["rows"] = Formula("Of a root: a number or a formula of rows.", 0, 1e9),
        ["parent"] = Text("The entity that rows belong to."),
        ["singular"] = Text("Name of one row."),
        ["key"] = Any(Scalar("Template of the row's key, or none for no column."), Closed(new() { ["template"] = Scalar(), ["column"] = Text() })),
        ["count"] = Ref("rule"),
        ["events"] = Ref("events"),
        ["process"] = Ref("process"),
        ["machine"] = Ref("machine"),
        ["markov"] = Ref("markov"),
        ["attributes"] = Map(Ref("rule"), 0, "What rows have; a text is a formula."),
        ["order"] = Text("The attribute that the rows of one parent are sorted by."),
        ["hidden"] = Any(Text(), List(Text())),
        ["groups"] = List(Closed(GroupReader.Keys, new Dictionary<string, JsonObject>
        {
            ["copula"] = Choice(["gaussian", "t"]),
            ["attributes"] = List(Text(), 2, 200),
            ["correlation"] = Any(Formula("Of all pairs.", -1, 1), List(List(Formula(null, -1, 1), 2), 2)),
            ["degrees"] = Formula("Of t.", 0.1, 1e6),
        }, "attributes", "correlation"), 0, about: "Attributes whose ranks are correlated."),
        ["constraints"] = List(Any(Formula(null, truth: true), Closed(new() { ["unique"] = Text("An attribute.") }, "unique")), 0, about: "Conditions that rows meet."),
        ["missing"] = Map(Any(Rate, Closed(new() { ["mcar"] = Rate }, "mcar"), Closed(new() { ["mar"] = Rate }, "mar"), Closed(new() { ["mnar"] = Rate }, "mnar")), 0, "Cells that are not recorded."),
        ["dirt"] = Dirt(),
        ["anomalies"] = List(Closed(new() { ["name"] = Scalar(), ["rate"] = Rate, ["set"] = Map(Formula(null, truth: true), 1), ["label"] = Text("The column of names; none for no column.") }, "name", "rate", "set"), 0, about: "Labelled faults."),
        ["title"] = Scalar("One line for people."),
        ["description"] = Scalar("For people."),
        ["source"] = Scalar("Where the figures are from."),
    });

    private static JsonObject Dirt() => Closed(RecordingReader.Kinds, new Dictionary<string, JsonObject>
    {
        ["typos"] = Map(Rate),
        ["case"] = Map(Rate),
        ["spaces"] = Map(Rate),
        ["outliers"] = Map(Any(Rate, Closed(new() { ["rate"] = Rate, ["factor"] = Formula() }, "rate"))),
        ["swaps"] = Map(Closed(new() { ["with"] = Text("An attribute."), ["rate"] = Rate }, "with", "rate")),
        ["duplicates"] = Rate,
    });
}
