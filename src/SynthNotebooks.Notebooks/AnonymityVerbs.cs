using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Privacy;
using SynthNotebooks.Privacy.Anonymity;
using SynthNotebooks.Privacy.Deidentification;
using SynthNotebooks.Privacy.Local;

namespace SynthNotebooks.Notebooks;

/// <summary>The magics' verbs that make a table less telling, for C# code.</summary>
public static class AnonymityVerbs
{
    /// <summary>Makes rows equal in their quasi-identifiers until each class meets the models.</summary>
    /// <param name="table">One row a person, without direct identifiers.</param>
    /// <param name="quasi">Columns that an attacker may know.</param>
    /// <param name="k">Rows a class, at least.</param>
    /// <param name="sensitive">Columns that must not be learnt; null for none.</param>
    /// <param name="l">Different sensitive values a class, at least; null for no such demand.</param>
    /// <param name="t">Largest distance of a class's sensitive values from the whole table's; null for no such demand.</param>
    /// <param name="method">Optimal or Mondrian.</param>
    /// <param name="hierarchies">Folder of hierarchy files; null for defaults.</param>
    /// <param name="suppress">Share of rows that may be left out.</param>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="AnonymityException">The request does not fit the table or cannot be met.</exception>
    public static AnonymityResult Anonymise(
        this DataFrame table, IReadOnlyList<string> quasi, int k, IReadOnlyList<string>? sensitive = null, int? l = null, double? t = null, AnonymisationMethod method = AnonymisationMethod.Optimal,
        string? hierarchies = null, double suppress = 0, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default) =>
        Anonymiser.Run(table, new AnonymityDemands(quasi, k) { Sensitive = sensitive ?? [], L = l, T = t, Method = method, Hierarchies = hierarchies, Suppress = suppress }.Options(progress, cancellation));

    /// <summary>The same with any models, hierarchies and losses.</summary>
    /// <exception cref="AnonymityException">The request does not fit the table or cannot be met.</exception>
    public static AnonymityResult Anonymise(this DataFrame table, AnonymityOptions options) => Anonymiser.Run(table, options);

    /// <summary>Exchanges values of columns between rows that are near in rank (rank swapping), with cryptographic randomness.</summary>
    /// <param name="table">Any.</param>
    /// <param name="columns">Whose values are exchanged, each on its own.</param>
    /// <param name="window">Largest distance in rank, as a share of the rows, above 0, at most 1.</param>
    /// <exception cref="AnonymityException">A column is unknown.</exception>
    public static DataFrame Swap(this DataFrame table, IReadOnlyList<string> columns, double window)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var bits = new CryptographicBits();
        foreach (var column in columns) table = RankSwapping.Swap(table, column, window, bits);
        return table;
    }

    /// <summary>Scans for the 18 identifiers of HIPAA's Safe Harbor and removes or coarsens what is found.</summary>
    /// <param name="table">Any.</param>
    /// <param name="keep">Columns that the user answers for.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static (DataFrame Release, SafeHarborReport Report) Deidentify(this DataFrame table, params IReadOnlyList<string> keep)
    {
        var report = SafeHarbor.Scan(table, keep);
        return (SafeHarbor.Apply(table, report), report);
    }

    /// <summary>Replaces a column by reports that are ε-DP for each record.</summary>
    /// <param name="table">One row a person.</param>
    /// <param name="column">The column.</param>
    /// <param name="options">ε and categories.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="ArgumentException">The column or a value does not fit.</exception>
    public static RandomisedColumn Randomise(this DataFrame table, string column, ColumnRandomiserOptions options, CancellationToken cancellation = default) =>
        ColumnRandomiser.Run(table, column, options, new CryptographicBits(), cancellation);
}
