namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Joins texts in a formula; what grows beyond a million characters is an error of the scenario, not of memory.</summary>
internal sealed class TextJoiner(SourcePlace place, string owner)
{
    public const int MostCharacters = 1_000_000;

    public string? Join(string? first, string? second) => (long)(first?.Length ?? 0) + (second?.Length ?? 0) <= MostCharacters
        ? string.Concat(first, second)
        : throw new ScenarioException(place, FormattableString.Invariant($"{owner}: a text grows beyond {MostCharacters} characters."));
}
