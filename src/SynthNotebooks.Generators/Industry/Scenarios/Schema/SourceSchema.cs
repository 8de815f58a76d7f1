using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using static SynthNotebooks.Generators.Industry.Scenarios.Schema.SchemaPart;

namespace SynthNotebooks.Generators.Industry.Scenarios.Schema;

/// <summary>Where rows come from: events, machines, chains, and the processes of the catalog with their options.</summary>
internal static class SourceSchema
{
    private static JsonObject Resolution => Formula("Seconds, or a time such as 1 ms, to which moments are told.", 0.001, 366 * Units.Day);

    public static JsonObject Events() => OneOf(Closed(EventsReader.Keys, new Dictionary<string, JsonObject>
    {
        ["rate"] = Formula("Poisson events of a second, e.g. 4 / day.", 0),
        ["hawkes"] = Any(Closed(new() { ["base"] = Formula(null, 0), ["excite"] = Formula("How many others each event causes.", 0, 0.99), ["decay"] = Formula(null, 0, open: true) }, "base", "excite", "decay"), Places([Formula(null, 0), Formula(null, 0, 0.99), Formula(null, 0, open: true)], 3)),
        ["renewal"] = Ref("rule"),
        ["every"] = Ref("rule"),
        ["schedule"] = Ref("rule"),
        ["at"] = Any(Formula(), List(Formula(), 1)),
        ["from"] = Formula(),
        ["to"] = Formula(),
        ["resolution"] = Resolution,
        ["jitter"] = Formula("Most seconds that an event comes later.", 0),
        ["seasonal"] = Closed(new() { ["hour"] = Factors(24), ["weekday"] = Factors(7), ["month"] = Factors(12) }),
        ["holidays"] = Closed(new() { ["dates"] = List(Text(), 1), ["list"] = Text("Name of a word list."), ["factor"] = Formula(null, 0, 1e6) }),
    }), EventsReader.Kinds);

    public static JsonObject Machine() => Closed(MachineReader.Keys, new Dictionary<string, JsonObject>
    {
        ["start"] = Start(),
        ["states"] = Map(State(), 1),
        ["variables"] = Anything(),
        ["from"] = Formula(),
        ["to"] = Formula(),
        ["resolution"] = Resolution,
    }, "start", "states");

    public static JsonObject Markov() => Closed(MachineReader.MarkovKeys, new Dictionary<string, JsonObject>
    {
        ["start"] = Start(),
        ["step"] = Ref("rule"),
        ["matrix"] = Map(Map(Chance(), 1), 1),
        ["from"] = Formula(),
        ["to"] = Formula(),
        ["resolution"] = Resolution,
        ["emit"] = Map(Map(Ref("emission"), 1), 1, "By state: what it emits."),
    }, "start", "step", "matrix");

    public static JsonObject Emission() => Any(
        Ref("rule"),
        Closed(new() { ["count"] = Ref("rule"), ["at"] = Choice(EmitReader.Moments, "When in the stay.") }, "count"),
        Closed(new() { ["events"] = Ref("events") }, "events"));

    public static JsonObject Process()
    {
        var parts = ProcessCatalog.Catalog.Entries.ToDictionary(entry => entry.Id, entry => About(Options(entry), XmlDocumentation.Summary(entry.Type)));
        var one = Closed(parts);
        (one["minProperties"], one["maxProperties"]) = (1, 1);
        return Any(Choice(ProcessCatalog.Catalog.Ids), one);
    }

    private static JsonObject Options(CatalogEntry<ProcessAttribute> entry) => Any(
        Closed(OptionsRecord.Of(entry.Attribute.Options).Parameters.ToDictionary(option => option.Name, Option)),
        new JsonObject { ["type"] = "null" });

    // Formulas of the parent's row may give any option; what stands for itself is checked
    private static JsonObject Option(OptionParameter option)
    {
        if (option.Type == typeof(bool)) return About(new() { ["type"] = new JsonArray("boolean", "string") }, option.Documentation);
        if (option.Type.IsEnum) return About(Any(Choice(option.Choices), Text("A formula of one.")), option.Documentation);
        return option.Type == typeof(string) ? Scalar(option.Documentation) : Formula(option.Documentation, option.Minimum ?? double.NegativeInfinity, option.Maximum ?? double.PositiveInfinity);
    }

    private static JsonObject State() => Closed(MachineReader.StateKeys, new Dictionary<string, JsonObject>
    {
        ["stay"] = Ref("rule"),
        ["next"] = Any(Text("The next state."), Map(Chance(), 1, "States and chances."), List(Closed(new() { ["to"] = Text(), ["when"] = Formula(null, truth: true), ["chance"] = Chance(), ["delay"] = Formula(null, 0) }, "to"), 1)),
        ["set"] = Map(Ref("rule"), 0, "Variables."),
        ["final"] = Flag(),
        ["emit"] = Map(Ref("emission"), 1, "Entities whose rows it emits."),
    });

    private static JsonObject Start() => Any(Text("The first state."), Map(Formula(null, 0), 1, "States and weights."));

    private static JsonObject Chance() => Formula("A chance, or rest.", 0);

    private static JsonObject Factors(int count) => List(Formula(null, 0, 1e6), count, count);
}
