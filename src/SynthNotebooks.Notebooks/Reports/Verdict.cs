using SynthNotebooks.Evaluation.Gauges;

namespace SynthNotebooks.Notebooks.Reports;

/// <summary>How an answer is coloured; always said in words too.</summary>
internal enum Mood
{
    /// <summary>As good as the ceiling, or nearly so.</summary>
    Good,

    /// <summary>In between.</summary>
    Mixed,

    /// <summary>Near the floor, or worse.</summary>
    Poor,

    /// <summary>Not measured.</summary>
    Open,
}

/// <summary>The answer to one question of a reader.</summary>
/// <param name="Question">Such as «Faithful?».</param>
/// <param name="Answer">In a few words.</param>
/// <param name="Mood">How it is coloured.</param>
/// <param name="Figure">The score behind it, between floor and ceiling; null when there is none.</param>
/// <param name="FloorLabel">What the floor is.</param>
/// <param name="CeilingLabel">What the ceiling is.</param>
/// <param name="Text">What was found.</param>
/// <param name="May">What may be concluded.</param>
/// <param name="MayNot">What may not.</param>
internal sealed record Verdict(string Question, string Answer, Mood Mood, CalibratedMetric? Figure, string FloorLabel, string CeilingLabel, string Text, string May, string MayNot);
