using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>The rows that a constrained model learns from.</summary>
internal static class TrainingRows
{
    /// <summary>The rows that keep all constraints, and how many rows break each. Repeats of unique values stay: the values are made anew.</summary>
    /// <exception cref="FitException">Hardly a row is left, or violations are refused.</exception>
    public static (DataFrame Kept, int[] Violations) Keeping(DataFrame training, FitContext context)
    {
        var constraints = context.Constraints.Constraints;
        var violations = new int[constraints.Count];
        var broken = new bool[training.Rows.Count];
        for (var i = 0; i < violations.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var own = constraints[i].Violations(training);
            violations[i] = own.AsSpan().Count(true);
            if (context.RefuseViolations && violations[i] > 0)
                throw new FitException($"Constraint '{constraints[i]}' is broken by {violations[i]} of {broken.Length} training rows, first by row {own.AsSpan().IndexOf(true)} (0-based).");
            if (constraints[i] is UniqueConstraint) continue;
            for (var row = 0; row < broken.Length; row++) broken[row] |= own[row];
        }
        var kept = ConditionRows(broken);
        if (kept.Length < 2)
        {
            var worst = Enumerable.Range(0, violations.Length).Where(i => constraints[i] is not UniqueConstraint).MaxBy(i => violations[i]);
            throw new FitException($"{(kept.Length == 0 ? "No training row keeps" : "Only one training row keeps")} all constraints, so there is nothing to learn from; '{constraints[worst]}' is broken by {violations[worst]} of {broken.Length} rows.");
        }
        return (kept.Length == broken.Length ? training : training.Take(kept), violations);
    }

    private static int[] ConditionRows(bool[] broken)
    {
        var rows = new List<int>(broken.Length);
        for (var row = 0; row < broken.Length; row++)
            if (!broken[row]) rows.Add(row);
        return [.. rows];
    }
}
