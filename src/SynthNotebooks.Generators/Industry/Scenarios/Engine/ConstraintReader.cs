using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads constraints: formulas, or <c>{unique: ATTRIBUTE}</c> among the rows of one parent.</summary>
internal static class ConstraintReader
{
    public static void Read(EntityPlan entity, Compilation compilation)
    {
        if (entity.Node["constraints"] is not { } node) return;
        var owner = $"entity '{entity.Name}', constraint";
        foreach (var item in node.Items ?? throw new ScenarioException(node.Place, $"entity '{entity.Name}': 'constraints' is a list of conditions."))
        {
            if (item["unique"] is { } unique)
            {
                if (unique.Text is null || !entity.Attributes.TryGetValue(unique.Text, out var attribute)) throw new ScenarioException(unique.Place, $"{owner}: " + UnknownColumn.Message("attribute", unique.Text ?? unique.Shape, entity.Attributes.Keys));
                if (entity.Parent is null) throw new ScenarioException(unique.Place, $"{owner}: rows of a root are made apart from one another, so nothing can keep '{unique.Text}' unique but its own text; put the number {{n}} into its template.");
                if (attribute.Late) throw new ScenarioException(unique.Place, $"{owner}: '{unique.Text}' is known only when the rows below are made.");
                entity.Constraints.Add(new("unique " + unique.Text, unique.Place, null, attribute, Steps(entity, [attribute], out var place), place));
                continue;
            }
            var reader = new AttributePlan(entity, "constraint", item);
            var formulas = compilation.FormulasOf(entity, reader);
            var condition = formulas.Compile(formulas.Parse(item, owner));
            if (reader.NeighbourPasses > 0 || reader.Reads.Any(read => NeighbourCalls.Passes(read) > 0)) throw new ScenarioException(item.Place, $"{owner}: it reads what depends on neighbours, which are not drawn again.");
            if (reader.Late) throw new ScenarioException(item.Place, $"{owner}: it reads what is known only when the rows below are made.");
            entity.Constraints.Add(new(item.Text!, item.Place, condition, null, Steps(entity, reader.Reads, out var ready), ready));
        }
    }

    // Places of the drawing steps that the attributes depend on
    private static int[] Steps(EntityPlan entity, IEnumerable<AttributePlan> attributes, out int ready)
    {
        ready = 0;
        var found = new HashSet<AttributePlan>();
        var open = new Stack<AttributePlan>(attributes);
        while (open.TryPop(out var attribute))
        {
            if (!found.Add(attribute)) continue;
            foreach (var read in attribute.Reads) open.Push(read);
        }
        var places = new List<int>();
        for (var i = 0; i < entity.Early.Count; i++)
        {
            if (entity.Early[i] is AttributeStep any && found.Contains(any.Attribute)) ready = i;
            if (entity.Early[i] is AttributeStep step && found.Contains(step.Attribute) && (step.Rule.Redraws || step.Noise is not null)
                || entity.Early[i] is JointStep group && found.Any(group.Has)) places.Add(i);
        }
        return [.. places];
    }
}
