using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A hierarchy written out: one line a value, with its label at every level.</summary>
/// <remarks>File format: <c>value;level 1;level 2;...</c> with <c>;</c> or <c>,</c> between, without a header, as ARX reads and writes it.</remarks>
public sealed class TableHierarchy : GeneralisationHierarchy
{
    private readonly Dictionary<string, string[]> _lines;
    private readonly string _source;

    private TableHierarchy(Dictionary<string, string[]> lines, int levels, string source) => (_lines, Levels, _source) = (lines, levels, source);

    /// <inheritdoc/>
    public override int Levels { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="AnonymityException">There is no such file, or it is no hierarchy; the message names the line or value.</exception>
    public static TableHierarchy Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path)) throw new AnonymityException($"There is no hierarchy file '{path}'.");
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0) throw new AnonymityException($"The hierarchy file '{path}' is empty; it needs one line a value, such as 'Berlin;Germany;Europe;*'.");
        try
        {
            // Everything is text: a label may look like a number or a missing value.
            var options = new CsvOptions { Header = false, Delimiter = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',', NullTokens = [], QuotedEmptyIsText = true };
            var width = DataFrame.LoadCsvFromString(lines[0] + "\n", options).Columns.Count;
            var kinds = Enumerable.Range(0, width).ToDictionary(i => FormattableString.Invariant($"Column{i}"), _ => ColumnKind.Text);
            var table = DataFrame.LoadCsvFromString(string.Join('\n', lines) + "\n", options with { Kinds = kinds });
            return Of(Enumerable.Range(0, (int)table.Rows.Count).Select(row => table.Columns.Select(column => (column.GetText(row) ?? "").Trim()).ToArray()), Path.GetFileName(path));
        }
        catch (DataLoadException broken)
        {
            throw new AnonymityException($"The hierarchy file '{path}' cannot be read: {broken.Message}", broken);
        }
    }

    /// <summary>Takes lines of a value and its labels.</summary>
    /// <param name="lines">Each as long as the first, the values distinct.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="AnonymityException">Lines differ in length, a value stands twice, or the levels do not nest.</exception>
    public static TableHierarchy Of(IEnumerable<IReadOnlyList<string>> lines, string source = "hierarchy")
    {
        ArgumentNullException.ThrowIfNull(lines);
        var known = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var levels = 0;
        foreach (var line in lines)
        {
            if (levels == 0) levels = line.Count;
            if (line.Count != levels || levels == 0)
                throw new AnonymityException($"{source}: the line of '{(line.Count > 0 ? line[0] : "")}' has {line.Count} levels, the first line has {levels}; all lines need as many.");
            string[] labels = [.. line];
            if (known.TryGetValue(line[0], out var before) && !before.AsSpan().SequenceEqual(labels))
                throw new AnonymityException($"{source}: the value '{line[0]}' has two lines with different labels.");
            known[line[0]] = labels;
        }
        if (levels == 0) throw new AnonymityException($"{source}: there is no line; one line a value is needed, such as 'Berlin;Germany;Europe;*'.");
        var hierarchy = new TableHierarchy(known, levels, source);
        for (var level = 1; level + 1 < levels; level++)
        {
            var parents = new Dictionary<string, string[]>(StringComparer.Ordinal);
            foreach (var labels in known.Values)
            {
                if (!parents.TryAdd(labels[level], labels) && parents[labels[level]][level + 1] != labels[level + 1])
                    throw new AnonymityException(Nesting.Message(source, parents[labels[level]][0], labels[0], labels[level], level, parents[labels[level]][level + 1], labels[level + 1]));
            }
        }
        return hierarchy;
    }

    /// <inheritdoc/>
    public override string[] Labels(Column values, int level)
    {
        ArgumentNullException.ThrowIfNull(values);
        var labels = new string[values.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            var value = values.GetText(i);
            if (value is null) labels[i] = Everything;
            else if (_lines.TryGetValue(value, out var line)) labels[i] = line[level];
            else throw new AnonymityException($"Column '{values.Name}': the hierarchy {_source} has no line for the value '{value}'.");
        }
        return labels;
    }
}
