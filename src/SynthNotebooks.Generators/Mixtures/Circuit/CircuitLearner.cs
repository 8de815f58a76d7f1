using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Learns a <see cref="HiddenTree"/> by expectation-maximisation, from a mixture whose components become the hidden states.</summary>
internal sealed class CircuitLearner
{
    private const float Loosening = 0.1f; // share of hidden states that change at random along an edge, at first
    private const float Negligible = 1e-5f;
    private const float WeightPrior = 0.1f;
    private const int RoundsPerAdaptation = 3;
    private readonly StateTable _table;
    private readonly StateLayout _layout;
    private readonly CircuitOptions _options;
    private readonly FitContext _context;
    private readonly GroupShrinkage[] _emissionShrinkage, _transitionShrinkage;
    private float _sharpness = 1;
    private string _own = "";

    public CircuitLearner(StateTable table, StateLayout layout, ProductMixture start, CircuitOptions options, FitContext context)
    {
        (_table, _layout, _options, _context) = (table, layout, options, context);
        _emissionShrinkage = [.. layout.Bins.Select(bins => new GroupShrinkage(bins.States))];
        _transitionShrinkage = [.. layout.Bins.Select(_ => new GroupShrinkage(start.Components))];
        Start = Loosened(start, ChowLiuTree.Of(table, (count, body) => TrainingTable.InParallel(count, context, body)));
    }

    public static Action<string>? Trace { get; set; }

    public HiddenTree Start { get; }

    public HiddenTree Learn()
    {
        var random = new SplitRandom(_context.Seed).Split("circuit");
        var rows = StateRows.Of(_table, random.Split("holdout"));
        var model = Start;
        for (var round = 1; round <= _options.Rounds; round++)
        {
            var sharpen = round > _options.Rounds * 3 / 4;
            if (sharpen) _sharpness = (float)_options.Smoothing;
            var use = Trace is null ? rows.All : rows.Training;
            (model, var likelihood) = Round(model, use, !sharpen && round % RoundsPerAdaptation == 0);
            if (Trace is { } trace && round % 5 == 0) trace($"{_own} round {round}: train {likelihood:F4} held {new CircuitModel(model).LogProbabilities(Subset(rows.HeldOut), default).Average():F4}");
        }
        return model;
    }

    private StateTable Subset(int[] rows)
    {
        var cells = new ushort[rows.Length * _table.Columns];
        for (var i = 0; i < rows.Length; i++) _table.Row(rows[i]).CopyTo(cells.AsSpan(i * _table.Columns));
        return new(_table.Bins, cells);
    }

    private HiddenTree Loosened(ProductMixture mixture, ChowLiuTree tree)
    {
        var (states, lanes) = (mixture.Components, mixture.Lanes);
        var (transitions, emissions) = (new float[_layout.Columns][], new float[_layout.Columns][]);
        for (var i = 0; i < _layout.Columns; i++)
        {
            var bins = _layout.Bins[i];
            emissions[i] = new float[(bins.States + StateTable.ExtraSlots) * lanes];
            for (var s = 0; s < bins.States; s++)
                for (var z = 0; z < states; z++) emissions[i][s * lanes + z] = mixture.Emissions[z * _layout.Slots + _layout.Starts[i] + s];
            transitions[i] = tree.Parents[i] < 0 ? [] : new float[lanes * lanes];
            if (transitions[i].Length == 0) continue;
            for (var above = 0; above < states; above++)
                for (var z = 0; z < states; z++) transitions[i][above * lanes + z] = Loosening * mixture.Weights[z] + (above == z ? 1 - Loosening : 0);
        }
        return new(_layout, tree, (float[])mixture.Weights.Clone(), transitions, emissions);
    }

    private (HiddenTree, double) Round(HiddenTree model, int[] rows, bool adapt)
    {
        var sums = new TreeCounts[StateRows.Partitions];
        TrainingTable.InParallel(sums.Length, _context, p =>
        {
            sums[p] = new TreeCounts(model);
            foreach (var row in StateRows.Partition(rows, p))
            {
                sums[p].Add(model, _table.Row(row), Negligible);
                _context.Cancellation.ThrowIfCancellationRequested();
            }
        });
        var counts = sums[0];
        TrainingTable.InParallel(_layout.Columns, _context, i =>
        {
            for (var p = 1; p < sums.Length; p++)
            {
                StateVectors.Add(sums[p].Emissions[i], counts.Emissions[i]);
                StateVectors.Add(sums[p].Transitions[i], counts.Transitions[i]);
            }
            MaximiseEmissions(model, counts.Emissions[i], i, adapt, (float)(sums.Sum(part => part.EmissionSquares[i]) / rows.Length));
            if (counts.Transitions[i].Length > 0) MaximiseTransitions(model, counts.Transitions[i], i, adapt, (float)(sums.Sum(part => part.TransitionSquares[i]) / rows.Length));
        });
        _own = string.Join(' ', Enumerable.Range(0, 15).Select(i => $"{sums.Sum(p => p.TransitionSquares[i]) / rows.Length:F2}"));
        var root = new float[model.States];
        var total = 0f;
        for (var z = 0; z < root.Length; z++)
        {
            root[z] = WeightPrior;
            foreach (var part in sums) root[z] += part.Root[z];
            total += root[z];
        }
        for (var z = 0; z < root.Length; z++) root[z] /= total;
        return (new(_layout, model.Tree, root, counts.Transitions, counts.Emissions), sums.Sum(part => part.LogLikelihood) / rows.Length);
    }

    private void MaximiseEmissions(HiddenTree model, float[] counts, int column, bool adapt, float own)
    {
        var states = _layout.Bins[column].States;
        var byState = new float[model.States * states];
        for (var s = 0; s < states; s++)
            for (var z = 0; z < model.States; z++) byState[z * states + s] = counts[s * model.Lanes + z];
        var shares = _layout.Shares.AsSpan(_layout.Starts[column], states);
        if (adapt) _emissionShrinkage[column].Adapt(byState, 0, states, shares, own);
        _emissionShrinkage[column].Apply(byState, 0, states, shares, _sharpness);
        for (var s = 0; s < states; s++)
            for (var z = 0; z < model.States; z++) counts[s * model.Lanes + z] = byState[z * states + s];
    }

    private void MaximiseTransitions(HiddenTree model, float[] counts, int column, bool adapt, float own)
    {
        var mean = new float[model.States];
        var total = 0f;
        for (var above = 0; above < model.States; above++)
            for (var z = 0; z < model.States; z++) mean[z] += counts[above * model.Lanes + z];
        for (var z = 0; z < mean.Length; z++) total += mean[z] += WeightPrior;
        for (var z = 0; z < mean.Length; z++) mean[z] /= total;
        var filled = counts.AsSpan(0, model.States * model.Lanes).ToArray(); // without the rows of padding
        if (adapt) _transitionShrinkage[column].Adapt(filled, 0, model.Lanes, mean, own);
        _transitionShrinkage[column].Apply(filled, 0, model.Lanes, mean, _sharpness);
        filled.CopyTo(counts, 0);
    }
}
