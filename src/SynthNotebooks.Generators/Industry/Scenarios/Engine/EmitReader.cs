using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads what states of a machine emit: <c>emit: {labs: 2, doses: {events: {every: 8 h}}, bill: {count: 1, at: leave}}</c>, rows of entities whose parent the machine's is.</summary>
internal static class EmitReader
{
    public static IReadOnlyList<string> Keys { get; } = ["count", "at", "events"];

    public static IReadOnlyList<string> Moments { get; } = ["enter", "stay", "leave"];

    /// <summary>Whether a state of an entity's machine emits rows of another entity.</summary>
    public static bool Emits(EntityPlan machine, string name) => All(machine).Any(one => one.Entity.Text == name);

    /// <summary>Whether any state emits anything.</summary>
    public static bool Emits(EntityPlan machine) => All(machine).Any();

    /// <exception cref="ScenarioException">A state emits what is no entity below this one, or one whose rows come from elsewhere.</exception>
    public static void Check(EntityPlan machine, Compilation compilation, string owner)
    {
        foreach (var (state, entity, _) in All(machine))
        {
            var here = $"{owner}, state '{state.Text}', emit";
            if (!compilation.Entities.TryGetValue(entity.Text!, out var plan)) throw new ScenarioException(entity.Place, $"{here}: " + UnknownColumn.Message("entity", entity.Text!, compilation.Entities.Values.Where(one => one.Parent == machine).Select(one => one.Name)));
            if (plan.Parent != machine) throw new ScenarioException(entity.Place, $"{here}: '{plan.Name}' belongs to {(plan.Parent is null ? "no other entity" : $"'{plan.Parent.Name}'")}; give it 'parent: {machine.Name}'.");
            if (EntityReader.SourcesOf(plan) is [var source, ..]) throw new ScenarioException(entity.Place, $"{here}: the rows of '{plan.Name}' come from its '{source}' already; leave that out there, or 'emit' here.");
        }
    }

    /// <summary>The source of an entity that the states of its parent emit.</summary>
    public static RowSource Read(EntityPlan entity, Compilation compilation)
    {
        var machine = entity.Parent!;
        if (machine.Source is null) return new EmitSource(0, []); // the machine is wrong, which is told already
        var (state, time, end) = (machine.Attributes["state"], machine.Attributes["time"].Slot, machine.EndOfStay);
        var sources = new RowSource?[state.Type.Categories!.Count];
        foreach (var (name, emitted, node) in All(machine))
        {
            if (emitted.Text != entity.Name) continue;
            var owner = $"entity '{machine.Name}', state '{name.Text}', emit '{entity.Name}'";
            var at = state.Type.Categories!.ToList().IndexOf(name.Text!);
            if (at < 0) throw new ScenarioException(name.Place, $"{owner}: " + UnknownColumn.Message("state", name.Text!, state.Type.Categories!));
            var window = new EventWindow(Cell("from", time, node, owner), Cell("to", end, node, owner), compilation.Start, compilation.End, Resolution(machine, compilation, owner));
            sources[at] = One(node, entity, compilation, window, machine.Attributes["until"].Slot, owner);
        }
        return new EmitSource(state.Slot, sources);
    }

    private static RowSource One(ScenarioNode node, EntityPlan entity, Compilation compilation, EventWindow window, int until, string owner)
    {
        if (node.Entries is not { } entries || entries.All(entry => !Keys.Contains(entry.Key.Text!))) return new EmitCountSource(compilation.RuleOf(node, entity.Parent, owner), "enter", window, until, node, owner);
        foreach (var (key, _) in entries)
            if (!Keys.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("key", key.Text!, Keys));
        if (node["events"] is { } events)
        {
            if ((node["count"] ?? node["at"]) is { } beside) throw new ScenarioException(beside.Place, $"{owner}: 'events' tells number and times already; give it or 'count' and 'at'.");
            return EventsReader.Read(events, entity, compilation, owner + ", events", window);
        }
        if (node["count"] is not { } count) throw new ScenarioException(node.Place, $"{owner}: 'count' is missing.");
        var moment = node["at"]?.Text ?? "enter";
        if (!Moments.Contains(moment)) throw new ScenarioException(node["at"]!.Place, $"{owner}, at: " + UnknownColumn.Message("moment", moment, Moments));
        return new EmitCountSource(compilation.RuleOf(count, entity.Parent, owner + ", count"), moment, window, until, count, owner);
    }

    private static Parameter Cell(string name, int slot, ScenarioNode node, string owner) =>
        new(name, owner, name, node.Place, (row, _) => row.Numbers[slot], 0, (double.NegativeInfinity, double.PositiveInfinity, false));

    private static double Resolution(EntityPlan machine, Compilation compilation, string owner) =>
        (machine.Node["machine"] ?? machine.Node["markov"])?["resolution"] is { } fine ? compilation.ParameterOf("resolution", fine, null, owner, 0.001, 366 * Units.Day).Constant : 1;

    // State, entity and emission, as they stand: beside the laws of a machine's states, or under 'emit' of a Markov chain by state
    private static IEnumerable<(ScenarioNode State, ScenarioNode Entity, ScenarioNode Emission)> All(EntityPlan machine) =>
        from one in (machine.Node["machine"]?["states"]?.Entries ?? []).Select(state => (state.Key, Emit: state.Value["emit"])).Concat((machine.Node["markov"]?["emit"]?.Entries ?? []).Select(state => (state.Key, Emit: (ScenarioNode?)state.Value)))
        where one.Emit is not null
        from emission in one.Emit.Entries ?? throw new ScenarioException(one.Emit.Place, $"entity '{machine.Name}', state '{one.Key.Text}': 'emit' is a map of entities: {{labs: 2, doses: {{events: {{every: 8 h}}}}}}; here is {one.Emit.Shape}.")
        select (one.Key, emission.Key, emission.Value);
}
