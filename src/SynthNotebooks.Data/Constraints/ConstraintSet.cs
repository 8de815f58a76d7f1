using System.Text;

namespace SynthNotebooks.Data;

/// <summary>The constraints of a table: immutable, each once, none that excludes another.</summary>
public sealed partial record ConstraintSet
{
    /// <param name="constraints">In any order.</param>
    /// <exception cref="ConstraintException">One is given twice, or they contradict each other.</exception>
    public ConstraintSet(params IEnumerable<Constraint> constraints)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        Constraints = [.. constraints];
        if (Constraints.GroupBy(constraint => constraint).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ConstraintException($"Constraint '{twice.Key}' is given twice.");
        Contradictions.Require(Constraints);
    }

    /// <summary>No constraint.</summary>
    public static ConstraintSet Empty { get; } = new();

    /// <summary>The constraints in their order.</summary>
    public IReadOnlyList<Constraint> Constraints { get; }

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Constraints.Count == 0;

    /// <summary>Reads constraints in their short form, see <see cref="ConstraintParser"/>.</summary>
    /// <param name="text">Constraints separated by semicolons or line breaks.</param>
    /// <param name="schema">The columns that they speak of.</param>
    /// <exception cref="ConditionParseException">A part is no constraint.</exception>
    /// <exception cref="ConstraintException">A part does not fit the columns, is given twice, or contradicts another.</exception>
    public static ConstraintSet Parse(string text, TableSchema schema) => new(ConstraintParser.ParseAll(text, schema));

    /// <summary>Reads a JSON file (its name ends in <c>.json</c>) or a text file of short forms.</summary>
    /// <exception cref="DataLoadException">No such file, or no sound JSON.</exception>
    /// <exception cref="FormatException">What it says is no constraint on these columns.</exception>
    public static ConstraintSet Load(string path, TableSchema schema)
    {
        ArgumentNullException.ThrowIfNull(path);
        SourceFile.Require(path);
        var text = File.ReadAllText(path);
        return path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || text.AsSpan().TrimStart() is ['{' or '[', ..] ? FromJson(text, schema) : Parse(text, schema);
    }

    /// <summary>Writes the constraints as a JSON file, whole or not at all.</summary>
    public void Save(string path) => WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>Checks that the constraints fit a table's columns.</summary>
    /// <exception cref="ConstraintException">One does not.</exception>
    public void Validate(TableSchema schema)
    {
        foreach (var constraint in Constraints) constraint.Validate(schema);
    }

    /// <summary>Number of rows that break each constraint, in the order of <see cref="Constraints"/>. Cost: O(rows) for each.</summary>
    public IReadOnlyList<int> CountViolations(DataFrame table)
    {
        var counts = new int[Constraints.Count];
        for (var i = 0; i < counts.Length; i++) counts[i] = Constraints[i].Violations(table).AsSpan().Count(true);
        return counts;
    }

    /// <summary>The same constraints with what they take from the training table, see <see cref="Constraint.LearnedFrom"/>.</summary>
    public ConstraintSet LearnedFrom(DataFrame training) => new(Constraints.Select(constraint => constraint.LearnedFrom(training)));

    /// <inheritdoc/>
    public bool Equals(ConstraintSet? other) => other is not null && Constraints.SequenceEqual(other.Constraints);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The short forms, separated by semicolons.</summary>
    public override string ToString() => string.Join("; ", Constraints);
}
