using System.Collections.Concurrent;

namespace SynthNotebooks.Contracts;

/// <summary>Work that several attacks on one input share, each kind of it done once.</summary>
public sealed class AttackCache
{
    private readonly ConcurrentDictionary<Type, object> _known = new();

    /// <summary>The shared work of a type; made when it is not there yet. A failure or a stop leaves nothing behind.</summary>
    public T Of<T>(Func<T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return _known.TryGetValue(typeof(T), out var known) ? (T)known : (T)_known.GetOrAdd(typeof(T), make());
    }
}
