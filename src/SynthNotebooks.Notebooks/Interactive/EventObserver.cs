namespace SynthNotebooks.Notebooks.Interactive;

/// <summary>Tells an action of each event; for scripts, which have no observers at hand.</summary>
/// <typeparam name="T">The events.</typeparam>
/// <param name="next">Told of each event.</param>
public sealed class EventObserver<T>(Action<T> next) : IObserver<T>
{
    /// <inheritdoc/>
    public void OnNext(T value) => next(value);

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }
}
