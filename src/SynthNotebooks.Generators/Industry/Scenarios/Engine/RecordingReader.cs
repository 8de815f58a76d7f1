using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads what happens between truth and record: <c>anomalies</c>, then <c>dirt</c> (only when it is switched on), then <c>missing</c>.</summary>
internal static class RecordingReader
{
    internal static readonly string[] Kinds = ["typos", "case", "spaces", "outliers", "swaps", "duplicates"];

    public static void Read(EntityPlan entity, Compilation compilation)
    {
        Anomalies(entity, compilation);
        if (entity.Node["dirt"] is { } dirt) Dirt(dirt, entity, compilation);
        if (entity.Node["missing"] is { } missing) Missing(missing, entity, compilation);
    }

    private static void Anomalies(EntityPlan entity, Compilation compilation)
    {
        if (entity.Node["anomalies"] is not { } node) return;
        var owner = $"entity '{entity.Name}', anomalies";
        var items = node.Items ?? throw new ScenarioException(node.Place, $"{owner}: a list is expected: [{{name: ..., rate: 0.01, set: {{...}}}}].");
        string[] keys = ["name", "rate", "set", "label"];
        string[] names = ["none", .. items.Select(item => item["name"]?.Text ?? throw new ScenarioException(item.Place, $"{owner}: 'name' is missing."))];
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length) throw new ScenarioException(node.Place, $"{owner}: each needs a name of its own, other than 'none'.");
        var labels = new Dictionary<string, AttributePlan>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            foreach (var (key, _) in item.Entries!)
                if (!keys.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("key", key.Text!, keys));
            var rate = compilation.ParameterOf("rate", item["rate"] ?? throw new ScenarioException(item.Place, $"{owner}: 'rate' is missing."), entity, $"{owner} '{names[i + 1]}'", 0, 1);
            if (item["set"]?.Entries is not { Count: > 0 } sets) throw new ScenarioException(item.Place, $"{owner} '{names[i + 1]}': 'set' is missing: {{attribute: formula}}.");
            var changes = sets.Select(set => Change(set.Key, set.Value, entity, compilation, $"{owner} '{names[i + 1]}'")).ToArray();
            var label = item["label"]?.Text is { Length: > 0 } given ? given : "anomaly";
            var slot = -1;
            if (label != "none") slot = Label(label, names, item, entity, labels).Slot;
            entity.Recordings.Add(new AnomalyRecording(names[i + 1], rate, changes, slot, i + 1));
        }
    }

    private static AttributePlan Label(string label, string[] names, ScenarioNode node, EntityPlan entity, Dictionary<string, AttributePlan> labels)
    {
        if (labels.TryGetValue(label, out var known)) return known;
        if (entity.Attributes.ContainsKey(label)) throw new ScenarioException(node.Place, $"entity '{entity.Name}', anomalies: there is an attribute '{label}' already; give another 'label'.");
        var attribute = new AttributePlan(entity, label, node) { State = BindState.Bound, Type = new CellType(CellKind.Text, names) };
        attribute.Slot = entity.NewSlot(attribute.Type); // code 0, none, unless a fault sets it
        entity.Columns.Add(attribute);
        labels.Add(label, attribute);
        return attribute;
    }

    private static (AttributePlan, NumberFormula?, TextFormula?) Change(ScenarioNode name, ScenarioNode value, EntityPlan entity, Compilation compilation, string owner)
    {
        var attribute = Attribute(name, entity, owner);
        var formulas = compilation.FormulasOf(entity, null);
        formulas.AfterRows = true;
        var typed = formulas.Parse(value, owner + ", " + name.Text);
        if (typed.Type.Kind == CellKind.Text != (attribute.Type.Kind == CellKind.Text) || attribute.Refers is not null) throw new ScenarioException(value.Place, $"{owner}: '{name.Text}' is a {attribute.Type}; the formula gives a {typed.Type}.");
        if (attribute.Type.Kind != CellKind.Text) return (attribute, formulas.Compile(typed), null);
        AsText(attribute, entity);
        return (attribute, null, formulas.CompileText(typed));
    }

    private static void Dirt(ScenarioNode node, EntityPlan entity, Compilation compilation)
    {
        var owner = $"entity '{entity.Name}', dirt";
        foreach (var (key, value) in node.Entries ?? throw new ScenarioException(node.Place, $"{owner}: a map is expected: {{typos: {{email: 0.01}}, duplicates: 0.005}}."))
        {
            if (!Kinds.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("kind", key.Text!, Kinds));
            if (key.Text == "duplicates")
            {
                Add("duplicates", null, null, value, 1);
                continue;
            }
            foreach (var (name, rate) in value.Entries ?? throw new ScenarioException(value.Place, $"{owner}, {key.Text}: a map of attributes and rates is expected."))
            {
                var attribute = Attribute(name, entity, owner);
                if (key.Text is "typos" or "case" or "spaces")
                {
                    if (attribute.Type.Kind != CellKind.Text || attribute.Refers is not null) throw new ScenarioException(name.Place, $"{owner}, {key.Text}: '{name.Text}' is no text.");
                    if (compilation.Dirt) AsText(attribute, entity);
                    Add(key.Text, attribute, null, rate, 1);
                }
                else if (key.Text == "outliers")
                {
                    if (!attribute.Type.IsNumeric) throw new ScenarioException(name.Place, $"{owner}, outliers: '{name.Text}' is no number.");
                    Add(key.Text, attribute, null, rate["rate"] ?? rate, rate["factor"] is { } factor ? compilation.ParameterOf("factor", factor, null, owner).Constant : 10);
                }
                else
                {
                    var other = Attribute(rate["with"] ?? throw new ScenarioException(rate.Place, $"{owner}, swaps: 'with' is missing: {{first: {{with: last, rate: 0.01}}}}."), entity, owner);
                    if (other.Type.Kind != attribute.Type.Kind || other.Type.IsString != attribute.Type.IsString || attribute.Type.Categories is not null) throw new ScenarioException(rate.Place, $"{owner}, swaps: '{name.Text}' and '{other.Name}' must both be numbers, dates or free texts.");
                    Add(key.Text!, attribute, other, rate["rate"] ?? throw new ScenarioException(rate.Place, $"{owner}, swaps: 'rate' is missing."), 1);
                }
            }
        }

        void Add(string kind, AttributePlan? attribute, AttributePlan? other, ScenarioNode rate, double factor)
        {
            var chance = compilation.ParameterOf("rate", rate, entity, $"{owner}, {kind}", 0, 1);
            if (compilation.Dirt) entity.Recordings.Add(new DirtRecording(kind, attribute, other, chance, factor));
        }
    }

    private static void Missing(ScenarioNode node, EntityPlan entity, Compilation compilation)
    {
        var owner = $"entity '{entity.Name}', missing";
        foreach (var (name, value) in node.Entries ?? throw new ScenarioException(node.Place, $"{owner}: a map is expected: {{weight: {{mcar: 0.05}}}}."))
        {
            var attribute = Attribute(name, entity, owner);
            var given = value;
            if (value.Entries is { } entries)
            {
                if (entries is not [{ Key.Text: "mcar" or "mar" or "mnar" } only]) throw new ScenarioException(value.Place, $"{owner}, '{name.Text}': one of mcar, mar, mnar is expected with a chance or a formula of it.");
                given = only.Value;
                var reader = new AttributePlan(entity, "missing", given);
                _ = compilation.FormulasOf(entity, reader).Parse(given, owner);
                var itself = reader.Reads.Contains(attribute);
                if (only.Key.Text == "mcar" && reader.Reads.Count > 0) throw new ScenarioException(given.Place, $"{owner}, '{name.Text}': mcar depends on nothing; the formula reads {string.Join(", ", reader.Reads.Select(one => one.Name))}. It is mar or mnar.");
                if (only.Key.Text == "mar" && itself) throw new ScenarioException(given.Place, $"{owner}, '{name.Text}': mar depends on other attributes; the formula reads '{name.Text}' itself. It is mnar.");
            }
            var formulas = compilation.FormulasOf(entity, null);
            formulas.AfterRows = true;
            entity.Recordings.Add(new MissingRecording(attribute, new RuleArguments(given, formulas, $"{owner}, '{name.Text}'", null, compilation).Of("chance", given, (0, 1, false))));
        }
    }

    private static AttributePlan Attribute(ScenarioNode name, EntityPlan entity, string owner) =>
        name.Text is not null && name.Text != "key" && entity.Attributes.TryGetValue(name.Text, out var attribute) ? attribute
            : throw new ScenarioException(name.Place, $"{owner}: " + UnknownColumn.Message("attribute", name.Text ?? name.Shape, entity.Attributes.Keys.Where(one => one != "key")));

    // A text of few values that may become any text is recorded as free text
    private static void AsText(AttributePlan attribute, EntityPlan entity)
    {
        if (!attribute.Type.IsString && attribute.RecordSlot < 0) attribute.RecordSlot = entity.TextSlots++;
    }
}
