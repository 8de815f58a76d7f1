using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Finds the hierarchy files of columns in a folder.</summary>
public static class HierarchyFolder
{
    /// <summary>Loads <c>COLUMN.csv</c> or <c>ANYTHING_hierarchy_COLUMN.csv</c> for each column that has one.</summary>
    /// <exception cref="AnonymityException">There is no such folder, two files are for one column, or a file is no hierarchy.</exception>
    public static IReadOnlyDictionary<string, GeneralisationHierarchy> Load(string folder, IEnumerable<string> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(columns);
        if (!Directory.Exists(folder)) throw new AnonymityException($"There is no folder of hierarchies '{folder}'.");
        var files = Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).ToArray();
        var found = new Dictionary<string, GeneralisationHierarchy>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var own = files.Where(file => Path.GetFileNameWithoutExtension(file) is var name && (name == column || name.EndsWith("_hierarchy_" + column, StringComparison.Ordinal))).ToArray();
            if (own.Length > 1) throw new AnonymityException($"Column '{column}': two files hold its hierarchy, {Path.GetFileName(own[0])} and {Path.GetFileName(own[1])}.");
            if (own.Length == 1) found[column] = TableHierarchy.Load(own[0]);
        }
        return found;
    }
}
