using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>A private release with what was bought along with it.</summary>
/// <param name="Method">Id of the model.</param>
/// <param name="Claim">What is claimed of everything here together; begins with NON-PRIVATE for a seeded run.</param>
/// <param name="Table">The released rows.</param>
/// <param name="Baseline">Rows of <c>dp-independent</c>; null when none was asked for.</param>
/// <param name="Shares">How the budget was shared, in words.</param>
/// <param name="Domain">The domain that was bought, as JSON; null when none was.</param>
public sealed record PrivateRelease(string Method, string Claim, DataFrame Table, DataFrame? Baseline, string Shares, string? Domain)
{
    /// <summary>Whether the claim holds.</summary>
    public bool IsPrivate => !Claim.StartsWith("NON-PRIVATE", StringComparison.Ordinal);
}
