using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>What a model says of conditions that it cannot meet.</summary>
internal static class ConditionErrors
{
    /// <summary>No row meets the condition.</summary>
    public static FitException Impossible() =>
        new("No row of the model meets the condition: its probability is zero. Check its values against the ranges and categories of the schema.");

    /// <summary>The condition was asked for although the model had said that it cannot be met exactly.</summary>
    public static FitException NotByInference() => new("The condition cannot be met by inference; sample by rejection instead.");
}
