using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>A fitted model of whose rows a <see cref="QualityFilter"/> lets a part through. Immutable.</summary>
/// <remarks>
/// Every chunk draws on until it is full, from its own random stream, in memory for one chunk. Conditions that the model meets exactly stay exact: the
/// rows are then those of the filtered distribution under the condition.
/// </remarks>
public sealed class FilteredModel : IFittedGenerator, IConditional, IIdentifying, IPersistable
{
    private const double Quantile = 0.99; // of ratios, from which on rows are accepted for certain
    private const int FewestDrawn = 64;
    private readonly DensityRatio _ratio;
    private readonly double _bound; // of the logarithms, upwards and downwards
    private readonly double _certain; // logarithm of the ratio that is accepted for certain

    internal FilteredModel(IFittedGenerator inner, DensityRatio ratio, double strength, double bound, double certain, double acceptance) =>
        (Inner, _ratio, Strength, _bound, _certain, AcceptanceRate) = (inner, ratio, strength, bound, certain, acceptance);

    /// <summary>The model whose rows are filtered.</summary>
    public IFittedGenerator Inner { get; }

    /// <summary>Power of the density ratio, above 0 to 1.</summary>
    public double Strength { get; }

    /// <summary>Share of the model's rows that is let through, measured on 10,000 of them.</summary>
    public double AcceptanceRate { get; }

    /// <inheritdoc/>
    public ModelOrigin Origin => ((IPersistable)Inner).Origin;

    /// <inheritdoc/>
    public TableSchema Schema => Inner.Schema;

    /// <inheritdoc/>
    public DataFrame SampleChunk(int rows, SplitRandom random) => Accepted(rows, random, Inner.SampleChunk);

    /// <inheritdoc/>
    public bool CanCondition(Condition where) => Inner is IConditional conditional && conditional.CanCondition(where);

    /// <inheritdoc/>
    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => Inner is IConditional conditional
        ? Accepted(rows, random, (count, stream) => conditional.SampleChunk(count, where, stream))
        : throw new FitException("The filtered model meets no condition exactly; sample by rejection.");

    /// <inheritdoc/>
    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => Inner is IIdentifying identifying ? identifying.Identify(chunk, firstRow, stream) : chunk;

    /// <inheritdoc/>
    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        FilteredModelStore.Save(this, _ratio, _bound, _certain, writer);
    }

    /// <summary>Probability that a row is accepted.</summary>
    /// <param name="logarithm">Of its density ratio.</param>
    internal double Acceptance(double logarithm) => PortableMath.Exp(Math.Min(0, Strength * Math.Clamp(logarithm, -_bound, _bound) - _certain));

    /// <param name="model">Whose rows are filtered.</param>
    /// <param name="ratio">Fitted for the model.</param>
    /// <param name="options">Strength and bound.</param>
    /// <param name="logarithms">Of the ratios of some of the model's rows.</param>
    internal static FilteredModel Calibrated(IFittedGenerator model, DensityRatio ratio, QualityFilterOptions options, double[] logarithms)
    {
        var bound = PortableMath.Log(options.MostRatio);
        var powers = Array.ConvertAll(logarithms, logarithm => options.Strength * Math.Clamp(logarithm, -bound, bound));
        Array.Sort(powers);
        var draft = new FilteredModel(model, ratio, options.Strength, bound, powers[(int)(Quantile * (powers.Length - 1))], 1);
        var sum = new FixedOrderSum();
        foreach (var logarithm in logarithms) sum.Add(draft.Acceptance(logarithm));
        return new(model, ratio, draft.Strength, bound, draft._certain, sum.Value / logarithms.Length);
    }

    private DataFrame Accepted(int rows, SplitRandom random, Func<int, SplitRandom, DataFrame> draw)
    {
        var (draws, accepts) = (random.Split("draws"), random.Split("accepted"));
        var parts = new List<DataFrame>();
        for (var (left, batch) = (rows, 0UL); left > 0; batch++)
        {
            // Under a condition the rate may be another one; then there are more rounds.
            var drawn = draw((int)Math.Clamp(left / AcceptanceRate * 1.05, FewestDrawn, ChunkedSampling.ChunkRows), draws.Split(batch));
            var logarithms = _ratio.Logarithms(drawn, 1, default);
            var stream = accepts.Split(batch);
            var kept = new List<int>();
            for (var row = 0; row < logarithms.Length; row++)
                if (stream.NextDouble() < Acceptance(logarithms[row]) && kept.Count < left) kept.Add(row);
            left -= kept.Count;
            if (kept.Count > 0) parts.Add(drawn.Take(kept.ToArray()));
        }
        return parts.Count == 1 ? parts[0] : DataFrame.Concatenate([.. parts]);
    }
}
