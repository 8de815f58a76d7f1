namespace SynthNotebooks.Data;

/// <summary>Compares columns, or arithmetic over them, row by row.</summary>
internal static class RelationKernels
{
    /// <summary>Marks the rows where left stands to right as told; rows where either is missing never do.</summary>
    public static void Compare(Condition.Relation relation, DataFrame frame, Span<bool> mask)
    {
        if (relation is { Left: RowExpression.Cell(var first), Right: RowExpression.Cell(var second) })
        {
            CompareCells(frame[first], frame[second], relation.Operator, mask);
            return;
        }
        var (left, leftMissing) = RowArithmetic.Evaluate(relation.Left, frame);
        var (right, rightMissing) = RowArithmetic.Evaluate(relation.Right, frame);
        for (var row = 0; row < mask.Length; row++)
            mask[row] = !leftMissing[row] && !rightMissing[row] && ComparisonKernels.Holds(left[row].CompareTo(right[row]), relation.Operator);
    }

    // Plain columns are compared exactly, to the last bit.
    private static void CompareCells(Column left, Column right, ComparisonOperator comparison, Span<bool> mask)
    {
        for (var row = 0; row < mask.Length; row++)
        {
            mask[row] = !left.IsNull(row) && !right.IsNull(row) && ComparisonKernels.Holds((left, right) switch
            {
                (Int64Column a, Int64Column b) => a.Values[row].CompareTo(b.Values[row]),
                (DoubleColumn a, DoubleColumn b) => a.Values[row].CompareTo(b.Values[row]),
                (Int64Column a, DoubleColumn b) => Order(a.Values[row], b.Values[row]),
                (DoubleColumn a, Int64Column b) => -Order(b.Values[row], a.Values[row]),
                (DateColumn a, DateColumn b) => a.Values[row].CompareTo(b.Values[row]),
                (TimestampColumn a, TimestampColumn b) => a.Values[row].CompareTo(b.Values[row]),
                (DateColumn a, TimestampColumn b) => (a.Values[row] * TimeSpan.TicksPerDay).CompareTo(b.Values[row]),
                (TimestampColumn a, DateColumn b) => a.Values[row].CompareTo(b.Values[row] * TimeSpan.TicksPerDay),
                (BooleanColumn a, BooleanColumn b) => a.Values[row].CompareTo(b.Values[row]),
                (TextColumn a, TextColumn b) => string.CompareOrdinal(a.Categories[a.Codes[row]], b.Categories[b.Codes[row]]),
                _ => throw new ArgumentException(
                    $"Column '{left.Name}' ({SchemaNames.Of(left.Kind)}) cannot be compared with column '{right.Name}' ({SchemaNames.Of(right.Kind)})."),
            }, comparison);
        }
    }

    // A double holds no integer beyond 2⁵³ exactly, so the integer is compared with the real's whole part, then with the rest.
    private static int Order(long integer, double real)
    {
        if (real >= 9.3e18) return -1;
        if (real < -9.3e18) return 1;
        var floor = Math.Floor(real);
        var order = ((Int128)integer).CompareTo((Int128)floor);
        return order == 0 && real > floor ? -1 : order;
    }
}
