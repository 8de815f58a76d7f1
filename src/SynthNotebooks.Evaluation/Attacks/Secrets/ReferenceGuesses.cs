using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Secrets;

/// <summary>What one who never saw the candidates, nor anything made from them, would guess: learnt from the attacker's own real rows.</summary>
internal sealed record ReferenceGuesses(string?[] Values)
{
    private const int MostRows = 10_000;

    /// <summary>Null without rows of the attacker's own, or when they have one value only.</summary>
    public static IReadOnlyList<string?>? Of(AttackInput input, CancellationToken cancellation)
    {
        var tables = AttackTables.Of(input, cancellation);
        if (input.Reference is not { } reference || SecretColumn.Of(reference.Columns[input.Secret!]) is not { } secret) return null;
        return input.Cache.Of(() => new ReferenceGuesses(secret.Learn(tables.ReferenceFeatures!, tables.CandidateFeatures, MostRows, input, cancellation))).Values;
    }
}
