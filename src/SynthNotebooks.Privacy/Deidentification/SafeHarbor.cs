using System.Globalization;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Deidentification;

/// <summary>The Safe Harbor method of the HIPAA privacy rule: finds the 18 identifiers by column name and by pattern of values, and removes or coarsens them.</summary>
/// <remarks>
/// Cost: O(distinct values × patterns). No value of the table stands in a report. Source: 45 CFR 164.514(b)(2); US Department of Health and Human Services, guidance of
/// 26 November 2012.
/// </remarks>
public static class SafeHarbor
{
    private const double PatternShare = 0.5;
    private const int MostCertain = 89;

    /// <summary>Finds identifiers; ages count as of today.</summary>
    /// <param name="table">Any.</param>
    /// <param name="keep">Columns that are not judged, because the user answers for them.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static SafeHarborReport Scan(DataFrame table, params IReadOnlyList<string> keep) => Scan(table, TimeProvider.System.GetUtcNow().Year, keep);

    /// <summary>Finds identifiers.</summary>
    /// <param name="table">Any.</param>
    /// <param name="asOf">Year in which the table is released: who was born 90 years before or earlier is or may be above 89.</param>
    /// <param name="keep">Columns that are not judged, because the user answers for them.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static SafeHarborReport Scan(DataFrame table, int asOf, IReadOnlyList<string> keep)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(keep);
        foreach (var name in keep) _ = table.Columns[name];
        var findings = new List<SafeHarborFinding>();
        var clear = new List<string>();
        foreach (var column in table.Columns)
        {
            if (!keep.Contains(column.Name) && Judge(column, asOf) is { } finding) findings.Add(finding);
            else clear.Add(column.Name);
        }
        return new(findings, clear, (int)table.Rows.Count) { AsOf = asOf };
    }

    /// <summary>Applies a report's actions: columns are dropped, dates keep their year, zip codes three digits, ages above 89 become 90, and birth years which tell such an age become one.</summary>
    /// <param name="table">The table that was scanned.</param>
    /// <param name="report">Of <see cref="Scan(DataFrame, int, IReadOnlyList{string})"/>.</param>
    /// <param name="restrictedZips">Three-digit areas with at most 20,000 people; null for <see cref="RestrictedZipPrefixes.Census2000"/>.</param>
    /// <exception cref="ArgumentException">A column of the report is not in the table.</exception>
    public static DataFrame Apply(DataFrame table, SafeHarborReport report, IReadOnlySet<string>? restrictedZips = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(report);
        var actions = report.Findings.ToDictionary(finding => table.Columns[finding.Column].Name, finding => finding.Action);
        return new DataFrame(table.Columns.Select(column => !actions.TryGetValue(column.Name, out var action) ? column : action switch
        {
            SafeHarborAction.KeepYear => SafeHarborCells.Years(column),
            SafeHarborAction.KeepBirthYear => SafeHarborCells.BirthYears(column, LastOldYear(report.AsOf)),
            SafeHarborAction.KeepThreeDigits => SafeHarborCells.ThreeDigits(column, restrictedZips ?? RestrictedZipPrefixes.Census2000),
            SafeHarborAction.TopCodeAge => SafeHarborCells.TopCoded(column, MostCertain),
            _ => null,
        }).OfType<Column>())
        { Origin = table.Origin };
    }

    // Whoever was born in this year is 90 at some day of the year of release, or already.
    private static int LastOldYear(int asOf) => asOf - MostCertain - 1;

    private static SafeHarborFinding? Judge(Column column, int asOf)
    {
        var named = NameRules.Match(column.Name);
        if (NameRules.TellsBirth(column.Name) && Born(column, LastOldYear(asOf)) is (true, var born)) return born;
        var byValue = ByValue(column);
        if (column.Kind is ColumnKind.Date or ColumnKind.Timestamp) return new(column.Name, SafeHarborIdentifier.DateOrAge, "the cells are dates", 1, SafeHarborAction.KeepYear);
        if (named is { Identifier: SafeHarborIdentifier.DateOrAge, Words: var words }) return words is "age" or "ages" ? Age(column) : byValue ?? Dated(column, words);
        if (named is { Identifier: SafeHarborIdentifier.Geography } place)
        {
            return place.Words.StartsWith("zip", StringComparison.Ordinal) && SafeHarborCells.AreZips(column)
                ? new(column.Name, place.Identifier, $"the name has '{place.Words}' and the cells are zip codes", 1, SafeHarborAction.KeepThreeDigits)
                : new(column.Name, place.Identifier, $"the name has '{place.Words}'", double.NaN, SafeHarborAction.Drop);
        }
        if (byValue is { Identifier: not SafeHarborIdentifier.Name }) return named is { } both && both.Identifier == byValue.Identifier ? byValue with { Evidence = $"the name has '{both.Words}'; {byValue.Evidence}" } : byValue;
        if (named is { } found && !(column.Kind == ColumnKind.Boolean)) return new(column.Name, found.Identifier, $"the name has '{found.Words}'", double.NaN, SafeHarborAction.Drop);
        return byValue ?? UniqueText(column);
    }

    // Of a column of births: years alone are an identifier only where they tell an age above 89.
    private static (bool IsBirth, SafeHarborFinding? Finding) Born(Column column, int lastOld)
    {
        var isYears = column is Int64Column && column.ToNumbers().All(year => double.IsNaN(year) || year is >= 1800 and <= 2200);
        if (!isYears && column.Kind is not (ColumnKind.Date or ColumnKind.Timestamp) && !(column.Kind == ColumnKind.Text && SafeHarborCells.AreDates(column))) return (false, null);
        if (column.NullCount == column.Length) return (false, null);
        var years = (Int64Column)SafeHarborCells.Years(column);
        var old = Enumerable.Range(0, years.Length).Count(row => !years.IsNull(row) && years.Values[row] <= lastOld);
        if (isYears && old == 0) return (true, null);
        var share = (double)old / (column.Length - column.NullCount);
        return (true, new(column.Name, SafeHarborIdentifier.DateOrAge, isYears ? $"years of birth up to {lastOld} tell an age above {MostCertain}" : "the cells are dates of birth", isYears ? share : 1, SafeHarborAction.KeepBirthYear));
    }

    private static SafeHarborFinding? Age(Column column)
    {
        if (column.Kind is not (ColumnKind.Integer or ColumnKind.Real)) return column.Kind == ColumnKind.Boolean ? null : new(column.Name, SafeHarborIdentifier.DateOrAge, "the name has 'age' and the cells are no numbers", double.NaN, SafeHarborAction.Drop);
        var above = column.ToNumbers().Count(age => age > MostCertain && age != MostCertain + 1); // 90 itself stands for all above 89
        return above == 0 ? null : new(column.Name, SafeHarborIdentifier.DateOrAge, $"the name has 'age' and cells are above {MostCertain}", (double)above / Math.Max(1, column.Length - column.NullCount), SafeHarborAction.TopCodeAge);
    }

    private static SafeHarborFinding? Dated(Column column, string words) => column.Kind switch
    {
        ColumnKind.Boolean => null,
        ColumnKind.Integer when column.ToNumbers().All(year => double.IsNaN(year) || year is >= 1800 and <= 2200) => null, // years may stay
        _ => new(column.Name, SafeHarborIdentifier.DateOrAge, $"the name has '{words}'", double.NaN, SafeHarborAction.Drop),
    };

    private static SafeHarborFinding? ByValue(Column column)
    {
        if (column is not TextColumn text || text.Length == text.NullCount) return null;
        var occurrences = new int[text.Categories.Count];
        foreach (var code in text.Codes)
            if (code >= 0) occurrences[code]++;
        var hits = new int[ValueRules.Count];
        Span<bool> met = stackalloc bool[hits.Length];
        for (var code = 0; code < occurrences.Length; code++)
        {
            if (occurrences[code] == 0) continue;
            ValueRules.Mark(text.Categories[code].Trim(), met);
            for (var rule = 0; rule < met.Length; rule++)
                if (met[rule]) hits[rule] += occurrences[code];
        }
        var best = Array.IndexOf(hits, hits.Max());
        if (hits[best] == 0) return null;
        var share = (double)hits[best] / (text.Length - text.NullCount);
        var (identifier, form) = ValueRules.Describe(best);
        // Any e-mail address in a remark is one too many: a column is found however few cells hold one, and says how many.
        var evidence = share >= PatternShare ? $"cells have the form of a {form}" : $"some cells contain a {form}";
        var action = identifier == SafeHarborIdentifier.Geography && SafeHarborCells.AreZips(column) ? SafeHarborAction.KeepThreeDigits
            : identifier == SafeHarborIdentifier.DateOrAge && SafeHarborCells.AreDates(column) ? SafeHarborAction.KeepYear : SafeHarborAction.Drop;
        return new(column.Name, identifier, string.Create(CultureInfo.InvariantCulture, $"{evidence} ({hits[best]} of {text.Length - text.NullCount})"), share, action);
    }

    private static SafeHarborFinding? UniqueText(Column column)
    {
        if (column.Kind != ColumnKind.Text || column.Length - column.NullCount < 20) return null;
        var distinct = RowGroups.Of([column]).FirstRows.Length - (column.NullCount > 0 ? 1 : 0);
        return distinct < 0.95 * (column.Length - column.NullCount) ? null : new(
            column.Name, SafeHarborIdentifier.OtherUnique, $"nearly every cell is different ({distinct} of {column.Length - column.NullCount}): a code or free text", (double)distinct / (column.Length - column.NullCount), SafeHarborAction.Drop);
    }
}
