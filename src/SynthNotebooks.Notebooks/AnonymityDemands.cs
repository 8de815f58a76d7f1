using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Notebooks;

/// <summary>What the commands ask of an anonymised table.</summary>
/// <param name="Quasi">Columns that an attacker may know of a person, at least one.</param>
/// <param name="K">Rows that must be equal, at least 1.</param>
public sealed record AnonymityDemands(IReadOnlyList<string> Quasi, int K)
{
    /// <summary>Columns that must not be learnt of a person.</summary>
    public IReadOnlyList<string> Sensitive { get; init; } = [];

    /// <summary>l of each sensitive column; null for none. Entropy diversity takes any number from 1, the others whole ones.</summary>
    public double? L { get; init; }

    /// <summary>How l counts; default distinct.</summary>
    public DiversityKind Diversity { get; init; }

    /// <summary>c of recursive diversity, above 0; default 3.</summary>
    public double C { get; init; } = 3;

    /// <summary>Largest distance of sensitive values from those of the whole table, 0 to 1; null for none.</summary>
    public double? T { get; init; }

    /// <summary>How far values are apart for t; hierarchical takes the column's file of <see cref="Hierarchies"/>.</summary>
    public GroundDistance Distance { get; init; }

    /// <summary>Persons of the population that every row must fit, at least; null for none.</summary>
    public int? KMap { get; init; }

    /// <summary>Smallest and largest share of a class's population that may be in the table; null for none.</summary>
    public (double Minimum, double Maximum)? Presence { get; init; }

    /// <summary>The population, its quasi-identifiers and the table's own persons included; for k-map and presence.</summary>
    public DataFrame? Population { get; init; }

    /// <summary>How classes are made.</summary>
    public AnonymisationMethod Method { get; init; }

    /// <summary>Id of what the optimal method minimises: entropy, discernibility, class-size or precision.</summary>
    public string Loss { get; init; } = "entropy";

    /// <summary>Folder of hierarchy files; null for defaults.</summary>
    public string? Hierarchies { get; init; }

    /// <summary>Share of rows that may be left out, 0 to 1.</summary>
    public double Suppress { get; init; }

    /// <summary>The demands as options of <see cref="Anonymiser"/>.</summary>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="AnonymityException">The demands do not fit together.</exception>
    public AnonymityOptions Options(IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        if ((L ?? T) is not null && Sensitive.Count == 0) throw new AnonymityException("l and t are demands on sensitive columns; name at least one.");
        if (Diversity != DiversityKind.Distinct && L is null) throw new AnonymityException($"The diversity is {Diversity.ToString().ToLowerInvariant()}, but no l is given; give one.");
        return new(Quasi, Models())
        {
            Sensitive = Sensitive,
            Method = Method,
            SuppressionLimit = Suppress,
            Population = Population,
            Loss = LossMetric.All.FirstOrDefault(loss => loss.Id == Loss) ?? throw new AnonymityException($"The loss is '{Loss}'; it must be one of {string.Join(", ", LossMetric.All.Select(loss => loss.Id))}."),
            Hierarchies = Hierarchies is null ? new Dictionary<string, GeneralisationHierarchy>() : HierarchyFolder.Load(Hierarchies, Quasi),
            Progress = progress,
            Cancellation = cancellation,
        };
    }

    private List<IPrivacyModel> Models()
    {
        var models = new List<IPrivacyModel> { new KAnonymity(K) };
        foreach (var column in Sensitive)
        {
            if (L is { } l) models.Add(Diversity switch { DiversityKind.Entropy => new EntropyDiversity(column, l), DiversityKind.Recursive => new RecursiveDiversity(column, C, Whole(l)), _ => new DistinctDiversity(column, Whole(l)) });
            if (T is { } t) models.Add(new TCloseness(column, t, Distance, Distance == GroundDistance.Hierarchical ? HierarchyOf(column) : null));
        }
        if (KMap is { } k) models.Add(new KMap(k));
        if (Presence is var (minimum, maximum)) models.Add(new DeltaPresence(minimum, maximum));
        return models;
    }

    private GeneralisationHierarchy HierarchyOf(string column) => Hierarchies is { } folder && HierarchyFolder.Load(folder, [.. Quasi, column]).TryGetValue(column, out var hierarchy)
        ? hierarchy
        : throw new AnonymityException($"The hierarchical distance of '{column}' needs its hierarchy; name a folder that holds {column}.csv.");

    private static int Whole(double l) => l == Math.Floor(l) && l is >= 1 and <= 1_000_000
        ? (int)l
        : throw new AnonymityException(string.Create(CultureInfo.InvariantCulture, $"l is {l}; it must be a whole number from 1, except for entropy diversity."));
}
