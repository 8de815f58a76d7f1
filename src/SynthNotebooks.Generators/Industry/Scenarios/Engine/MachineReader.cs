using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads <c>machine</c> and <c>markov</c>.</summary>
internal static class MachineReader
{
    internal static readonly string[] Keys = ["start", "states", "variables", "from", "to", "resolution"];
    internal static readonly string[] MarkovKeys = ["start", "step", "matrix", "from", "to", "resolution", "emit"];
    internal static readonly string[] StateKeys = ["stay", "next", "set", "final", "emit"];

    public static RowSource Read(ScenarioNode node, EntityPlan entity, Compilation compilation, string owner)
    {
        Require(node, Keys, owner);
        if (node["states"]?.Entries is not { Count: > 0 } states) throw new ScenarioException(node.Place, $"{owner}: 'states' is missing: {{NAME: {{stay: ..., next: ...}}}}.");
        EmitReader.Check(entity, compilation, owner);
        string[] names = [.. states.Select(state => state.Key.Text!)];
        var frame = Frame(entity, names);
        var given = new List<GivenAttribute>();
        foreach (var (name, type) in Variables(states, node, frame, compilation, owner))
        {
            var variable = new AttributePlan(frame, name, node) { State = BindState.Bound, Type = type, Slot = frame.NumberSlots++ };
            frame.Attributes.Add(name, variable);
            given.Add(new GivenAttribute(name, type));
        }
        var start = Start(node["start"], names, frame, compilation, owner);
        var laws = states.Select(state => Law(state.Key, state.Value, names, frame, compilation, owner)).ToArray();
        return new MachineSource(new MachinePlan(names, start, laws, frame), Window(node, entity, compilation, owner), given, EmitReader.Emits(entity), node, owner);
    }

    /// <summary><c>markov: {step: 30 days, matrix: {a: {a: 0.9, b: 0.1}, ...}, start: {a: 1}}</c>: a state for each step.</summary>
    public static RowSource ReadMarkov(ScenarioNode node, EntityPlan entity, Compilation compilation, string owner)
    {
        Require(node, MarkovKeys, owner);
        EmitReader.Check(entity, compilation, owner);
        if (node["matrix"]?.Entries is not { Count: > 0 } matrix) throw new ScenarioException(node.Place, $"{owner}: 'matrix' is missing: {{a: {{a: 0.9, b: 0.1}}, ...}}.");
        string[] names = [.. matrix.Select(state => state.Key.Text!)];
        var frame = Frame(entity, names);
        var step = node["step"] ?? throw new ScenarioException(node.Place, $"{owner}: 'step' is missing, e.g. step: 30 days.");
        var stay = RuleReader.Read(step, compilation.FormulasOf(frame, null), owner + ", step", null, compilation);
        var laws = matrix.Select(state => new StateLaw(false, stay, Row(state.Value, state.Key), [])).ToArray();
        return new MachineSource(new MachinePlan(names, Start(node["start"], names, frame, compilation, owner), laws, frame), Window(node, entity, compilation, owner), [], EmitReader.Emits(entity), node, owner);

        StateChange[] Row(ScenarioNode row, ScenarioNode state)
        {
            var changes = Changes(row, names, frame, compilation, $"{owner}, state '{state.Text}'");
            if (Array.TrueForAll(changes, change => change.Chance is { IsConstant: true }) && Math.Abs(changes.Sum(change => change.Chance!.Constant) - 1) > 1e-6)
                throw new ScenarioException(row.Place, FormattableString.Invariant($"{owner}: the chances of row '{state.Text}' add up to {changes.Sum(change => change.Chance!.Constant):R}; they must add up to 1, or one of them be 'rest'."));
            return changes;
        }
    }

    private static EntityPlan Frame(EntityPlan entity, string[] names)
    {
        var frame = new EntityPlan(entity.Name, entity.Node) { Parent = entity.Parent };
        CellType state = new(CellKind.Text, names);
        foreach (var (name, type) in ((string, CellType)[])[("time", CellType.Time), ("state", state), ("previous_state", state), ("visits", CellType.Integer)])
            frame.Attributes.Add(name, new AttributePlan(frame, name, entity.Node) { State = BindState.Bound, Type = type, Slot = frame.NumberSlots++ });
        return frame;
    }

    // Variables are those that some state sets; their types come from the rules, read in a frame that has none of them yet but as numbers
    private static List<(string Name, CellType Type)> Variables(IReadOnlyList<KeyValuePair<ScenarioNode, ScenarioNode>> states, ScenarioNode node, EntityPlan frame, Compilation compilation, string owner)
    {
        var names = new List<(string Name, CellType Type)>();
        foreach (var (state, law) in states)
            foreach (var (key, rule) in law["set"]?.Entries ?? [])
            {
                if (names.Exists(known => known.Name == key.Text)) continue;
                Names.Require(key, $"{owner}, state '{state.Text}'");
                var guess = new EntityPlan(frame.Name, frame.Node) { Parent = frame.Parent };
                foreach (var (name, attribute) in frame.Attributes) guess.Attributes.Add(name, attribute);
                foreach (var (_, other) in states)
                    foreach (var (variable, _) in other["set"]?.Entries ?? [])
                        guess.Attributes.TryAdd(variable.Text!, new AttributePlan(guess, variable.Text!, node) { State = BindState.Bound, Slot = 0 });
                var type = RuleReader.Read(rule, compilation.FormulasOf(guess, null), $"{owner}, set '{key.Text}'", null, compilation).Type;
                if (type.IsString) throw new ScenarioException(rule.Place, $"{owner}, set '{key.Text}': free text cannot be a variable of a machine; use a choice of known values.");
                names.Add((key.Text!, type.Kind == CellKind.Integer ? CellType.Number : type));
            }
        return names;
    }

