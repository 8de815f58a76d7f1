namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>One thing that is wrong in a scenario.</summary>
/// <param name="Place">Where.</param>
/// <param name="Message">What, of which entity and attribute, and what would be accepted.</param>
public sealed record ScenarioError(SourcePlace Place, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Message}";
}
