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

    public static void Meet(EntityPlan plan, RowStep[] steps, int from, Row row, SplitRandom random)
    {
        if (Broken(plan, row, random) is not { } broken) return;
        var attempt = 0UL;
        for (var back = broken.Steps.Length - 1; back >= 0; back--)
        {
            var first = Math.Max(from, broken.Steps[back]);
            for (var draw = 0; draw < MostDraws; draw++)
            {
                attempt++;
                for (var i = first; i < steps.Length; i++) steps[i].Run(row, random, attempt);
                if (Broken(plan, row, random) is null) return;
            }
            if (first == from) break;
        }
        throw new ScenarioException(broken.Place, FormattableString.Invariant($"entity '{plan.Name}': the constraint '{broken.Text}' does not hold in any of {attempt} draws of row {row.Number + 1}{(broken.Steps.Length == 0 ? ", and it depends on nothing that is drawn" : "")}; less than about 1 row in {Math.Max(1, attempt)} meets it. Change the rules so that it holds more often."));
    }

    private static ConstraintPlan? Broken(EntityPlan plan, Row row, SplitRandom random)
    {
        foreach (var constraint in plan.Constraints)
        {
            if (constraint.Condition is { } condition)
            {
                if (condition(row, random) is not (0 or double.NaN)) continue;
                return constraint;
            }
            for (var other = row.Previous; other is not null; other = other.Previous)
                if (Same(constraint.Unique!, row, other)) return constraint;
        }
        return null;
    }

    private static bool Same(AttributePlan attribute, Row row, Row other) => attribute.Type.IsString
        ? row.Texts[attribute.Slot] is { } text && text == other.Texts[attribute.Slot]
        : row.Numbers[attribute.Slot] == other.Numbers[attribute.Slot];
}
