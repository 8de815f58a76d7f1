using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>What an attacker sees.</summary>
/// <param name="Synthetic">The published table.</param>
/// <param name="Candidates">
/// Records that are attacked: members and others in one shuffled pool. For attacks on a secret they lack its column, and are all of one sort.
/// </param>
/// <param name="Schema">How the tables are read.</param>
public sealed record AttackInput(DataFrame Synthetic, DataFrame Candidates, TableSchema Schema)
{
    /// <summary>Real rows of the same population, disjoint from the candidates; null when the attacker has none.</summary>
    public DataFrame? Reference { get; init; }

    /// <summary>Refits the generator on a table with a seed, for shadow models and canaries; null when the attacker cannot.</summary>
    public Func<DataFrame, ulong, IFittedGenerator>? Refit { get; init; }

    /// <summary>The model that made the table, for attacks that query it; null when it is out of reach.</summary>
    public IFittedGenerator? Model { get; init; }

    /// <summary>The column that attacks on attributes want to know; null for the others.</summary>
    public string? Secret { get; init; }

    /// <summary>Number of shadow models, at least 2; default 32.</summary>
    public int Shadows { get; init; } = 32;

    /// <summary>Default 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most threads used, default all; outcomes do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What attacks on this input share, such as distances and shadow models; never carried over to another input.</summary>
    public AttackCache Cache { get; } = new();

    private AttackInput(AttackInput original)
    {
        (Synthetic, Candidates, Schema, Reference, Refit, Model) = (original.Synthetic, original.Candidates, original.Schema, original.Reference, original.Refit, original.Model);
        (Secret, Shadows, Seed, Threads, Cache) = (original.Secret, original.Shadows, original.Seed, original.Threads, new());
    }
}
