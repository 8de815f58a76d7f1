using System.Globalization;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Leaks.Patterns;
using SynthNotebooks.Notebooks.Leaks.Reading;
using SynthNotebooks.Notebooks.Leaks.Records;

namespace SynthNotebooks.Notebooks.Leaks;

/// <summary>Finds real records in texts that are about to be published.</summary>
/// <remarks>
/// Recognised are displays that say so themselves (<see cref="OriginBadge"/>), forms of personal data, and, of the tables that are given, records and identifiers; the
/// rules stand at <c>RowSearch</c> and <c>IdentifyingForms</c>. Not found: pictures' pixels, values that were rounded or worded anew, single values that are no identifiers.
/// In a display of synthetic data forms are not looked for, since generated identifiers have them. Not safe for several threads at once.
/// </remarks>
public sealed class LeakScanner
{
    private const int MostRowsTold = 10;

    private readonly (RealTable Table, RowSearch Search)[] _tables;
    private readonly AtomLine _atoms = new();

    /// <param name="tables">Real tables to look for; may be none.</param>
    public LeakScanner(params IReadOnlyList<RealTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        _tables = [.. tables.Select(table => (table, new RowSearch(table)))];
    }

    /// <summary>Everything found in a text. Cost: linear in its length for most texts, see <c>RowSearch</c>.</summary>
    /// <param name="mime">Its form, such as <c>text/html</c>.</param>
    /// <param name="text">The text.</param>
    public IReadOnlyList<LeakFinding> Scan(string mime, string text)
    {
        ArgumentNullException.ThrowIfNull(mime);
        ArgumentNullException.ThrowIfNull(text);
        var lines = ShownLines.Of(mime, text);
        var findings = new List<LeakFinding>();
        var synthetic = false;
        foreach (var line in lines)
        {
            if (IsBadge(line.Text, OriginBadge.Synthetic)) synthetic = true;
            foreach (var badge in OriginBadge.OfRealRecords)
                if (IsBadge(line.Text, badge)) findings.Add(new(LeakKind.Badge, $"a display of {badge}", 1, line.Number));
        }
        if (!synthetic) findings.AddRange(Patterns(lines));
        foreach (var (table, search) in _tables) findings.AddRange(Records(table, search, lines));
        return findings;
    }

    // As TableLayout writes it: "[real data] 5 rows" in text, "real data: 5 rows" in a caption.
    private static bool IsBadge(string line, string badge) =>
        line.StartsWith($"[{badge}] ", StringComparison.Ordinal) || line.StartsWith(badge + ": ", StringComparison.Ordinal);

    private static IEnumerable<LeakFinding> Patterns(IReadOnlyList<ShownLine> lines)
    {
        var found = new Dictionary<string, (HashSet<string> Texts, int Line)>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var (what, text) in PatternRules.Of(line.Text))
            {
                if (!found.TryGetValue(what, out var known)) found[what] = known = (new HashSet<string>(StringComparer.Ordinal), line.Number);
                known.Texts.Add(text);
            }
        }
        return found.Select(kind => new LeakFinding(LeakKind.Pattern, "form of " + kind.Key, kind.Value.Texts.Count, kind.Value.Line));
    }

    private IEnumerable<LeakFinding> Records(RealTable table, RowSearch search, IReadOnlyList<ShownLine> lines)
    {
        var rows = new SortedDictionary<int, RowMatch>();
        var identifiers = new SortedDictionary<int, (HashSet<int> Codes, int Line)>();
        var first = 0;
        foreach (var line in ShownLines.Records(lines))
        {
            _atoms.Read(line.Text);
            search.Read(_atoms);
            foreach (var value in search.Found)
            {
                foreach (var (column, code) in table.Holders(value))
                {
                    if (!table.Columns[column].Identifies[code]) continue;
                    if (!identifiers.TryGetValue(column, out var known)) identifiers[column] = known = ([], line.Number);
                    known.Codes.Add(code);
                }
            }
            if (Match(search, line) is not { } match) continue;
            if (rows.Count == 0) first = line.Number;
            if (!rows.TryGetValue(match.Row, out var old) || old.Columns.Count < match.Columns.Count) rows[match.Row] = match;
        }
        if (rows.Count > 0) yield return new(LeakKind.Record, Told(table, rows), rows.Count, first);
        foreach (var (column, (codes, line)) in identifiers)
            yield return new(LeakKind.Identifier, $"values of column '{table.Columns[column].Name}' of {table.Name} that tell a record alone", codes.Count, line);
    }

    // The row's number in front, and commas, can be read in two ways each.
    private RowMatch? Match(RowSearch search, ShownLine line)
    {
        if (search.Match() is { } match) return match;
        var numbered = line.Fields.Count > 2 && line.Fields[0].Length > 0 && line.Fields[0].All(char.IsAsciiDigit);
        if (_atoms.Joined.Count > 0)
        {
            search.Read(_atoms, thousands: true);
            if (search.Match() is { } joined) return joined;
        }
        if (!numbered) return null;
        search.Read(_atoms, start: 1);
        if (search.Match() is { } unnumbered) return unnumbered;
        if (_atoms.Joined.Count == 0) return null;
        search.Read(_atoms, start: 1, thousands: true);
        return search.Match();
    }

    private static string Told(RealTable table, SortedDictionary<int, RowMatch> rows)
    {
        var numbers = string.Join(", ", rows.Keys.Take(MostRowsTold).Select(row => row.ToString(CultureInfo.InvariantCulture))) + (rows.Count > MostRowsTold ? ", …" : "");
        var columns = rows.Values.SelectMany(match => match.Columns).Distinct().Order().Select(column => table.Columns[column].Name);
        return $"records of {table.Name}: row {numbers}; columns {string.Join(", ", columns)}";
    }
}
