using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Finds the family of a row in the tables that were made, by the keys that rows have of their parents, so that no other family need be made again.</summary>
/// <remarks>Cost: one look through the keys of each table above, a few milliseconds for a million rows.</remarks>
internal sealed class FamilyLocator(World world)
{
    /// <summary>The family of a row, from 0, and the number of the row among those of its table in the family, from 0; null where keys are no columns.</summary>
    public (long Family, long Row)? Find(EntityPlan entity, long row)
    {
        if (entity.Parent is null && world[entity.Name].Rows.Count == entity.RootRows) return (row, 0);
        for (var above = entity.Parent ?? entity; above is not null; above = above.Parent)
            if (above.KeyColumn is null) return null;
        if (entity.Parent is null) return Root(entity, row);
        return Above(entity, row) is var (root, parentKeys) ? (root, row - First(entity, row, parentKeys)) : null;
    }

    // A row that stands twice (dirt) belongs to one family
    private (long, long)? Root(EntityPlan root, long row)
    {
        var keys = (TextColumn)world[root.Name][root.KeyColumn!];
        if (keys.Length == root.RootRows) return (row, 0);
        long family = -1, first = 0;
        var last = -1;
        for (var i = 0; i <= row; i++)
        {
            if (keys.Codes[i] == last) continue;
            last = keys.Codes[i];
            (family, first) = (family + 1, i);
        }
        return (family, row - first);
    }

    // The family of a row below the root, and the keys that its table's rows of the same family can have as their parent's, up to this row's
    private (long Root, HashSet<string> ParentKeys)? Above(EntityPlan entity, long row)
    {
        var parent = entity.Parent!;
        if (world[entity.Name][parent.KeyColumn!].GetText((int)row) is not { } key) return null;
        var at = Position((TextColumn)world[parent.Name][parent.KeyColumn!], key);
        if (at < 0) return null;
        if (parent.Parent is null) return Root(parent, at) is var (family, _) ? (family, [key]) : null;
        if (Above(parent, at) is not var (root, grand)) return null;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = First(parent, at, grand); i <= at; i++)
            if (world[parent.Name][parent.KeyColumn!].GetText((int)i) is { } one) keys.Add(one);
        return (root, keys);
    }

    private long First(EntityPlan entity, long row, HashSet<string> parentKeys)
    {
        var parents = (TextColumn)world[entity.Name][entity.Parent!.KeyColumn!];
        var (first, known, inside) = (row, -1, false);
        for (; first > 0; first--)
        {
            var code = parents.Codes[(int)first - 1];
            if (code != known) (known, inside) = (code, code >= 0 && parentKeys.Contains(parents.Categories[code]));
            if (!inside) break;
        }
        return first;
    }

    private static long Position(TextColumn column, string key)
    {
        var code = -1;
        for (var i = 0; i < column.Categories.Count && code < 0; i++)
            if (column.Categories[i] == key) code = i;
        return code < 0 ? -1 : column.Codes.IndexOf(code);
    }
}
