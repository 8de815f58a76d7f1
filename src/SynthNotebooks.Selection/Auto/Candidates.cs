using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Selection;

/// <summary>The models that may be chosen, cheapest first.</summary>
internal static class Candidates
{
    private const string Auto = "auto", Ensemble = "ensemble";

    // By the time of a fit on tables of some 30,000 rows; models not listed come before the last, which is much slower than the rest.
    private static readonly string[] CheapestFirst = ["independent", "parametric", "mvn", "kde", "copula", "t-copula", "bayesnet", "cart", "mixture", "arf", Ensemble, "gmm", "circuit"];

    /// <summary>All models that there are, those of this library too.</summary>
    public static Catalog<GeneratorAttribute> Catalog { get; } = new("model", typeof(IndependentGenerator).Assembly, typeof(Candidates).Assembly);

    /// <summary>Ids in the order in which they are tried.</summary>
    /// <param name="list">Ids separated by commas; empty for all that do not copy rows.</param>
    /// <param name="ensembles">Whether an ensemble may be one of them.</param>
    /// <exception cref="ArgumentException">An id is unknown, repeats, or is of a model that copies rows or chooses among others.</exception>
    public static IReadOnlyList<string> Of(string list, bool ensembles = true)
    {
        if (list.Trim().Length == 0)
            return [.. Catalog.Entries.Where(entry => !entry.Attribute.CopiesRows && !entry.Attribute.IsPrivate && MayTakePart(entry.Id, ensembles)).Select(entry => entry.Id).OrderBy(Place).ThenBy(id => id, StringComparer.Ordinal)];
        string[] ids = [.. list.Split(',').Select(id => id.Trim())];
        foreach (var id in ids)
        {
            if (Catalog[id].Attribute.CopiesRows) throw new ArgumentException($"The model '{id}' repeats training rows; it is a control and cannot be a candidate.", nameof(list));
            if (Catalog[id].Attribute.IsPrivate) throw new ArgumentException($"The model '{id}' is private; choosing by the data would cost budget that it does not count, so it cannot be a candidate.", nameof(list));
            if (!MayTakePart(id, ensembles)) throw new ArgumentException($"The model '{id}' is itself made of others; it cannot take part here.", nameof(list));
            if (ids.Count(other => other == id) > 1) throw new ArgumentException($"The candidate '{id}' is named twice.", nameof(list));
        }
        return [.. ids.OrderBy(Place).ThenBy(id => id, StringComparer.Ordinal)];
    }

    /// <summary>A generator of an id with options as text.</summary>
    public static IGenerator Create(string id, IReadOnlyDictionary<string, string> options) => GeneratorFactory.Create(Catalog, id, options);

    private static bool MayTakePart(string id, bool ensembles) => id != Auto && (ensembles || id != Ensemble);

    private static int Place(string id) => Array.IndexOf(CheapestFirst, id) is >= 0 and var at ? 2 * at : 2 * (CheapestFirst.Length - 1) - 1;
}
