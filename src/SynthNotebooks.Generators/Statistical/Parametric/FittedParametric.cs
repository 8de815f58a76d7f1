using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Independent columns whose numbers follow named distributions.</summary>
internal sealed class FittedParametric(ModelOrigin origin, TableSchema schema, Marginal[] marginals, ColumnFamily[] families) : ICompleting, IConditional, IImputer, IIdentifying, IParametric, IPersistable
{
    private readonly IndependentCells _cells = new(marginals);

    public ModelOrigin Origin => origin;

    public TableSchema Schema => schema;

    public IReadOnlyList<ColumnFamily> Families => families;

    public DataFrame SampleChunk(int rows, SplitRandom random) =>
        new(marginals.Select((marginal, i) => MarginalSampling.Independent(marginal, schema.Columns[i], rows, random.Split(marginal.Name))));

    public IReadOnlyList<Marginal> Marginals => marginals;

    public bool CanCondition(Condition where) => _cells.CanCondition(where);

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => _cells.Sample(schema, rows, where, random);

    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation) => _cells.Draw(gaps, random);

    public DataFrame Impute(DataFrame table, SampleOptions options) => RowCompletion.Impute(this, table, options);

    public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => RowCompletion.Redraw(this, table, columns, options);

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(marginals, writer);
        writer.Write("families", families.Length);
        for (var i = 0; i < families.Length; i++)
        {
            var part = writer.Part(FormattableString.Invariant($"families/{i}"));
            part.Write("column", families[i].Column);
            part.Write("family", families[i].Family);
            part.WriteTexts("names", [.. families[i].Parameters.Select(parameter => parameter.Name)]);
            part.WriteArray<double>("values", [.. families[i].Parameters.Select(parameter => parameter.Value)]);
            part.WriteArray<double>("spikes", [.. families[i].Spikes.SelectMany(spike => new[] { spike.Value, spike.Share })]);
        }
    }

    public static FittedParametric Load(ModelReader reader)
    {
        var families = new ColumnFamily[reader.Integer("families", 0, reader.Schema.Columns.Count)];
        for (var i = 0; i < families.Length; i++)
        {
            var part = reader.Part(FormattableString.Invariant($"families/{i}"));
            var names = part.Texts("names");
            var values = part.Array<double>("values", names.Count);
            var spikes = part.Array<double>("spikes");
            families[i] = new(part.Text("column"), part.Text("family"), [.. names.Zip(values)], [.. spikes.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        }
        return new(reader.Origin, reader.Schema, MarginalStore.Load(reader), families);
    }
}
