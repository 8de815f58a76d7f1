using System.Collections.Concurrent;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>What several metrics need, computed when the first of them asks; safe for many threads.</summary>
internal sealed class SharedWork
{
    private readonly ConcurrentDictionary<object, Lazy<object>> _done = new();

    /// <param name="key">What is computed: equal keys share one result.</param>
    /// <param name="compute">Called at most once a key; must not ask for the same key.</param>
    public T Once<T>(object key, Func<T> compute)
        where T : notnull =>
        (T)_done.GetOrAdd(key, _ => new Lazy<object>(() => compute())).Value;
}
