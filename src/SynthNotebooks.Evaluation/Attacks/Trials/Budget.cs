using System.Globalization;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>The wall-clock budget of a battery.</summary>
internal sealed class Budget : IDisposable
{
    private readonly CancellationTokenSource _limit, _either;
    private readonly double? _seconds;

    public Budget(AttackOptions options)
    {
        _seconds = options.Seconds;
        _limit = _seconds is { } seconds ? new(TimeSpan.FromSeconds(seconds), options.Time) : new();
        _either = CancellationTokenSource.CreateLinkedTokenSource(options.Cancellation, _limit.Token);
    }

    /// <summary>Stops work when the time is up, or the battery is stopped.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Whether the time is up.</summary>
    public bool IsSpent => _limit.IsCancellationRequested;

    /// <summary>What to say of attacks that were not done.</summary>
    public string Reason => string.Create(CultureInfo.InvariantCulture, $"not done within {_seconds} seconds (--seconds)");

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }
}
