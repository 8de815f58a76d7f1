using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Processes;

/// <summary>What one run of a process is given.</summary>
/// <param name="Random">The parent row's own stream for this process.</param>
/// <param name="Start">First moment of the period, in seconds since 1970-01-01.</param>
/// <param name="End">Moment at which the period is over, in seconds since 1970-01-01.</param>
/// <param name="Cancellation">Asked now and then in long runs.</param>
public sealed record ProcessRun(SplitRandom Random, double Start, double End, CancellationToken Cancellation = default);
