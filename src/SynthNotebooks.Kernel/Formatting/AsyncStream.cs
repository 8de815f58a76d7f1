using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>Reads the beginning of an <see cref="IAsyncEnumerable{T}"/>, so that it is shown like a list.</summary>
/// <remarks>Waits for the items: a stream that never gives one is ended by an interrupt of the cell.</remarks>
internal static class AsyncStream
{
    private static readonly MethodInfo Read = typeof(AsyncStream).GetMethod(nameof(ReadAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <param name="value">Any value.</param>
    /// <param name="items">The first items, as many as lists show; null when the value is no stream.</param>
    /// <param name="more">Whether there are more.</param>
    public static bool TryRead(object value, [NotNullWhen(true)] out IReadOnlyList<object?>? items, out bool more)
    {
        (items, more) = (null, false);
        var type = value.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        if (type is null || value is IEnumerable) return false;
        var limit = Formatter.ListExpansionLimit;
        var read = ((Task<List<object?>>)Read.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, [value, limit])!).GetAwaiter().GetResult();
        more = read.Count > limit;
        if (more) read.RemoveAt(limit);
        items = read;
        return true;
    }

    private static async Task<List<object?>> ReadAsync<T>(IAsyncEnumerable<T> stream, int limit)
    {
        var items = new List<object?>();
        await foreach (var item in stream.ConfigureAwait(false))
        {
            items.Add(item);
            if (items.Count > limit) break;
        }
        return items;
    }
}
