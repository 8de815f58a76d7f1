using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads <c>rounds: [{over: people, every: 1 month, set: {adopted: FORMULA}, log: adoption}]</c>.</summary>
internal static class RoundsReader
{
    internal static readonly string[] Keys = ["over", "every", "set", "log"];

    public static void Read(Compilation compilation)
    {
        if (compilation.Root["rounds"] is not { } node) return;
        foreach (var item in node.Items ?? throw new ScenarioException(node.Place, "'rounds' is a list: [{over: people, every: 1 month, set: {...}}]."))
        {
            foreach (var (key, _) in item.Entries ?? throw new ScenarioException(item.Place, "rounds: a map is expected."))
                if (!Keys.Contains(key.Text!)) throw new ScenarioException(key.Place, "rounds: " + UnknownColumn.Message("key", key.Text!, Keys));
            if (item["over"] is not { Text: { } name } over || !compilation.Entities.TryGetValue(name, out var entity)) throw new ScenarioException((item["over"] ?? item).Place, "rounds, over: " + UnknownColumn.Message("entity", item["over"]?.Text ?? "", compilation.Entities.Keys));
            if (entity.Parent is not null) throw new ScenarioException(over.Place, $"rounds: '{name}' has a parent; rounds are over rows of a root.");
            var owner = $"rounds over '{name}'";
            var every = compilation.ParameterOf("every", item["every"] ?? throw new ScenarioException(item.Place, $"{owner}: 'every' is missing, e.g. every: 1 month."), null, owner, 1, 1e11).Constant;
            if ((compilation.End - compilation.Start) / every > 1e5) throw new ScenarioException(item["every"]!.Place, $"{owner}: 'every' gives more than 100,000 rounds in the period.");
            if (item["set"]?.Entries is not { Count: > 0 } entries) throw new ScenarioException(item.Place, $"{owner}: 'set' is missing: {{attribute: formula}}.");
            RoundsPlan? plan = null;
            var sets = entries.Select(set => Set(set.Key, set.Value, entity, compilation, owner, () => plan!)).ToArray();
            if (item["log"] is { } log && compilation.Entities.ContainsKey(log.Text ?? "")) throw new ScenarioException(log.Place, $"{owner}: there is an entity '{log.Text}' already; name the log otherwise.");
            plan = new RoundsPlan(entity, every, sets, item["log"]?.Text);
            foreach (var (attribute, _) in sets) attribute.Rounds = plan;
            compilation.Rounds.Add(plan);
            _ = compilation.KeptOf(entity, over.Place);
        }
    }

    private static (AttributePlan, NumberFormula) Set(ScenarioNode name, ScenarioNode node, EntityPlan entity, Compilation compilation, string owner, Func<RoundsPlan> plan)
    {
        if (!entity.Attributes.TryGetValue(name.Text!, out var attribute) || name.Text == "key") throw new ScenarioException(name.Place, $"{owner}: " + UnknownColumn.Message("attribute", name.Text!, entity.Attributes.Keys));
        if (attribute.Late || attribute.Type.IsString || attribute.Refers is not null || attribute.Rounds is not null) throw new ScenarioException(name.Place, $"{owner}: '{name.Text}' cannot be set: it must be a number, truth, date or choice that is known before the rows below and set by no other rounds.");
        var formulas = compilation.FormulasOf(entity, null);
        (formulas.InRounds, formulas.AfterRows) = (true, false);
        formulas.Let("time", new(Expression.Property(Expression.Invoke(Expression.Constant(plan)), nameof(RoundsPlan.Time)), CellType.Time));
        formulas.Let("round", new(Expression.Property(Expression.Invoke(Expression.Constant(plan)), nameof(RoundsPlan.Round)), CellType.Integer));
        var typed = formulas.Parse(node, $"{owner}, set '{name.Text}'");
        if (typed.Type.Kind == CellKind.Text != (attribute.Type.Kind == CellKind.Text)) throw new ScenarioException(node.Place, $"{owner}: '{name.Text}' is a {attribute.Type}; the formula gives a {typed.Type}.");
        if (attribute.Type.Categories is not { } categories) return (attribute, formulas.Compile(typed));
        if (typed.Type.Categories is not { } given) throw new ScenarioException(node.Place, $"{owner}: '{name.Text}' is one of {string.Join(", ", categories)}; the formula gives any text.");
        foreach (var one in given)
            if (!categories.Contains(one)) throw new ScenarioException(node.Place, $"{owner}: " + UnknownColumn.Message($"value of '{name.Text}'", one, categories));
        return (attribute, formulas.Compile(typed with { Code = Operators.Recode(typed, categories), Type = attribute.Type }));
    }
}
