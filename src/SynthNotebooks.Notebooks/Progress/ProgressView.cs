using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Progress;

/// <summary>How far a piece of work is; displayable. Holds no time, so that reruns show the same.</summary>
/// <param name="Title">What is being done, e.g. <c>fitting copula</c>.</param>
/// <param name="Share">Of the work done, 0 to 1.</param>
/// <param name="Stage">The present step; empty when there is none.</param>
/// <param name="Detail">What has been found so far; null for nothing.</param>
public sealed record ProgressView(string Title, double Share, string Stage, TableView? Detail = null);
