using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads <c>networks</c>.</summary>
internal static class NetworkReader
{
    internal static readonly string[] Keys = ["over", "model", "degree", "rewire", "communities", "within"];
    internal static readonly string[] Models = ["random", "small-world", "scale-free", "communities"];

    public static void Read(Compilation compilation)
    {
        if (compilation.Root["networks"] is not { } node) return;
        foreach (var (key, value) in node.Entries ?? throw new ScenarioException(node.Place, "'networks' is a map: {friends: {over: people, model: small-world, degree: 8}}."))
        {
            var owner = $"network '{key.Text}'";
            foreach (var (one, _) in value.Entries ?? throw new ScenarioException(value.Place, $"{owner}: a map is expected."))
                if (!Keys.Contains(one.Text!)) throw new ScenarioException(one.Place, $"{owner}: " + UnknownColumn.Message("key", one.Text!, Keys));
            if (value["over"] is not { Text: { } name } over) throw new ScenarioException(value.Place, $"{owner}: 'over' is missing: whose rows does it join?");
            if (!compilation.Entities.TryGetValue(name, out var entity)) throw new ScenarioException(over.Place, $"{owner}: " + UnknownColumn.Message("entity", name, compilation.Entities.Keys));
            if (entity.Parent is not null) throw new ScenarioException(over.Place, $"{owner}: '{name}' has a parent; a network joins rows of a root.");
            var model = value["model"]?.Text ?? "random";
            if (!Models.Contains(model)) throw new ScenarioException(value["model"]!.Place, $"{owner}: " + UnknownColumn.Message("model", model, Models));
            double Number(string part, double fallback, double least, double most) => value[part] is { } given ? compilation.ParameterOf(part, given, null, owner, least, most).Constant : fallback;
            compilation.Networks.Add(key.Text!, new Network(key.Text!, entity, model, Number("degree", 8, 0, 10_000), Number("rewire", 0.1, 0, 1), (int)Number("communities", 10, 1, 1e6), Number("within", 0.8, 0, 1)));
        }
    }
}
