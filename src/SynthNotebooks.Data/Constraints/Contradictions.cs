namespace SynthNotebooks.Data;

/// <summary>Finds constraints that no value can meet together: ranges that do not overlap, inequalities in a circle, ranges against inequalities.</summary>
internal static class Contradictions
{
    /// <exception cref="ConstraintException">Some exclude each other; the message names them.</exception>
    public static void Require(IReadOnlyList<Constraint> constraints)
    {
        RangeConstraint[] ranges = [.. constraints.OfType<RangeConstraint>()];
        InequalityConstraint[] inequalities = [.. constraints.OfType<InequalityConstraint>()];
        for (var i = 0; i < ranges.Length; i++)
            for (var j = 0; j < ranges.Length; j++)
                if (i != j && ranges[i].Column == ranges[j].Column) RequireBelow(ranges[i], ranges[j], strict: false, constraints: $"'{ranges[i]}' and '{ranges[j]}'");
        foreach (var inequality in inequalities)
        {
            foreach (var low in ranges.Where(range => range.Column == inequality.Low))
                foreach (var high in ranges.Where(range => range.Column == inequality.High))
                    RequireBelow(low, high, inequality.Strict, $"'{low}', '{high}' and '{inequality}'");
            if (Reaches(inequality.High, inequality.Low, inequalities))
            {
                throw new ConstraintException(
                    $"Constraint '{inequality}' and other inequalities go round in a circle, so that the columns would be equal or none could be; write {ConditionText.Name(inequality.High)} = {ConditionText.Name(inequality.Low)} if that is meant.");
            }
        }
        foreach (var column in constraints.OfType<NotNullConstraint>())
        {
            if (constraints.OfType<ExpressionConstraint>().FirstOrDefault(other => other.Condition == new Condition.IsMissing(column.Column)) is { } missing)
                throw new ConstraintException($"Constraints '{column}' and '{missing}' exclude each other.");
        }
    }

    // The smallest value of the one must not lie above the largest of the other.
    private static void RequireBelow(RangeConstraint low, RangeConstraint high, bool strict, string constraints)
    {
        if (low.Minimum is not { } minimum || high.Maximum is not { } maximum || !Comparable(minimum, maximum)) return;
        var order = RangeConstraint.Order(minimum, maximum);
        if (order > 0 || order == 0 && (strict || low.MinimumExcluded || high.MaximumExcluded))
            throw new ConstraintException($"Constraints {constraints} exclude each other: {ConditionText.Value(minimum)} does not lie below {ConditionText.Value(maximum)}.");
    }

    private static bool Comparable(object a, object b) => a.GetType() == b.GetType() || (a is (long or double) && b is (long or double));

    private static bool Reaches(string from, string to, InequalityConstraint[] inequalities)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var at))
        {
            if (at == to) return true;
            foreach (var next in inequalities)
                if (next.Low == at && seen.Add(next.High)) open.Push(next.High);
        }
        return false;
    }
}
