namespace SynthNotebooks.Contracts;

/// <summary>What an attacker does with a published table; stateless, registered by <see cref="AttackAttribute"/>.</summary>
/// <remarks>An attack never learns which candidates are members: whoever runs it keeps the labels and judges the outcome.</remarks>
public interface IAttack
{
    /// <summary>Attacks; the same input gives the same outcome at any number of threads.</summary>
    /// <exception cref="OperationCanceledException">Within 0.5 s of cancellation.</exception>
    AttackOutcome Run(AttackInput input, CancellationToken cancellation);
}
