using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads the entities of a scenario into a compilation: trees first, then sources of rows, then attributes.</summary>
internal static class EntityReader
{
    public static IReadOnlyList<string> Keys { get; } =
        ["rows", "key", "parent", "singular", "count", "events", "process", "attributes", "order", "hidden", "groups", "constraints", "missing", "dirt", "anomalies", "machine", "markov", "title", "description", "source"];

    private static readonly string[] Sources = ["count", "events", "process", "machine", "markov"];

    public static void Read(Compilation compilation, ScenarioErrors errors)
    {
        var node = compilation.Root["entities"];
        if (node?.Entries is not { Count: > 0 } entries) throw new ScenarioException((node ?? compilation.Root).Place, "A scenario needs 'entities', a map of at least one.");
        foreach (var (key, value) in entries)
            errors.Guard(() =>
            {
                if (value.Entries is null) throw new ScenarioException(value.Place, $"Entity '{key.Text}' must be a map; here is {value.Shape}.");
                Names.Require(key, $"entity '{key.Text}'");
                compilation.Entities.Add(key.Text!, new EntityPlan(key.Text!, value));
            });
        foreach (var entity in compilation.Entities.Values) errors.Guard(() => Link(entity, compilation));
        errors.ThrowIfAny();
        var ordered = compilation.Entities.Values.OrderBy(entity => Depth(entity)).ToArray(); // by depth: a child's source reads its parent's attributes
        foreach (var entity in ordered) errors.Guard(() => Declare(entity));
        errors.ThrowIfAny();
        foreach (var entity in ordered) errors.Guard(() => MakeSource(entity, compilation));
        errors.ThrowIfAny();
        errors.Guard(() => NetworkReader.Read(compilation));
        foreach (var entity in ordered) errors.Guard(() => GroupReader.Read(entity, compilation));
        errors.ThrowIfAny();
        foreach (var entity in ordered) BindAll(entity, compilation, errors);
        errors.ThrowIfAny();
        foreach (var entity in ordered)
        {
            errors.Guard(() => ConstraintReader.Read(entity, compilation));
            errors.Guard(() => RecordingReader.Read(entity, compilation));
        }
        errors.Guard(() => RoundsReader.Read(compilation));
        errors.ThrowIfAny();
    }

    /// <summary>The keys of an entity that tell where its rows come from.</summary>
    public static string[] SourcesOf(EntityPlan entity) => [.. Sources.Where(source => entity.Node[source] is not null)];

    private static int Depth(EntityPlan entity)
    {
        var depth = 0;
        for (var above = entity.Parent; above is not null; above = above.Parent)
            if (++depth > 100) throw new ScenarioException(entity.Node.Place, $"entity '{entity.Name}': its parents form a circle.");
        return depth;
    }

    private static void Link(EntityPlan entity, Compilation compilation)
    {
        foreach (var (key, _) in entity.Node.Entries!)
            if (!Keys.Contains(key.Text!)) throw new ScenarioException(key.Place, $"entity '{entity.Name}': " + UnknownColumn.Message("key", key.Text!, Keys));
        var sources = SourcesOf(entity);
        if (entity.Node["parent"] is not { } parent)
        {
            if (sources.Length > 0) throw new ScenarioException(entity.Node[sources[0]]!.Place, $"entity '{entity.Name}': '{sources[0]}' needs a 'parent' whose rows these rows belong to.");
            return;
        }
        if (entity.Node["rows"] is { } rows) throw new ScenarioException(rows.Place, $"entity '{entity.Name}': 'rows' is for roots; rows with a parent come from one of {string.Join(", ", Sources)}.");
        if (sources.Length > 1) throw new ScenarioException(entity.Node.Place, $"entity '{entity.Name}': one of {string.Join(", ", Sources)} must tell where its rows come from; there are {string.Join(" and ", sources)}.");
        if (parent.Text is null || !compilation.Entities.TryGetValue(parent.Text, out var above)) throw new ScenarioException(parent.Place, $"entity '{entity.Name}': " + UnknownColumn.Message("entity", parent.Text ?? parent.Shape, compilation.Entities.Keys));
        if (sources.Length == 0 && !EmitReader.Emits(above, entity.Name)) throw new ScenarioException(entity.Node.Place, $"entity '{entity.Name}': one of {string.Join(", ", Sources)} must tell where its rows come from, or 'emit' in a state of the machine of its parent; there is none.");
        entity.Parent = above;
        above.Children.Add(entity);
        Depth(entity);
    }

