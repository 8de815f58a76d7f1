using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Notebooks;

/// <summary>The magics' verbs on tables, for C# code.</summary>
public static class TableVerbs
{
    /// <summary>Fits a model of the catalog.</summary>
    /// <param name="training">The table; roles declared for its columns are kept.</param>
    /// <param name="model">Id, e.g. <c>copula</c>.</param>
    /// <param name="seed">The same seed gives the same model.</param>
    /// <param name="minimumCount">Categories seen fewer times are pooled; 1 keeps all.</param>
    /// <param name="options">The model's options as text by name, e.g. <c>classes</c>; null for the defaults.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="ArgumentException">The id or an option is unknown or not legal.</exception>
    /// <exception cref="FitException">The table cannot be learnt.</exception>
    public static IFittedGenerator Fit(
        this DataFrame training, string model, ulong seed = 0, int minimumCount = 5, IReadOnlyDictionary<string, string>? options = null, CancellationToken cancellation = default) =>
        training.Fit(GeneratorFactory.Create(Toolkit.Default.Models, model, options), seed, minimumCount, null, cancellation);

    /// <summary>Fits a generator that was made with its options record.</summary>
    /// <param name="training">The table; roles declared for its columns are kept.</param>
    /// <param name="generator">E.g. <c>new CopulaGenerator(new(Classes: 8))</c>.</param>
    /// <param name="seed">The same seed gives the same model.</param>
    /// <param name="minimumCount">Categories seen fewer times are pooled; 1 keeps all.</param>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="FitException">The table cannot be learnt.</exception>
    public static IFittedGenerator Fit(
        this DataFrame training, IGenerator generator, ulong seed = 0, int minimumCount = 5, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(generator);
        return generator.Fit(training, new FitContext(training.InferSchema())
        {
            Seed = seed,
            MinimumCount = minimumCount,
            Progress = progress,
            Cancellation = cancellation,
        });
    }

    /// <summary>How the columns are read, with overrides such as <c>zip=category</c>; displayable.</summary>
    /// <exception cref="ArgumentException">An override names no column, role or kind, or a cell cannot be converted.</exception>
    public static TableSchema Schema(this DataFrame frame, params IEnumerable<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return frame.InferSchema(overrides);
    }
}
