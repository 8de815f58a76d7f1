namespace SynthNotebooks.Contracts;

/// <summary>What an attack came to; which kind it is follows from the attack's <see cref="AttackKind"/>.</summary>
public abstract record AttackOutcome;
