namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Writes a hierarchy out in code: groups of values, groups of groups, then everything.</summary>
/// <example><c>GeneralisationHierarchy.Groups().Group("Europe", "FR", "DE").Group("Asia", "JP").Level().Group("world", "Europe", "Asia").Build()</c></example>
public sealed class HierarchyBuilder
{
    private readonly List<Dictionary<string, string>> _levels = [new(StringComparer.Ordinal)];
    private readonly List<string> _values = [];

    /// <summary>Puts members under a label: values at the first level, labels of the level below at the others.</summary>
    /// <exception cref="AnonymityException">A member is in a group of this level already, or is no label of the level below.</exception>
    public HierarchyBuilder Group(string label, params IReadOnlyList<string> members)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(members);
        foreach (var member in members)
        {
            if (_levels.Count > 1 && !_levels[^2].ContainsValue(member)) throw new AnonymityException($"'{member}' is no label of the level below; it cannot be put under '{label}'.");
            if (!_levels[^1].TryAdd(member, label)) throw new AnonymityException($"'{member}' is under '{_levels[^1][member]}' already; it cannot be under '{label}' too.");
            if (_levels.Count == 1) _values.Add(member);
        }
        return this;
    }

    /// <summary>Goes one level up; the groups that follow hold the labels so far.</summary>
    public HierarchyBuilder Level()
    {
        if (_levels[^1].Count == 0) throw new AnonymityException("The level has no group.");
        _levels.Add(new(StringComparer.Ordinal));
        return this;
    }

    /// <summary>The hierarchy, with everything as its last level.</summary>
    /// <exception cref="AnonymityException">A label of one level stands in no group of the next.</exception>
    public TableHierarchy Build() => TableHierarchy.Of(_values.Select(value =>
    {
        var line = new List<string> { value };
        foreach (var level in _levels)
            line.Add(level.TryGetValue(line[^1], out var label) ? label : throw new AnonymityException($"'{line[^1]}' stands in no group of level {line.Count}."));
        line.Add(GeneralisationHierarchy.Everything);
        return line;
    }));
}
