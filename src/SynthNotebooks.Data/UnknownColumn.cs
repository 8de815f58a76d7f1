namespace SynthNotebooks.Data;

/// <summary>The text of the error for a name that is not there, with the nearest name that is.</summary>
public static class UnknownColumn
{
    /// <summary>«There is no column 'agee'. Did you mean 'age'? Columns: age, sex.»</summary>
    public static string Message(string name, IEnumerable<string> known) => Message("column", name, known);

    /// <summary>The same for another kind of thing, e.g. a model or an option.</summary>
    public static string Message(string what, string name, IEnumerable<string> known)
    {
        var names = known.ToArray();
        var nearest = names.Select(other => (other, distance: Distance(name, other))).OrderBy(pair => pair.distance).FirstOrDefault();
        var hint = nearest.other is not null && nearest.distance <= Math.Max(2, name.Length / 3) && nearest.distance < Math.Max(name.Length, nearest.other.Length) ? $" Did you mean '{nearest.other}'?" : "";
        var listed = names.Length == 0 ? "There is none." : "Known: " + string.Join(", ", names.Take(20)) + (names.Length > 20 ? $", ... ({names.Length} in all)." : ".");
        return $"There is no {what} '{name}'.{hint} {listed}";
    }

    // Levenshtein distance, case ignored.
    private static int Distance(string a, string b)
    {
        if (a.Length > 200 || b.Length > 200) return int.MaxValue;
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = previous[j - 1] + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                current[j] = Math.Min(Math.Min(previous[j], current[j - 1]) + 1, substitution);
            }
            (previous, current) = (current, previous);
        }
        return previous[b.Length];
    }
}