    private static void Declare(EntityPlan entity)
    {
        var key = entity.Node["key"];
        var place = key?.Place ?? entity.Node.Place;
        var template = key?["template"] ?? (key?.Text is not (null or "none") ? key : null) ?? ScenarioNode.Scalar(entity.Parent is null ? "{n}" : "{parent}-{n}", place);
        entity.Key = new AttributePlan(entity, "key", template) { Hidden = true };
        entity.KeyColumn = key?.Text == "none" ? null : key?["column"]?.Text ?? entity.Singular + "_id";
        entity.Attributes.Add("key", entity.Key);
        var attributes = entity.Node["attributes"];
        if (attributes is null) return;
        if (attributes.Entries is null) throw new ScenarioException(attributes.Place, $"entity '{entity.Name}': 'attributes' must be a map; here is {attributes.Shape}.");
        foreach (var (name, node) in attributes.Entries)
        {
            Names.Require(name, $"entity '{entity.Name}', attribute '{name.Text}'");
            if (name.Text is "key" or "n" or "parent" or "root" or "previous" or "first" || name.Text == entity.KeyColumn) throw new ScenarioException(name.Place, $"entity '{entity.Name}': '{name.Text}' has a meaning of its own; name the attribute otherwise.");
            entity.Attributes.Add(name.Text!, new AttributePlan(entity, name.Text!, node) { Hidden = node["hidden"]?.Text == "true" });
        }
    }

    private static void MakeSource(EntityPlan entity, Compilation compilation)
    {
        if (entity.Parent is null)
        {
            entity.RootRows = RootRows(entity, compilation);
            Hide(entity);
            return;
        }
        entity.Source = SourceReader.Read(entity, compilation);
        foreach (var given in entity.Source.Given)
        {
            if (given.Hidden)
            {
                entity.EndOfStay = entity.NewSlot(given.Type);
                continue;
            }
            var declared = entity.Attributes.GetValueOrDefault(given.Name);
            if (declared is not null) throw new ScenarioException(declared.Node.Place, $"{declared.Owner}: the rows come with a '{given.Name}' already; name the attribute otherwise.");
            var attribute = new AttributePlan(entity, given.Name, entity.Node) { State = BindState.Bound, Type = given.Type, Decimals = given.Decimals, Unit = given.Unit };
            attribute.Slot = entity.NewSlot(given.Type);
            entity.Attributes.Add(given.Name, attribute);
            entity.Columns.Add(attribute);
        }
        Hide(entity);
    }

    // After the source of rows is known: what it gives can be hidden too.
    private static void Hide(EntityPlan entity)
    {
        if (entity.Node["hidden"] is not { } hidden) return;
        foreach (var item in hidden.Items ?? [hidden])
        {
            if (item.Text is null || !entity.Attributes.TryGetValue(item.Text, out var attribute)) throw new ScenarioException(item.Place, $"entity '{entity.Name}', hidden: " + UnknownColumn.Message("attribute", item.Text ?? item.Shape, entity.Attributes.Keys));
            attribute.Hidden = true;
            entity.Columns.Remove(attribute);
        }
    }

    private static long RootRows(EntityPlan entity, Compilation compilation)
    {
        if (entity.Name == compilation.Root["main"]?.Text || compilation.Entities.Values.Count(one => one.Parent is null) == 1) return compilation.Rows;
        if (entity.Node["rows"] is not { } node) throw new ScenarioException(entity.Node.Place, $"entity '{entity.Name}': 'rows' is missing: a number or a formula such as 'max(20, rows / 50)'.");
        var parameter = compilation.ParameterOf("rows", node, null, $"entity '{entity.Name}'", 0, 1e9);
        return (long)Math.Round(parameter.Constant);
    }

    private static void BindAll(EntityPlan entity, Compilation compilation, ScenarioErrors errors)
    {
        errors.Guard(() => compilation.Bind(entity.Key!));
        if (entity.Node["order"] is { } order) errors.Guard(() => BindOrder(entity, order, compilation));
        foreach (var (name, _) in entity.Node["attributes"]?.Entries ?? [])
        {
            var attribute = entity.Attributes[name.Text!];
            errors.Guard(() => compilation.Bind(attribute));
            if (!attribute.Hidden) entity.Columns.Add(attribute);
        }
    }

    private static void BindOrder(EntityPlan entity, ScenarioNode order, Compilation compilation)
    {
        if (entity.Parent is null) throw new ScenarioException(order.Place, $"entity '{entity.Name}': 'order' is for rows with a parent.");
        if (order.Text is null || !entity.Attributes.TryGetValue(order.Text, out var attribute)) throw new ScenarioException(order.Place, $"entity '{entity.Name}', order: " + UnknownColumn.Message("attribute", order.Text ?? order.Shape, entity.Attributes.Keys));
        compilation.Bind(attribute);
        if (attribute.Type.IsString || attribute.Late) throw new ScenarioException(order.Place, $"entity '{entity.Name}': rows cannot be ordered by '{order.Text}', a {attribute.Type}{(attribute.Late ? " that is known only when the rows below are made" : "")}.");
        var before = entity.Early.FindAll(step => step != entity.Key!.Step);
        if (before.Find(step => step.ReadsNeighbours) is { } reader) throw new ScenarioException(order.Place, $"entity '{entity.Name}': '{order.Text}' depends on '{reader.Name}', which reads the rows before, so the rows cannot be ordered by it.");
        entity.Order = attribute;
        // The key numbers the rows in their order, so it comes after the sorting
        var key = entity.Early.Find(step => step == entity.Key!.Step);
        entity.Early.Clear();
        entity.Early.AddRange(before);
        entity.StepsBeforeOrder = before.Count;
        if (key is not null) entity.Early.Add(key);
    }
}
