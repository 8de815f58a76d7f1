using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Options of <see cref="IndependentGenerator"/>: there are none.</summary>
public sealed record IndependentOptions;

/// <summary>Samples every column independently of the others from its empirical distribution.</summary>
/// <remarks>
/// The floor that all other generators must beat: keeps marginals and missing rates, destroys dependence, offers no privacy. Fit O(n log n) a
/// column, sample O(1) a cell. Source: Efron, Ann. Statist. 7(1), 1979, doi:10.1214/aos/1176344552.
/// </remarks>
[Generator("independent", typeof(IndependentOptions))]
public sealed class IndependentGenerator : IGenerator
{
    /// <param name="options">Nothing to choose.</param>
    public IndependentGenerator(IndependentOptions options) => ArgumentNullException.ThrowIfNull(options);

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var marginals = TrainingTable.Marginals(training, context);
        return new Fitted(TrainingTable.ModelSchema(context.Schema, marginals), marginals);
    }

    private sealed class Fitted(TableSchema schema, Marginal[] marginals) : IFittedGenerator, IIdentifying
    {
        public TableSchema Schema => schema;

        public DataFrame SampleChunk(int rows, SplitRandom random) =>
            new(marginals.Select(marginal => MarginalSampling.Independent(marginal, rows, random.Split(marginal.Name))));

        public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) =>
            MarginalSampling.Identify(marginals, chunk, firstRow, stream);
    }
}
