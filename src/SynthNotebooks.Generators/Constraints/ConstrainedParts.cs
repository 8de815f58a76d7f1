using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>What a constrained model consists of.</summary>
/// <param name="Inner">The model of the transformed table.</param>
/// <param name="Transform">The table outside and inside.</param>
/// <param name="Numberings">Identifiers within ranges.</param>
/// <param name="Handling">How each constraint is met.</param>
/// <param name="Complete">Columns that had no missing cell, so that none may come out.</param>
/// <param name="Cost">What the constraints cost.</param>
internal sealed record ConstrainedParts(
    IFittedGenerator Inner, TableTransform Transform, IReadOnlyList<RangeNumbering> Numberings, IReadOnlyList<ConstraintHandling> Handling, IReadOnlyList<string> Complete, ConstraintCost Cost)
{
    /// <summary>Marks the rows that break a constraint that single rows can break.</summary>
    public bool[] Broken(DataFrame table)
    {
        var broken = new bool[table.Rows.Count];
        foreach (var name in Complete)
        {
            var column = table[name];
            if (column.NullCount == 0) continue;
            for (var row = 0; row < broken.Length; row++) broken[row] |= column.IsNull(row);
        }
        foreach (var handling in Handling)
        {
            if (!IsRowwise(handling)) continue;
            var violations = handling.Constraint.Violations(table);
            for (var row = 0; row < broken.Length; row++) broken[row] |= violations[row];
        }
        return broken;
    }

    // Identifiers are numbered after their rows are chosen; repeats and dependences are not judged row by row.
    private bool IsRowwise(ConstraintHandling handling) => handling.Constraint is not (UniqueConstraint or FunctionalDependence)
        && !(handling.Constraint is RangeConstraint range && Numberings.Any(numbering => numbering.Column == range.Column));
}
