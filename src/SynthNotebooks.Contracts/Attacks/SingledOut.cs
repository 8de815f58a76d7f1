namespace SynthNotebooks.Contracts;

/// <summary>Predicates that an attacker believes to be met by one person only.</summary>
/// <param name="Matches">For each predicate the candidates that meet it, at most <see cref="MostMatches"/> of them.</param>
/// <param name="Baseline">The same for predicates drawn without the synthetic table.</param>
public sealed record SingledOut(IReadOnlyList<int[]> Matches, IReadOnlyList<int[]> Baseline) : AttackOutcome
{
    /// <summary>More matches are not listed: such a predicate singles nobody out.</summary>
    public const int MostMatches = 64;
}
