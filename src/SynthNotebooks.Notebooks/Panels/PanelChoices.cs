using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>The models that a panel offers, grouped by how faithful and how slow they are; the measured figures stand in docs/benchmarks.md.</summary>
internal static class PanelChoices
{
    /// <summary>Steps of the slider.</summary>
    public static IReadOnlyList<double> Epsilons { get; } = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 3, 5, 10];

    private static readonly (string Group, string[] Ids)[] Order =
    [
        ("quick look", ["independent", "copula"]),
        ("faithful", ["cart", "mixture", "bayesnet", "arf"]),
        ("most faithful, slower", ["circuit", "ensemble", "auto"]),
    ];

    /// <summary>Ordinary models by group; those that repeat training rows are left out.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<string> Ids)> Models(Catalog<GeneratorAttribute> catalog)
    {
        var ids = catalog.Entries.Where(entry => !entry.Attribute.IsPrivate && !entry.Attribute.CopiesRows).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var groups = Order.Select(group => (group.Group, Ids: (IReadOnlyList<string>)[.. group.Ids.Where(ids.Remove)])).ToList();
        groups.Add(("others", [.. ids.Order(StringComparer.Ordinal)]));
        return [.. groups.Where(group => group.Ids.Count > 0)];
    }

    /// <summary>Private models, the most accurate on most tables first.</summary>
    public static IReadOnlyList<string> Methods(Catalog<GeneratorAttribute> catalog) =>
        [.. catalog.Entries.Where(entry => entry.Attribute.IsPrivate).Select(entry => entry.Id).OrderBy(id => id switch { "mst" => 0, "aim" => 1, _ => 2 }).ThenBy(id => id, StringComparer.Ordinal)];
}
