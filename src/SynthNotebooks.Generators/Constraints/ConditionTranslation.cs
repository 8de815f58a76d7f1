using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Conditions on the table as conditions on what the model inside learns.</summary>
internal sealed class ConditionTranslation(TableTransform transform)
{
    /// <summary>The same condition inside; null when it reads columns that only exist outside.</summary>
    public Condition? Inside(Condition where) => Translate(where.WithoutNot());

    /// <summary>The condition that finds the rows that do not break another: those where it is true, or says nothing because a cell is missing.</summary>
    public static Condition NotFalse(Condition condition) => Lenient(condition.WithoutNot());

    private static Condition Lenient(Condition condition) => condition switch
    {
        Condition.All(var parts) => new Condition.All([.. parts.Select(Lenient)]),
        Condition.Any(var parts) => new Condition.Any([.. parts.Select(Lenient)]),
        Condition.IsMissing => condition,
        _ => new Condition.Any([condition, .. condition.Columns.Order(StringComparer.Ordinal).Select(column => new Condition.IsMissing(column))]),
    };

    private Condition? Translate(Condition condition) => condition switch
    {
        Condition.All(var parts) => Parts(parts) is { } translated ? new Condition.All(translated) : null,
        Condition.Any(var parts) => Parts(parts) is { } translated ? new Condition.Any(translated) : null,
        _ when condition.Columns.All(transform.Keeps) => condition,
        _ => transform.Steps.OfType<CombinationTransform>().FirstOrDefault(step => condition.Columns.All(step.Outputs.Contains)) is { } step ? Listed(condition, step) : null,
    };

    private Condition[]? Parts(IReadOnlyList<Condition> parts)
    {
        var translated = new Condition[parts.Count];
        for (var i = 0; i < translated.Length; i++)
        {
            if (Translate(parts[i]) is not { } part) return null;
            translated[i] = part;
        }
        return translated;
    }

    // The combinations that meet the condition.
    private static Condition Listed(Condition condition, CombinationTransform step)
    {
        object[] labels = [.. ConditionEvaluator.Rows(condition, step.Palette).Select(CombinationTransform.Label)];
        return labels.Length == 0 ? new Condition.Any([]) : new Condition.InList(step.Name, labels);
    }
}
