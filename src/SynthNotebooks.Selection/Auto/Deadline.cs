namespace SynthNotebooks.Selection;

/// <summary>A budget of wall-clock time.</summary>
/// <param name="time">The clock.</param>
/// <param name="seconds">The budget.</param>
internal sealed class Deadline(TimeProvider time, double seconds)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Seconds since the beginning.</summary>
    public double Elapsed => time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Seconds left; negative when the budget is overrun.</summary>
    public double Remaining => seconds - Elapsed;

    /// <summary>Share of the budget that is spent, 0 to 1.</summary>
    public double Share => Math.Clamp(Elapsed / seconds, 0, 1);
}
