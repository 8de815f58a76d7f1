using System.Reflection;
using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>The classes of some assemblies that carry an attribute, by id in ordinal order.</summary>
/// <typeparam name="TAttribute">What registers a class.</typeparam>
public sealed class Catalog<TAttribute>
    where TAttribute : CatalogAttribute
{
    private readonly SortedDictionary<string, CatalogEntry<TAttribute>> _entries = new(StringComparer.Ordinal);

    /// <param name="what">What an entry is called in errors, e.g. <c>model</c>.</param>
    /// <param name="assemblies">Where to look.</param>
    /// <exception cref="InvalidOperationException">Two classes have one id.</exception>
    public Catalog(string what, params IEnumerable<Assembly> assemblies)
    {
        What = what;
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()))
        {
            if (type.GetCustomAttribute<TAttribute>() is not { } attribute) continue;
            if (!_entries.TryAdd(attribute.Id, new(attribute.Id, type, attribute)))
                throw new InvalidOperationException($"{type} and {_entries[attribute.Id].Type} are both registered as {what} '{attribute.Id}'.");
        }
    }

    /// <summary>What an entry is called.</summary>
    public string What { get; }

    /// <summary>All ids, in ordinal order.</summary>
    public IReadOnlyCollection<string> Ids => _entries.Keys;

    /// <summary>All entries, in the order of their ids.</summary>
    public IReadOnlyCollection<CatalogEntry<TAttribute>> Entries => _entries.Values;

    /// <summary>The entry of an id.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest id.</exception>
    public CatalogEntry<TAttribute> this[string id] => _entries.TryGetValue(id, out var entry)
        ? entry
        : throw new ArgumentException(UnknownColumn.Message(What, id, Ids), nameof(id));
}

/// <summary>One registered class.</summary>
public sealed record CatalogEntry<TAttribute>(string Id, Type Type, TAttribute Attribute)
    where TAttribute : CatalogAttribute;
