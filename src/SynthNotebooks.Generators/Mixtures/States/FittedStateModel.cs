using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>A joint distribution of states, with marginals that turn states into cells.</summary>
internal sealed class FittedStateModel : IFittedGenerator, IConditional, IIdentifying, IImputer, IDensity, IPersistable
{
    private const int BlockRows = 4096;
    private readonly StateLayout _layout;
    private readonly IStateModel _model;
    private readonly RankScale[] _scales;
    private readonly Marginal[] _marginals;
    private readonly IStateSampler _free;
    private readonly ConditionalWeakTable<Condition, BoxSampler> _conditioned = []; // a condition comes once a chunk

    public FittedStateModel(ModelOrigin origin, TableSchema schema, StateLayout layout, IStateModel model)
    {
        (Origin, Schema, _layout, _model) = (origin, schema, layout, model);
        _scales = [.. layout.Bins.Select(bins => bins.Scale)];
        _marginals = [.. _scales.Select(scale => scale.Marginal)];
        _free = model.Given(null);
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var (states, within) = (new ushort[_layout.Columns][], new double[_layout.Columns][]);
        for (var i = 0; i < states.Length; i++) (states[i], within[i]) = (new ushort[rows], new double[rows]);
        _free.Draw(random.Split("states"), states, within);
        return new DataFrame(states.Select((column, i) => Decoded(i, column, within[i], random)));
    }

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => throw new NotImplementedException();

    public bool CanCondition(Condition where) => ConditionBoxes.Of(where, _scales) is not null;

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public DataFrame Impute(DataFrame table, SampleOptions options) => throw new NotImplementedException();

    public double[] LogDensity(DataFrame table, CancellationToken cancellation) => throw new NotImplementedException();

    public void Save(ModelWriter writer) => throw new NotImplementedException();

    public static StateLayout LoadLayout(ModelReader reader) => throw new NotImplementedException();

    // The numbers beside the states become places on the marginal's scale.
    private Column Decoded(int column, ushort[] states, double[] within, SplitRandom random)
    {
        var bins = _layout.Bins[column];
        bool[] missing = [];
        if (bins.MissingState >= 0)
        {
            missing = new bool[states.Length];
            for (var row = 0; row < missing.Length; row++) missing[row] = states[row] == bins.MissingState;
        }
        for (var row = 0; row < states.Length; row++)
            within[row] = states[row] < bins.Bins ? bins.Interval(states[row]).At(within[row]) : 0;
        return MarginalSampling.Decoded(_marginals[column], Schema.Columns[column], within, missing, random.Split(_marginals[column].Name));
    }

    private sealed record BoxSampler;
}
