using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Constraints;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks;

/// <summary>The magics' verbs on tables, for C# code.</summary>
public static class TableVerbs
{
    /// <summary>Fits a model of the catalog; a private one is charged to the ledger, or answered from it when the same was asked of the same table before.</summary>
    /// <param name="training">The table; roles declared for its columns are kept.</param>
    /// <param name="model">Id, e.g. <c>copula</c>.</param>
    /// <param name="seed">The same seed gives the same model.</param>
    /// <param name="minimumCount">Categories seen fewer times are pooled; 1 keeps all.</param>
    /// <param name="options">The model's options as text by name, e.g. <c>classes</c>; null for the defaults.</param>
    /// <param name="constraints">What every sampled row keeps, e.g. <c>"age >= 18; admitted &lt;= discharged"</c>; null for nothing.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="ArgumentException">The id or an option is unknown or not legal.</exception>
    /// <exception cref="FormatException">The constraints cannot be read, or contradict each other.</exception>
    /// <exception cref="FitException">The table cannot be learnt, or the constraints cannot be met.</exception>
    /// <exception cref="BudgetException">The ledger does not cover a private model; nothing was read.</exception>
    public static IFittedGenerator Fit(
        this DataFrame training, string model, ulong seed = 0, int minimumCount = 5, IReadOnlyDictionary<string, string>? options = null, string? constraints = null, CancellationToken cancellation = default) =>
        training.Fit(Generator(Toolkit.Default, model, options ?? new Dictionary<string, string>(), path => path), seed, minimumCount, null, constraints is null ? null : training.Constraints(constraints), false, cancellation);

    /// <summary>Fits a generator that was made with its options record; a private one is charged to the ledger, or answered from it when the same was asked of the same table before.</summary>
    /// <param name="training">The table; roles declared for its columns are kept.</param>
    /// <param name="generator">E.g. <c>new CopulaGenerator(new(Classes: 8))</c>.</param>
    /// <param name="seed">The same seed gives the same model.</param>
    /// <param name="minimumCount">Categories seen fewer times are pooled; 1 keeps all.</param>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="constraints">What every sampled row keeps; null for nothing.</param>
    /// <param name="strict">Whether training rows that break a constraint fail the fit; else they are left out.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="FitException">The table cannot be learnt, or the constraints cannot be met.</exception>
    /// <exception cref="BudgetException">The ledger does not cover a private model; nothing was read.</exception>
    public static IFittedGenerator Fit(
        this DataFrame training, IGenerator generator, ulong seed = 0, int minimumCount = 5, IProgress<FitProgress>? progress = null,
        ConstraintSet? constraints = null, bool strict = false, CancellationToken cancellation = default) =>
        training.Fit(Toolkit.Default, null, generator, seed, minimumCount, progress, constraints, strict, cancellation).Model;

    /// <summary>The fit, and for a private model its place in the ledger.</summary>
    internal static (IFittedGenerator Model, PrivateFit? Private) Fit(
        this DataFrame training, Toolkit toolkit, string? ledger, IGenerator generator, ulong seed, int minimumCount, IProgress<FitProgress>? progress, ConstraintSet? constraints, bool strict, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(generator);
        var context = new FitContext(training.InferSchema())
        {
            Constraints = constraints ?? ConstraintSet.Empty,
            RefuseViolations = strict,
            Seed = seed,
            MinimumCount = minimumCount,
            Progress = progress,
            Cancellation = cancellation,
        };
        if (!generator.IsCharged()) return (generator.FitConstrained(training, context), null);
        var fit = PrivateFits.Get(toolkit.Models, LedgerPlace.Open(ledger ?? toolkit.Ledger), training, generator, context);
        return (fit.Model, fit);
    }

    /// <summary>A generator of the catalog; that of a private model holds what its domain says, not where it lies.</summary>
    internal static IGenerator Generator(Toolkit toolkit, string model, IReadOnlyDictionary<string, string> options, Func<string, string> resolve) =>
        GeneratorFactory.Create(toolkit.Models, model, toolkit.Models[model].Attribute.IsPrivate ? PrivateFits.WithTexts(options, resolve) : options);

    /// <summary>Constraints on this table's columns, from their short forms separated by semicolons or line breaks, or from a file that holds these or JSON.</summary>
    /// <exception cref="FormatException">The text is no constraint, does not fit the columns, or contradicts itself.</exception>
    /// <exception cref="DataLoadException">The file is no sound JSON.</exception>
    public static ConstraintSet Constraints(this DataFrame training, string textOrFile)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(textOrFile);
        return IsConstraintFile(textOrFile) ? ConstraintSet.Load(textOrFile, training.InferSchema()) : ConstraintSet.Parse(textOrFile, training.InferSchema());
    }

    internal static bool IsConstraintFile(string text) => File.Exists(text) || text.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>How the columns are read, with overrides such as <c>zip=category</c>; displayable.</summary>
    /// <exception cref="ArgumentException">An override names no column, role or kind, or a cell cannot be converted.</exception>
    public static TableSchema Schema(this DataFrame frame, params IEnumerable<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame.InferSchema(overrides);
    }
}
