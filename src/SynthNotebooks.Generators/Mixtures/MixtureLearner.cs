using System.Numerics;
using System.Runtime.Intrinsics;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Learns a <see cref="ProductMixture"/> by expectation-maximisation, doubling the components while held-out rows gain by it.</summary>
internal sealed class MixtureLearner
{
    private const int FirstComponents = 4;
    private const int RoundsPerStage = 6, RoundsPerAdaptation = 3;
    private const float Negligible = 1e-4f; // responsibilities below are left out
    private const float WeightPrior = 0.1f; // records; keeps empty components alive
    private readonly int _most;
    private readonly StateRows _rows;
    private readonly StateLayout _layout;
    private readonly FitContext _context;
    private readonly MixtureOptions _options;
    private readonly SplitRandom _random;
    private readonly GroupShrinkage[] _shrinkage;
    private float _sharpness = 1; // factor on the shrinkage

    /// <param name="table">Training rows.</param>
    /// <param name="layout">Their columns and slots.</param>
    /// <param name="options">Checked.</param>
    /// <param name="mostComponents">Limit when the options leave the number of components open.</param>
    /// <param name="context">What surrounds the fit.</param>
    public MixtureLearner(StateTable table, StateLayout layout, MixtureOptions options, int mostComponents, FitContext context)
    {
        (_layout, _options, _context) = (layout, options, context);
        _most = options.Components > 0 ? options.Components : (int)Math.Clamp(Math.Min(1.2 * Math.Sqrt(table.Rows), table.Rows / 40.0), 1, mostComponents);
        _random = new SplitRandom(context.Seed).Split("mixture");
        _rows = StateRows.Of(table, _random.Split("holdout"));
        _shrinkage = [.. layout.Bins.Select(bins => new GroupShrinkage(bins.States))];
    }

    public ProductMixture Learn()
    {
        var model = Grown();
        for (var round = 1; round <= _options.Rounds; round++)
        {
            _context.Progress?.Report(new(0.5 + 0.5 * round / _options.Rounds, $"{model.Components} components, round {round}"));
            var sharpen = round > _options.Rounds * 3 / 4;
            if (sharpen) _sharpness = GroupShrinkage.Sharpness(_options.Smoothing, _rows.All.Length);
            model = Round(model, _rows.All, !sharpen && round % RoundsPerAdaptation == 0);
        }
        return Calibrated(model);
    }

    // Doubles the components as long as held-out rows gain by it, or up to the number that is asked for.
    private ProductMixture Grown()
    {
        var model = Start(Math.Min(_most, FirstComponents));
        ProductMixture? smaller = null;
        var before = double.NegativeInfinity;
        while (true)
        {
            _context.Progress?.Report(new(0.5 * model.Components / _most, $"{model.Components} components"));
            for (var round = 1; round <= RoundsPerStage; round++) model = Round(model, _rows.Training, round % RoundsPerAdaptation == 0);
            var after = _options.Components == 0 && _rows.HeldOut.Length > 0 ? Likelihood(model, _rows.HeldOut) : double.PositiveInfinity;
            if (smaller is not null && after < before) return smaller;
            if (model.Components == _most) return model;
            (smaller, before) = (model, after);
            model = Split(model, Math.Min(_most, 2 * model.Components));
        }
    }

    private ProductMixture Start(int count)
    {
        var random = _random.Split("start");
        var emissions = new float[count * _layout.Slots];
        for (var c = 0; c < count; c++) Perturb(_layout.Shares, emissions.AsSpan(c * _layout.Slots, _layout.Slots), 1, random.Split((ulong)c));
        var weights = new float[count];
        weights.AsSpan().Fill(1f / count);
        return new(_layout, weights, emissions);
    }

