using System.Reflection;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Industry.Identifiers;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;
using static SynthNotebooks.Generators.Industry.Scenarios.Schema.SchemaPart;

namespace SynthNotebooks.Generators.Industry.Scenarios.Schema;

/// <summary>What stands at an attribute: a rule of the catalog and what changes it.</summary>
/// <remarks>The parameters of rules that take numbers alone, with their ranges, are learnt by making each rule and seeing what it asks for.</remarks>
internal static class RuleSchema
{
    // A parameter that is there in another form of a rule: rate for mean, mean for median or shape
    private static readonly string[] Turns = ["mean", "rate"];

    public static JsonObject Attribute()
    {
        var parts = RuleCatalog.Catalog.Entries.ToDictionary(entry => entry.Id, entry => About(Shape(entry), XmlDocumentation.Summary(entry.Type)));
        foreach (var (key, part) in Modifiers()) parts.Add(key, part);
        return OneOf(Closed(RuleCatalog.Catalog.Ids.Concat(RuleReader.Modifiers), parts), RuleCatalog.Catalog.Ids);
    }

    private static Dictionary<string, JsonObject> Modifiers() => new()
    {
        ["min"] = Formula("Least value: a draw below it is drawn again, a formula is moved to it."),
        ["max"] = Formula("Greatest value: a draw above it is drawn again, a formula is moved to it."),
        ["decimals"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 15, ["description"] = "Decimal places; 0 makes whole numbers." },
        ["unit"] = Scalar("For people."),
        ["type"] = Choice(Compilation.Types, "What the column holds, where the rule does not tell."),
        ["noise"] = Ref("rule"),
        ["first"] = Ref("rule"),
        ["hidden"] = Flag("Usable in formulas, but no column."),
        ["title"] = Scalar("One line for people."),
        ["description"] = Scalar("For people."),
        ["source"] = Scalar("Where the figures are from."),
        ["role"] = Scalar("For people."),
        ["if"] = Formula("Condition of a case of 'when'.", truth: true),
        ["weight"] = Formula("Weight of a part of 'mixture'.", 0),
        ["chance_of"] = Scalar("For people."),
        ["label"] = Scalar("For people."),
    };

    private static JsonObject Shape(CatalogEntry<RuleAttribute> entry) => entry.Id switch
    {
        "choose" => Any(Text("Name of a word list."), List(Scalar(), 1), Map(Formula(null, 0), 1, "Values and weights.")),
        "decide" => Closed(new() { ["among"] = Text("The entity whose rows are weighed up."), ["utility"] = Formula("Of the chooser and the alternative."), ["scale"] = Formula("Of the taste.", 0, open: true) }, "among", "utility"),
        "dirichlet" => Any(Formula("Alpha.", 0, open: true), Closed(new() { ["alpha"] = Formula(null, 0, open: true), ["of"] = Text("The composition.") }, "alpha"), Places([Formula(null, 0, open: true), Text()], 1)),
        "empirical" => Any(Closed(new() { ["file"] = Text("A CSV file beside the scenario."), ["column"] = Text(), ["weight"] = Text("The column of weights.") }, "file", "column"), Closed(new() { ["quantiles"] = List(Formula(), 2) }, "quantiles")),
        "formula" => Formula(null, truth: true),
        "grammar" => With(Map(Any(Scalar(), List(Scalar(), 1))), "start"),
        "identifier" => Any(Closed(new() { ["check"] = Choice(CheckDigits.Schemes), ["digits"] = Formula("All but the check.", 1, 40), ["prefix"] = Scalar("Digits that it begins with."), ["before"] = Scalar("Text before the digits.") }), Choice(CheckDigits.Schemes), Places([Choice(CheckDigits.Schemes), Formula(null, 1, 40), Scalar(), Scalar()], 0)),
        "json" => Anything(),
        "mixture" => List(Ref("attribute"), 1),
        "neighbour" => Any(Text(), Closed(new() { ["network"] = Text() }, "network")),
        "pattern" => Any(Scalar(), Closed(new() { ["pattern"] = Scalar() }, "pattern")),
        "phone" => Any(Choice(PhoneRule.Countries), Closed(new() { ["country"] = Choice(PhoneRule.Countries) }), new JsonObject { ["type"] = "null" }),
        "refer" => Any(Text("The entity."), Closed(new() { ["to"] = Text("The entity."), ["weight"] = Formula("Of its rows.", 0), ["zipf"] = Formula("Exponent of Zipf's law.", 0, 100), ["where"] = Formula("Condition on candidate.x and the row that refers.", truth: true) }, "to"), Places([Text(), Formula(null, 0), Formula(null, 0, 100), Formula(null, truth: true)], 1)),
        "template" => Any(Scalar(), Closed(new() { ["template"] = Scalar() }, "template")),
        "value" => Any(Scalar(), Closed(new() { ["value"] = Scalar() }, "value")),
        "when" => List(Any(new JsonObject { ["allOf"] = new JsonArray(Ref("attribute")), ["required"] = new JsonArray("if") }, Closed(new() { ["else"] = Any(Scalar(), Ref("attribute")) }, "else")), 1),
        "xml" => new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["maxProperties"] = 1 },
        _ => OfNumbers(entry),
    };

    private static JsonObject OfNumbers(CatalogEntry<RuleAttribute> entry)
    {
        var forms = new List<IReadOnlyList<AskedNumber>> { Probe(entry, null) };
        foreach (var turn in Turns)
            if (Probe(entry, turn) is var other && forms.TrueForAll(form => !form.Select(one => one.Name).SequenceEqual(other.Select(one => one.Name))) && other.Any(one => one.Name == turn)) forms.Add(other);
        var parts = forms.ConvertAll(form => Closed(form.ToDictionary(one => one.Name, Part), [.. form.Where(one => !one.HasFallback).Select(one => one.Name)]));
        var first = forms[0];
        var needed = first.Count;
        while (needed > 0 && first[needed - 1].HasFallback) needed--;
        parts.Add(Places([.. first.Select(Part)], needed));
        if (needed <= 1) parts.Add(Part(first[0]));
        if (needed == 0) parts.Add(new JsonObject { ["type"] = "null" });
        return Any([.. parts]);
    }

    private static IReadOnlyList<AskedNumber> Probe(CatalogEntry<RuleAttribute> entry, string? turn)
    {
        var node = ScenarioNode.Map(turn is null ? [] : [new(ScenarioNode.Scalar(turn), ScenarioNode.Scalar("0.5"))]);
        var compilation = new Compilation(ScenarioNode.Map([]), "", 1, (0, 1));
        var arguments = new RuleArguments(node, compilation.FormulasOf(null, null), entry.Id, null, compilation) { IsProbe = true };
        Activator.CreateInstance(entry.Type, BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public | BindingFlags.CreateInstance, null, [arguments], null);
        return arguments.Asked.Count == arguments.Numbers.Count ? arguments.Numbers : throw new InvalidOperationException($"The rule '{entry.Id}' takes more than numbers ({string.Join(", ", arguments.Asked)}); tell its shape here.");
    }

    private static JsonObject Part(AskedNumber one) => Formula(null, one.Least, one.Most, one.Open);

    private static JsonObject With(JsonObject map, string required)
    {
        map["required"] = new JsonArray(required);
        return map;
    }
}
