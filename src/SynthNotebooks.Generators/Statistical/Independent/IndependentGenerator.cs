using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
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
public sealed class IndependentGenerator : IGenerator, IModelLoader
{
    private readonly IndependentOptions _options;

    /// <param name="options">Nothing to choose.</param>
    public IndependentGenerator(IndependentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <inheritdoc/>
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var marginals = TrainingTable.Marginals(training, context);
        return new Fitted(ModelOrigin.Of<IndependentGenerator>(_options, context.Seed), TrainingTable.ModelSchema(training, context.Schema, marginals), marginals);
    }

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Fitted(reader.Origin, reader.Schema, MarginalStore.Load(reader));
    }

    private sealed class Fitted(ModelOrigin origin, TableSchema schema, Marginal[] marginals) : ICompleting, IConditional, IImputer, IIdentifying, IPersistable
    {
        private readonly IndependentCells _cells = new(marginals);

        public ModelOrigin Origin => origin;

        public TableSchema Schema => schema;

        public DataFrame SampleChunk(int rows, SplitRandom random) =>
            new(marginals.Select((marginal, i) => MarginalSampling.Independent(marginal, schema.Columns[i], rows, random.Split(marginal.Name))));

        public IReadOnlyList<Marginal> Marginals => marginals;

        public bool CanCondition(Condition where) => _cells.CanCondition(where);

        public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => _cells.Sample(schema, rows, where, random);

        public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation) => _cells.Draw(gaps, random);

        public DataFrame Impute(DataFrame table, SampleOptions options) => RowCompletion.Impute(this, table, options);

        public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => RowCompletion.Redraw(this, table, columns, options);

        public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) =>
            MarginalSampling.Identify(marginals, chunk, firstRow, stream);

        public void Save(ModelWriter writer) => MarginalStore.Save(marginals, writer);
    }
}
