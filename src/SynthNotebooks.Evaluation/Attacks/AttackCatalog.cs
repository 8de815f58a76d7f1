using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Attacks;

/// <summary>All attacks of this library.</summary>
public static class AttackCatalog
{
    /// <summary>The attacks by id.</summary>
    public static Catalog<AttackAttribute> Attacks { get; } = new("attack", typeof(AttackCatalog).Assembly);

    /// <summary>An attack of an id.</summary>
    /// <exception cref="ArgumentException">There is none; the message tells the nearest id.</exception>
    public static IAttack Create(string id) => (IAttack)Activator.CreateInstance(Attacks[id].Type)!;

    /// <summary>What reports call an attack.</summary>
    public static string Title(string id) => Attacks[id].Attribute.Title is { Length: > 0 } title ? title : id;

    /// <summary>The attacks of some ids, the cheap ones first; <c>all</c> stands for every one.</summary>
    /// <exception cref="ArgumentException">An id is unknown, or there is none; the message tells the nearest.</exception>
    public static IReadOnlyList<CatalogEntry<AttackAttribute>> Plan(IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var asked = ids.SelectMany(id => id.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToArray();
        if (asked.Length == 0) throw new ArgumentException("No attack is named; give 'all' or ids of the catalog.", nameof(ids));
        var chosen = asked.Contains("all", StringComparer.Ordinal) ? Attacks.Entries : [.. asked.Distinct(StringComparer.Ordinal).Select(id => Attacks[id])];
        return [.. chosen.OrderBy(entry => entry.Attribute.Cost).ThenBy(entry => entry.Attribute.Kind).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }
}
