using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>What an attacker who finds a person's class learns of a sensitive column without naming the row.</summary>
/// <remarks>Source: Machanavajjhala et al., ACM TKDD 1(1), 2007, doi:10.1145/1217299.1217302.</remarks>
/// <param name="Column">The sensitive column.</param>
/// <param name="Rows">Released rows.</param>
/// <param name="ExposedRows">Rows in classes where all have the same value: it is learnt for certain.</param>
/// <param name="ExposedClasses">Such classes.</param>
/// <param name="Classes">All classes.</param>
/// <param name="GuessRate">Share of rows guessed rightly by the most frequent value of their class.</param>
/// <param name="Baseline">Share guessed rightly by the most frequent value of all, without the quasi-identifiers.</param>
public sealed record HomogeneityAttack(string Column, int Rows, int ExposedRows, int ExposedClasses, int Classes, double GuessRate, double Baseline)
{
    /// <summary>Attacks a release.</summary>
    /// <param name="release">The released rows.</param>
    /// <param name="classes">Class of each row, 0 to one less than their number.</param>
    /// <param name="column">The sensitive column.</param>
    public static HomogeneityAttack Of(DataFrame release, ReadOnlySpan<int> classes, string column)
    {
        ArgumentNullException.ThrowIfNull(release);
        var values = new SensitiveCounts(release, column);
        if (classes.Length != values.Rows) throw new ArgumentException($"There are {values.Rows} rows and {classes.Length} classes of rows.", nameof(classes));
        if (classes.IsEmpty) return new(column, 0, 0, 0, 0, 0, 0);
        var byClass = ClassLists.Of(classes);
        int exposedRows = 0, exposedClasses = 0, guessed = 0;
        foreach (var rows in byClass)
        {
            values.Count(rows);
            if (values.Seen.Length == 1) (exposedRows, exposedClasses) = (exposedRows + rows.Length, exposedClasses + 1);
            var most = 0;
            foreach (var code in values.Seen) most = Math.Max(most, values.Counts[code]);
            guessed += most;
        }
        return new(column, classes.Length, exposedRows, exposedClasses, byClass.Length, (double)guessed / classes.Length, (double)values.Totals.Max() / classes.Length);
    }
}
