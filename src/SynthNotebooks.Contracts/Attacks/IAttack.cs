using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A membership attack: says for each candidate record how much it looks like one the generator was fitted on; stateless.</summary>
public interface IAttack
{
    /// <summary>Scores the candidates, higher = more like a member.</summary>
    double[] Score(AttackInput input, CancellationToken cancellation);
}

/// <summary>What an attacker sees.</summary>
/// <param name="Synthetic">The published table.</param>
/// <param name="Candidates">Records whose membership is guessed, members and others in one shuffled pool.</param>
/// <param name="Schema">How both are read.</param>
public sealed record AttackInput(DataFrame Synthetic, DataFrame Candidates, TableSchema Schema)
{
    /// <summary>Real rows of the same population, disjoint from the candidates; null when the attacker has none.</summary>
    public DataFrame? Reference { get; init; }

    /// <summary>Refits the generator on a table with a seed, for shadow models; null when the attacker cannot.</summary>
    public Func<DataFrame, ulong, IFittedGenerator>? Refit { get; init; }

    /// <summary>Default 0.</summary>
    public ulong Seed { get; init; }
}
