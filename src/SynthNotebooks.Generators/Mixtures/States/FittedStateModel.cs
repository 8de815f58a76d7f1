using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>A joint distribution of states, with marginals that turn states into cells.</summary>
internal sealed class FittedStateModel : ICompleting, IConditional, IIdentifying, IImputer, IDensity, IPersistable
{
    private readonly StateLayout _layout;
    private readonly IStateModel _model;
    private readonly RankScale[] _scales;
    private readonly Marginal[] _marginals;
    private readonly IStateSampler _free;
    private readonly ConditionalWeakTable<Condition, ConditionedSampler> _conditioned = []; // a condition comes again with every chunk

    public FittedStateModel(ModelOrigin origin, TableSchema schema, StateLayout layout, IStateModel model)
    {
        (Origin, Schema, _layout, _model) = (origin, schema, layout, model);
        _scales = [.. layout.Bins.Select(bins => bins.Scale)];
        _marginals = [.. _scales.Select(scale => scale.Marginal)];
        _free = model.Given(null);
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    public IReadOnlyList<Marginal> Marginals => _marginals;

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var draws = StateDraws.Of(_layout, rows);
        _free.Draw(random.Split("states"), draws);
        return Placed(draws, random);
    }

    /// <summary>Cells of given states, each somewhere in its bin.</summary>
    public DataFrame Decode(ushort[][] states, SplitRandom random)
    {
        var draws = StateDraws.Of(_layout, states[0].Length);
        for (var i = 0; i < states.Length; i++)
        {
            var places = random.Split((ulong)i);
            states[i].CopyTo(draws.States[i], 0);
            for (var row = 0; row < draws.Rows; row++) draws.Uniforms[i][row] = places.NextDouble();
        }
        return Placed(draws, random);
    }

    private DataFrame Placed(StateDraws draws, SplitRandom random)
    {
        var rows = draws.Rows;
        for (var i = 0; i < _layout.Columns; i++)
        {
            var bins = _layout.Bins[i];
            var (states, uniforms) = (draws.States[i], draws.Uniforms[i]);
            for (var row = 0; row < rows; row++) uniforms[row] = states[row] < bins.Bins ? bins.Interval(states[row]).At(uniforms[row]) : 0;
        }
        return Decoded(draws, random);
    }

    public bool CanCondition(Condition where) =>
        ConditionBoxes.Of(where, _scales) is { } boxes && boxes.All(box => _model.CanGive(ConditionedSampler.Evidence(box, _layout)));

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(where);
        var sampler = _conditioned.GetValue(where, condition => ConditionedSampler.Of(condition, _scales, _layout, _model));
        var draws = StateDraws.Of(_layout, rows);
        sampler.Draw(random.Split("states"), draws);
        return Decoded(draws, random);
    }

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public DataFrame Impute(DataFrame table, SampleOptions options) => RowCompletion.Impute(this, table, options);

    public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => RowCompletion.Redraw(this, table, columns, options);

    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation)
    {
        var states = StateTable.Of(_layout.Bins, gaps, cancellation);
        const int batch = 256;
        for (var first = 0; first < states.Rows; first += batch)
        {
            cancellation.ThrowIfCancellationRequested();
            _model.Complete(states, first, Math.Min(batch, states.Rows - first), random.Split((ulong)first));
        }
        var draws = CellDraws.Of(_layout.Columns, states.Rows);
        var places = random.Split("places");
        for (var i = 0; i < _layout.Columns; i++)
        {
            if (!gaps.In(i)) continue;
            var bins = _layout.Bins[i];
            for (var row = 0; row < states.Rows; row++)
            {
                var state = states.Row(row)[i];
                draws.Missing[i][row] = state == bins.MissingState;
                if (state < bins.Bins) draws.Places[i][row] = bins.Interval(state).At(places.NextDouble());
            }
        }
        return draws;
    }

    public double[] LogDensity(DataFrame table, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(table);
        var states = StateTable.Of(_layout.Bins, table, Environment.ProcessorCount, cancellation);
        var densities = _model.LogProbabilities(states, cancellation);
        for (var i = 0; i < _layout.Columns; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var bins = _layout.Bins[i];
            var column = table.Columns[_marginals[i].Name];
            var inBin = new double[bins.Bins];
            for (var bin = 0; bin < inBin.Length; bin++) inBin[bin] = PortableMath.Log(bins.Interval(bin).Width);
            var cells = bins.Scale.LogDensities(column);
            for (var row = 0; row < cells.Length; row++)
            {
                var state = states.Row(row)[i];
                if (state < bins.Bins) densities[row] += cells[row] - inBin[state];
                else if (state != bins.MissingState) densities[row] = double.NegativeInfinity; // never comes out
            }
        }
        return densities;
    }

    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        MarginalStore.Save(_marginals, writer);
        writer.WriteArray<int>("bins", [.. _layout.Bins.Select(bins => bins.MostBins)]);
        _model.Save(writer.Part("states"));
    }

    /// <summary>Reads back what stands before the model of states.</summary>
    public static StateLayout LoadLayout(ModelReader reader)
    {
        var marginals = MarginalStore.Load(reader);
        var most = reader.Array<int>("bins", [marginals.Length]);
        if (most.Any(count => count is < 1 or > 60_000)) throw new ModelFormatException("The numbers of bins must be 1 to 60000.");
        return new([.. marginals.Select((marginal, i) => ColumnBins.Of(marginal, most[i]))]);
    }

    private DataFrame Decoded(StateDraws draws, SplitRandom random) => new(_marginals.Select((marginal, i) =>
        MarginalSampling.Decoded(marginal, Schema.Columns[i], draws.Uniforms[i], Missing(draws.States[i], _layout.Bins[i]), random.Split(marginal.Name))));

    private static bool[] Missing(ushort[] states, ColumnBins bins)
    {
        if (bins.MissingState < 0) return [];
        var missing = new bool[states.Length];
        for (var row = 0; row < missing.Length; row++) missing[row] = states[row] == bins.MissingState;
        return missing;
    }
}
