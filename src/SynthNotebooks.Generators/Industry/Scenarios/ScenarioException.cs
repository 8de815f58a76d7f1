namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>A scenario cannot be run: every line of the message is one error with its place.</summary>
public sealed class ScenarioException : ArgumentException
{
    /// <param name="errors">At least one.</param>
    public ScenarioException(params IReadOnlyList<ScenarioError> errors)
        : base(string.Join("\n", errors)) => Errors = errors;

    /// <param name="place">Where.</param>
    /// <param name="message">What is wrong and what would be accepted.</param>
    public ScenarioException(SourcePlace place, string message)
        : this(new ScenarioError(place, message))
    {
    }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<ScenarioError> Errors { get; }
}
