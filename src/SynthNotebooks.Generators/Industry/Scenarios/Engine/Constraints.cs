using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Makes rows meet their constraints by drawing their last attributes again.</summary>
/// <remarks>
/// First from the last drawing attribute that the broken constraint depends on, then from the one before it, and so on, 100 times each; the
/// row's values then follow the distribution given that the constraints hold, as far as the attributes drawn again go.
/// </remarks>
internal static class Constraints
{
    private const int MostDraws = 100;

    /// <param name="plan">Whose constraints.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="from">First of the steps that may run again.</param>
    /// <param name="to">End of the steps that are done; constraints that need later ones wait.</param>
    /// <param name="row">Read and written.</param>
    /// <param name="random">Becomes the streams of steps.</param>
    /// <param name="seen">Values of unique attributes in the rows of the same parent so far, by attribute.</param>
    public static void Meet(EntityPlan plan, RowStep[] steps, int from, int to, Row row, SplitRandom random, Dictionary<AttributePlan, HashSet<object>> seen)
    {
        Redraw(plan, steps, from, to, row, random, seen);
        foreach (var constraint in plan.Constraints)
            if (constraint.Unique is { } unique && constraint.Ready >= from && constraint.Ready < to && Value(unique, row) is { } value) seen[unique].Add(value);
    }

    private static void Redraw(EntityPlan plan, RowStep[] steps, int from, int to, Row row, SplitRandom random, Dictionary<AttributePlan, HashSet<object>> seen)
    {
        if (Broken() is not { } broken) return;
        var attempt = 0UL;
        for (var back = broken.Steps.Length - 1; back >= 0; back--)
        {
            var first = Math.Max(from, broken.Steps[back]);
            for (var draw = 0; draw < MostDraws; draw++)
            {
                attempt++;
                for (var i = first; i < to; i++) steps[i].Run(row, random, attempt);
                if (Broken() is null) return;
            }
            if (first == from) break;
        }
        throw new ScenarioException(broken.Place, FormattableString.Invariant($"entity '{plan.Name}': the constraint '{broken.Text}' does not hold in any of {attempt} draws of row {row.Number + 1}{(broken.Steps.Length == 0 ? ", and it depends on nothing that is drawn" : "")}; less than about 1 row in {Math.Max(1, attempt)} meets it. Change the rules so that it holds more often."));

        ConstraintPlan? Broken()
        {
            foreach (var constraint in plan.Constraints)
            {
                if (constraint.Ready < from || constraint.Ready >= to) continue;
                if (constraint.Condition is { } condition)
                {
                    if (condition(row, random) is 0 or double.NaN) return constraint;
                }
                else if (Value(constraint.Unique!, row) is { } value && seen[constraint.Unique!].Contains(value)) return constraint;
            }
            return null;
        }
    }

    // Missing values are no repeats of one another
    private static object? Value(AttributePlan attribute, Row row) => attribute.Type.IsString ? row.Texts[attribute.Slot] : double.IsNaN(row.Numbers[attribute.Slot]) ? null : row.Numbers[attribute.Slot];
}
