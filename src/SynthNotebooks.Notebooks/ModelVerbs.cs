using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Constraints;
using SynthNotebooks.Generators.Private;

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

    /// <summary>Fills the missing cells of a table from their distribution given the other cells of the row.</summary>
    /// <param name="model">Fitted on a table with the same columns.</param>
    /// <param name="table">Cells that are present stay as they are.</param>
    /// <param name="seed">The same seed gives the same cells.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="NotSupportedException">The model does not know how its columns depend on each other row by row.</exception>
    /// <exception cref="ArgumentException">A column of the model is not in the table, or a cell does not fit its kind.</exception>
    public static DataFrame Impute(this IFittedGenerator model, DataFrame table, ulong seed = 0, CancellationToken cancellation = default) =>
        model.Imputer().Impute(table, new SampleOptions { Seed = seed, Cancellation = cancellation });

    /// <summary>Partial synthesis: replaces some columns of a table, row by row, given the others, which stay as they are.</summary>
    /// <param name="model">Fitted on a table with the same columns.</param>
    /// <param name="table">What stands in the columns to replace is not read.</param>
    /// <param name="columns">Columns to replace.</param>
    /// <param name="seed">The same seed gives the same cells.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <remarks>The rows are still those of the table's subjects, and so is the result's origin.</remarks>
    /// <exception cref="NotSupportedException">The model does not know how its columns depend on each other row by row.</exception>
    /// <exception cref="ArgumentException">A column is not there or is named twice, or none is named.</exception>
    public static DataFrame Redraw(this IFittedGenerator model, DataFrame table, IReadOnlyList<string> columns, ulong seed = 0, CancellationToken cancellation = default) =>
        model.Imputer().Redraw(table, columns, new SampleOptions { Seed = seed, Cancellation = cancellation });

    /// <summary>The model as one that fills and replaces cells.</summary>
    /// <exception cref="NotSupportedException">It cannot.</exception>
    public static IImputer Imputer(this IFittedGenerator model) => model as IImputer ?? throw new NotSupportedException(
        "This model cannot fill or replace cells: it does not tell what a cell is likely to be given the others of its row. Fit another one, e.g. mixture, circuit or bayesnet.");

    /// <summary>What its constraints do to a model; displayable.</summary>
    /// <param name="model">Fitted under constraints.</param>
    /// <param name="training">The table that it was fitted on.</param>
    /// <param name="rows">Sampled with and without the constraints, at least 1; default 10,000.</param>
    /// <param name="seed">Of the samples.</param>
    /// <param name="refit">Whether the same model is fitted without constraints for comparison.</param>
    /// <param name="minimumCount">As it was given to the fit.</param>
    /// <param name="progress">Told of what is being done; may be null.</param>
    /// <param name="cancellation">Stops the fit or the sampling.</param>
    /// <exception cref="EvaluationException">The model has no constraints, or is private: then nothing but its own release may be told of the table.</exception>
    public static ConstraintXRay XRay(
        this IFittedGenerator model, DataFrame training, int rows = 10_000, ulong seed = 0, bool refit = true, int minimumCount = 5, IProgress<FitProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(training);
        if (model is IPrivateRelease { IsPrivate: true })
            throw new EvaluationException("The model is private, and an X-ray reads its training table: it counts rows that break constraints and compares columns, which no budget covers. That every row keeps the constraints can be seen in a sample.");
        var unconstrained = refit && model is IConstrained { Constraints.IsEmpty: false } && model is IPersistable { Origin: var origin }
            ? training.Fit(GeneratorFactory.Create(Toolkit.Default.Models, origin.Generator, origin.Options), origin.Seed, minimumCount, progress, cancellation: cancellation)
            : null;
        return ConstraintXRay.Of(model, training, unconstrained, rows, new SampleOptions { Seed = seed, Cancellation = cancellation });
    }
}
