namespace SynthNotebooks.Contracts;

/// <summary>What may be said of any generator.</summary>
public static class PrivateGenerators
{
    /// <summary>Whether a fit makes a privacy claim, which a ledger has to cover.</summary>
    public static bool IsCharged(this IGenerator generator) => generator is IPrivateGenerator { Order.Options: var options } && !options.ContainsKey(IPrivateGenerator.InsecureSeed);
}
