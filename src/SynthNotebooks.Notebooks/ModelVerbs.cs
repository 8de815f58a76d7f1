using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Constraints;

namespace SynthNotebooks.Notebooks;

/// <summary>The magics' verbs on fitted models, for C# code; sampling is a member of the model itself.</summary>
public static class ModelVerbs
{
    /// <summary>Saves the model as one portable file, whole or not at all.</summary>
    /// <exception cref="NotSupportedException">The model cannot be saved.</exception>
    public static void Save(this IFittedGenerator model, string path)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ModelArchive.Save(model, path);
    }

    /// <summary>What its constraints do to a model; displayable.</summary>
    /// <param name="model">Fitted under constraints.</param>
    /// <param name="training">The table that it was fitted on.</param>
    /// <param name="rows">Sampled with and without the constraints, at least 1; default 10,000.</param>
    /// <param name="seed">Of the samples.</param>
    /// <param name="refit">Whether the same model is fitted without constraints for comparison.</param>
    /// <param name="minimumCount">As it was given to the fit.</param>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="cancellation">Stops the fit or the sampling.</param>
    /// <exception cref="EvaluationException">The model has no constraints.</exception>
    public static ConstraintXRay XRay(
        this IFittedGenerator model, DataFrame training, int rows = 10_000, ulong seed = 0, bool refit = true, int minimumCount = 5, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        var unconstrained = refit && model is IConstrained && model is IPersistable { Origin: var origin }
            ? training.Fit(GeneratorFactory.Create(Toolkit.Default.Models, origin.Generator, origin.Options), origin.Seed, minimumCount, progress, cancellation: cancellation)
            : null;
        return ConstraintXRay.Of(model, training, unconstrained, rows, new SampleOptions { Seed = seed, Cancellation = cancellation });
    }
}
