using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>What a check of the keys of a world found.</summary>
/// <param name="Tables">Tables whose key is checked.</param>
/// <param name="Keys">Keys that were checked to be unique.</param>
/// <param name="References">Cells that were checked to name a row that is there.</param>
/// <param name="Problems">What is wrong; empty when all is well. At most one entry for each column.</param>
public sealed record WorldIntegrity(int Tables, long Keys, long References, IReadOnlyList<string> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;

    internal static WorldIntegrity Of(World world)
    {
        var compilation = world.Scenario.Compile(world.Rows, null);
        var problems = new List<string>();
        var keys = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        long checkedKeys = 0, references = 0;
        foreach (var entity in compilation.Entities.Values)
        {
            if (entity.KeyColumn is not { } name) continue;
            var column = (TextColumn)world[entity.Name][name];
            var known = new HashSet<string>(StringComparer.Ordinal);
            var repeated = 0;
            string? example = null;
            for (var row = 0; row < column.Length; row++)
            {
                checkedKeys++;
                if (column.GetText(row) is { } key && known.Add(key)) continue;
                repeated++;
                example ??= column.GetText(row) ?? "(missing)";
            }
            keys.Add(entity.Name, known);
            if (repeated > 0) problems.Add(FormattableString.Invariant($"{entity.Name}.{name}: {repeated} keys are missing or stand twice, e.g. {example}{(world.Scenario.Dirt ? " (dirt is on)" : "")}"));
        }
        foreach (var entity in compilation.Entities.Values)
        {
            if (entity.Parent is { KeyColumn: { } above } parent) references += Check(world[entity.Name][above], entity.Name, keys[parent.Name], parent.Name, problems);
            foreach (var attribute in entity.Columns)
                if (attribute.Refers is { } kept && keys.TryGetValue(kept.Entity.Name, out var known)) references += Check(world[entity.Name][attribute.Name], entity.Name, known, kept.Entity.Name, problems);
        }
        return new(keys.Count, checkedKeys, references, problems);
    }

    private static long Check(Column column, string table, HashSet<string> known, string target, List<string> problems)
    {
        long cells = 0, lost = 0;
        string? example = null;
        for (var row = 0; row < column.Length; row++)
        {
            if (column.GetText(row) is not { } key) continue;
            cells++;
            if (known.Contains(key)) continue;
            lost++;
            example ??= key;
        }
        if (lost > 0) problems.Add(FormattableString.Invariant($"{table}.{column.Name}: {lost} of {cells} cells name no row of {target}, e.g. {example}"));
        return cells;
    }
}
