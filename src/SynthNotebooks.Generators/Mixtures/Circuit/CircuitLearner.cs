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
    private const float MostStay = 0.98f;
    private const int RoundsPerAdaptation = 3;
    private readonly StateTable _table;
    private readonly int[] _rows;
    private readonly StateLayout _layout;
    private readonly CircuitOptions _options;
    private readonly FitContext _context;
    private readonly GroupShrinkage[] _emissionShrinkage, _transitionShrinkage;
    private readonly HiddenTree _start;
    private float _sharpness = 1; // factor on the shrinkage

    public CircuitLearner(StateTable table, StateLayout layout, ProductMixture start, CircuitOptions options, FitContext context)
    {
        (_table, _layout, _options, _context) = (table, layout, options, context);
        _rows = new int[table.Rows];
        for (var row = 0; row < _rows.Length; row++) _rows[row] = row;
        _emissionShrinkage = [.. layout.Bins.Select(bins => new GroupShrinkage(bins.States))];
        _transitionShrinkage = [.. layout.Bins.Select(_ => new GroupShrinkage(start.Components))];
        _start = Loosened(start, ChowLiuTree.Of(table, (count, body) => TrainingTable.InParallel(count, context, body)));
    }

    public HiddenTree Learn()
    {
        var model = _start;
        for (var round = 1; round <= _options.Rounds; round++)
        {
            _context.Progress?.Report(new((double)round / _options.Rounds, $"{model.States} hidden states a column, round {round}"));
            var sharpen = round > _options.Rounds * 3 / 4;
            if (sharpen) _sharpness = GroupShrinkage.Sharpness(_options.Smoothing, _rows.Length);
            model = Round(model, !sharpen && round % RoundsPerAdaptation == 0);
        }
        return Calibrated(model);
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

    private HiddenTree Round(HiddenTree model, bool adapt)
    {
        var sums = new TreeCounts[StateRows.Partitions];
        TrainingTable.InParallel(sums.Length, _context, p =>
        {
            sums[p] = new TreeCounts(model);
            foreach (var row in StateRows.Partition(_rows, p))
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
            MaximiseEmissions(model, counts.Emissions[i], i, adapt, (float)(sums.Sum(part => part.EmissionSquares[i]) / _rows.Length));
            if (counts.Transitions[i].Length > 0) MaximiseTransitions(model, counts.Transitions[i], i, adapt, (float)(sums.Sum(part => part.TransitionSquares[i]) / _rows.Length));
        });
        var root = new float[model.States];
        var total = 0f;
        for (var z = 0; z < root.Length; z++)
        {
            root[z] = WeightPrior;
            foreach (var part in sums) root[z] += part.Root[z];
            total += root[z];
        }
        for (var z = 0; z < root.Length; z++) root[z] /= total;
        return new(_layout, model.Tree, root, counts.Transitions, counts.Emissions);
    }

    private HiddenTree Calibrated(HiddenTree model)
    {
        var marginals = new float[_layout.Columns][]; // of the hidden states, from the root down
        foreach (var i in model.Tree.Order)
        {
            marginals[i] = model.Root;
            if (model.Tree.Parents[i] is >= 0 and var parent)
            {
                var sums = new float[model.Lanes];
                for (var z = 0; z < model.States; z++) StateVectors.AddScaled(model.Transitions[i].AsSpan(z * model.Lanes, model.Lanes), marginals[parent][z], sums);
                marginals[i] = sums[..model.States];
            }
        }
        var emissions = model.Emissions.Select(table => (float[])table.Clone()).ToArray();
        TrainingTable.InParallel(_layout.Columns, _context, i =>
            MarginalCalibration.Apply(marginals[i], emissions[i], 1, model.Lanes, _layout.Shares.AsSpan(_layout.Starts[i], _layout.Bins[i].States)));
        return new(_layout, model.Tree, model.Root, model.Transitions, emissions);
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
        var (same, chance) = (0f, 0f);
        for (var z = 0; z < mean.Length; z++)
        {
            same += counts[z * model.Lanes + z] / total;
            chance += mean[z] * mean[z];
        }
        var stay = Math.Clamp((same - chance) / (1 - chance + 1e-6f), 0, MostStay);
        var filled = counts.AsSpan(0, model.States * model.Lanes).ToArray(); // without the rows of padding
        if (adapt) _transitionShrinkage[column].Adapt(filled, 0, model.Lanes, mean, own, stay);
        _transitionShrinkage[column].Apply(filled, 0, model.Lanes, mean, _sharpness, stay);
        filled.CopyTo(counts, 0);
    }
}