    private static Parameter?[] Start(ScenarioNode? node, string[] names, EntityPlan frame, Compilation compilation, string owner)
    {
        var start = new Parameter?[names.Length];
        if (node?.Text is { } only) start[Place(only, node, names, owner)] = new Parameter("start", owner, "1", node.Place, null, 1, (0, 1, false));
        else
            foreach (var (key, weight) in node?.Entries ?? throw new ScenarioException(frame.Node.Place, $"{owner}: 'start' is missing: {{STATE: weight}}."))
                start[Place(key.Text!, key, names, owner)] = compilation.ParameterOf("start", weight, frame, owner, 0);
        return start;
    }

    private static StateLaw Law(ScenarioNode name, ScenarioNode node, string[] names, EntityPlan frame, Compilation compilation, string owner)
    {
        owner = $"{owner}, state '{name.Text}'";
        Require(node, StateKeys, owner);
        (int, Rule)[] sets = [.. (node["set"]?.Entries ?? []).Select(set =>
        {
            var rule = RuleReader.Read(set.Value, compilation.FormulasOf(frame, null), $"{owner}, set '{set.Key.Text}'", null, compilation);
            var variable = frame.Attributes[set.Key.Text!];
            if (rule.Type.Kind == CellKind.Text != (variable.Type.Kind == CellKind.Text) || rule.Type.Categories is { } categories && !categories.SequenceEqual(variable.Type.Categories!)) throw new ScenarioException(set.Value.Place, $"{owner}: '{set.Key.Text}' is set to another type or other values in another state.");
            return (variable.Slot, rule);
        })];
        if (node["final"]?.Text == "true" || node["next"] is null && node["stay"] is null) return new(true, null, [], sets);
        var stay = node["stay"] ?? throw new ScenarioException(node.Place, $"{owner}: 'stay' is missing: how long does it last?");
        var next = node["next"] ?? throw new ScenarioException(node.Place, $"{owner}: 'next' is missing: what follows? Or is it 'final: true'?");
        return new(false, RuleReader.Read(stay, compilation.FormulasOf(frame, null), owner + ", stay", null, compilation), Changes(next, names, frame, compilation, owner), sets);
    }

    private static StateChange[] Changes(ScenarioNode node, string[] names, EntityPlan frame, Compilation compilation, string owner)
    {
        string[] keys = ["to", "when", "chance", "delay"];
        if (node.Text is not null) return [new(Place(node.Text, node, names, owner), null, null, null)];
        if (node.Entries is { } entries)
            return [.. entries.Select(entry => new StateChange(Place(entry.Key.Text!, entry.Key, names, owner), null, Chance(entry.Value), null))];
        return [.. node.Items!.Select(item =>
        {
            Require(item, keys, owner + ", next");
            var to = item["to"] ?? throw new ScenarioException(item.Place, $"{owner}, next: 'to' is missing.");
            var formulas = compilation.FormulasOf(frame, null);
            return new StateChange(Place(to.Text ?? "", to, names, owner),
                item["when"] is { } guard ? formulas.Compile(formulas.Parse(guard, owner + ", when")) : null,
                item["chance"] is { } chance ? Chance(chance) : null,
                item["delay"] is { } delay ? compilation.ParameterOf("delay", delay, frame, owner, 0) : null);
        })];

        Parameter? Chance(ScenarioNode chance) => chance.Text == "rest" ? null : compilation.ParameterOf("chance", chance, frame, owner, 0);
    }

    private static EventWindow Window(ScenarioNode node, EntityPlan entity, Compilation compilation, string owner) => new(
        node["from"] is { } from ? compilation.ParameterOf("from", from, entity.Parent, owner) : null,
        node["to"] is { } to ? compilation.ParameterOf("to", to, entity.Parent, owner) : null,
        compilation.Start, compilation.End,
        node["resolution"] is { } fine ? compilation.ParameterOf("resolution", fine, null, owner, 0.001, 366 * Units.Day).Constant : 1);

    private static int Place(string name, ScenarioNode at, string[] names, string owner) =>
        Array.IndexOf(names, name) is >= 0 and var place ? place : throw new ScenarioException(at.Place, $"{owner}: " + UnknownColumn.Message("state", name, names));

    private static void Require(ScenarioNode node, string[] keys, string owner)
    {
        if (node.Entries is null) throw new ScenarioException(node.Place, $"{owner}: a map is expected; here is {node.Shape}.");
        foreach (var (key, _) in node.Entries)
            if (!keys.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("key", key.Text!, keys));
    }
}