    // The heaviest components become two that differ at random.
    private ProductMixture Split(ProductMixture model, int count)
    {
        var random = _random.Split("split").Split((ulong)count);
        var order = new int[model.Components];
        for (var c = 0; c < order.Length; c++) order[c] = c;
        Array.Sort(order, (a, b) => model.Weights[a] != model.Weights[b] ? model.Weights[b].CompareTo(model.Weights[a]) : a.CompareTo(b));
        var weights = new float[count];
        var emissions = new float[count * _layout.Slots];
        var at = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var copies = i < count - order.Length ? 2 : 1;
            for (var copy = 0; copy < copies; copy++, at++)
            {
                weights[at] = model.Weights[order[i]] / copies;
                Perturb(model.Emissions.AsSpan(order[i] * _layout.Slots, _layout.Slots), emissions.AsSpan(at * _layout.Slots, _layout.Slots), 0.3f, random.Split((ulong)at));
            }
        }
        return new(_layout, weights, emissions);
    }

    // Multiplies by e^(normal · size) and normalises each column.
    private void Perturb(ReadOnlySpan<float> source, Span<float> into, float size, SplitRandom random)
    {
        for (var i = 0; i < _layout.Columns; i++)
        {
            int start = _layout.Starts[i], states = _layout.Bins[i].States;
            var sum = 0f;
            for (var s = start; s < start + states; s++) sum += into[s] = source[s] * FloatExp.Of(size * (float)random.NextNormal());
            for (var s = start; s < start + states; s++) into[s] /= sum;
        }
    }

    private double Likelihood(ProductMixture model, int[] rows)
    {
        var sums = new double[StateRows.Partitions];
        TrainingTable.InParallel(sums.Length, _context, p =>
        {
            var offsets = new int[_layout.Columns];
            var joint = new float[model.Lanes];
            foreach (var row in StateRows.Partition(rows, p)) sums[p] += model.Responsibilities(_rows.Table.Row(row), offsets, joint, out _);
        });
        return sums.Sum() / rows.Length;
    }

    private ProductMixture Round(ProductMixture model, int[] rows, bool adapt)
    {
        var (counts, totals, squares) = (new float[StateRows.Partitions][], new float[StateRows.Partitions][], new double[StateRows.Partitions]);
        TrainingTable.InParallel(counts.Length, _context, p =>
        {
            (counts[p], totals[p]) = (new float[model.Emissions.Length], new float[model.Components]);
            squares[p] = Expect(model, StateRows.Partition(rows, p), counts[p], totals[p]);
        });
        var weights = new float[model.Components];
        var total = 0f;
        for (var c = 0; c < weights.Length; c++)
        {
            weights[c] = WeightPrior;
            foreach (var part in totals) weights[c] += part[c];
            total += weights[c];
        }
        for (var c = 0; c < weights.Length; c++) weights[c] /= total;
        var emissions = counts[0];
        for (var p = 1; p < counts.Length; p++)
            for (var i = 0; i < emissions.Length; i++) emissions[i] += counts[p][i];
        var own = (float)(squares.Sum() / rows.Length);
        TrainingTable.InParallel(_layout.Columns, _context, i =>
        {
            var shares = _layout.Shares.AsSpan(_layout.Starts[i], _layout.Bins[i].States);
            if (adapt) _shrinkage[i].Adapt(emissions, _layout.Starts[i], _layout.Slots, shares, own);
            _shrinkage[i].Apply(emissions, _layout.Starts[i], _layout.Slots, shares, _sharpness);
        });
        return new(_layout, weights, emissions);
    }

    // Returns the sum of the squared responsibilities.
    private double Expect(ProductMixture model, ReadOnlySpan<int> rows, float[] counts, float[] totals)
    {
        var slots = _layout.Slots;
        var (offsets, cells) = (new int[_layout.Columns], new int[_layout.Columns]);
        var joint = new float[model.Lanes];
        var squares = 0.0;
        for (var i = 0; i < rows.Length; i++)
        {
            if ((i & 1023) == 0) _context.Cancellation.ThrowIfCancellationRequested();
            var row = _rows.Table.Row(rows[i]);
            model.Responsibilities(row, offsets, joint, out var sum);
            for (var j = 0; j < cells.Length; j++) cells[j] = _layout.Starts[j] + row[j];
            var threshold = Vector256.Create(sum * Negligible);
            for (var lane = 0; lane < joint.Length; lane += LaneSums.Lanes)
            {
                var active = Vector256.GreaterThan(Vector256.Create(joint.AsSpan(lane, LaneSums.Lanes)), threshold).ExtractMostSignificantBits();
                for (; active != 0; active &= active - 1)
                {
                    var c = lane + BitOperations.TrailingZeroCount(active);
                    var share = joint[c] / sum;
                    totals[c] += share;
                    squares += share * share;
                    var into = counts.AsSpan(c * slots, slots);
                    foreach (var cell in cells) into[cell] += share;
                }
            }
        }
        return squares;
    }

    private ProductMixture Calibrated(ProductMixture model)
    {
        var emissions = (float[])model.Emissions.Clone();
        TrainingTable.InParallel(_layout.Columns, _context, i => MarginalCalibration.Apply(
            model.Weights, emissions.AsSpan(_layout.Starts[i]), _layout.Slots, 1, _layout.Shares.AsSpan(_layout.Starts[i], _layout.Bins[i].States)));
        return new(_layout, model.Weights, emissions);
    }
}
