using System.Globalization;

namespace SynthNotebooks.Data;

/// <summary>Finds the rows of a table that meet a condition.</summary>
/// <remarks>Column by column; each category of a text column is looked at once. Cost: O(rows) for each comparison.</remarks>
public static class ConditionEvaluator
{
    /// <summary>True for each row that meets the condition.</summary>
    /// <exception cref="ArgumentException">A column is not there, or a value does not fit its kind.</exception>
    public static bool[] Evaluate(Condition condition, DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(frame);
        var mask = new bool[frame.Rows.Count];
        Evaluate(condition.WithoutNot(), frame, mask);
        return mask;
    }

    /// <summary>Numbers of the rows that meet the condition, ascending.</summary>
    /// <exception cref="ArgumentException">A column is not there, or a value does not fit its kind.</exception>
    public static int[] Rows(Condition condition, DataFrame frame) => RowsOf(Evaluate(condition, frame));

    internal static int[] RowsOf(ReadOnlySpan<bool> mask)
    {
        var rows = new int[mask.Count(true)];
        var count = 0;
        for (var row = 0; row < mask.Length; row++)
            if (mask[row]) rows[count++] = row;
        return rows;
    }

    private static void Evaluate(Condition condition, DataFrame frame, Span<bool> mask)
    {
        switch (condition)
        {
            case Condition.Comparison(var name, var comparison, var value):
                ComparisonKernels.Compare(frame[name], comparison, value, mask);
                break;
            case Condition.Relation relation:
                RelationKernels.Compare(relation, frame, mask);
                break;
            case Condition.InList(var name, var values, var negated):
                ComparisonKernels.Contain(frame[name], values, negated, mask);
                break;
            case Condition.IsMissing(var name, var negated):
                var column = frame[name];
                if (column.NullCount == 0) mask.Fill(negated);
                else for (var row = 0; row < mask.Length; row++) mask[row] = column.IsNull(row) != negated;
                break;
            case Condition.All(var parts):
                Combine(parts, frame, mask, start: true);
                break;
            case Condition.Any(var parts):
                Combine(parts, frame, mask, start: false);
                break;
            default:
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A condition of type {condition.GetType().Name} is not known."), nameof(condition));
        }
    }

    private static void Combine(IReadOnlyList<Condition> parts, DataFrame frame, Span<bool> mask, bool start)
    {
        mask.Fill(start);
        var part = new bool[mask.Length];
        foreach (var condition in parts)
        {
            Evaluate(condition, frame, part);
            if (start) for (var row = 0; row < mask.Length; row++) mask[row] &= part[row];
            else for (var row = 0; row < mask.Length; row++) mask[row] |= part[row];
        }
    }
}
