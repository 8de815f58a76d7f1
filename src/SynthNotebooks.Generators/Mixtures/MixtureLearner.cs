using System.Numerics;
using System.Runtime.Intrinsics;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Learns a <see cref="ProductMixture"/> by expectation-maximisation, doubling the components until held-out rows gain nothing.</summary>
internal sealed class MixtureLearner
{
    private const int Partitions = 8; // part of the definition of a fit: sums go partition by partition
    private const float Negligible = 1e-4f;
    private readonly StateTable _table;
    private readonly StateLayout _layout;
    private readonly FitContext _context;
    private readonly MixtureOptions _options;
    private readonly SplitRandom _random;
    private readonly int[] _rows, _heldOut;

    public MixtureLearner(StateTable table, StateLayout layout, MixtureOptions options, FitContext context)
    {
        (_table, _layout, _options, _context) = (table, layout, options, context);
        _random = new SplitRandom(context.Seed).Split("mixture");
        var order = new int[table.Rows];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        _random.Split("holdout").Shuffle<int>(order);
        var held = Math.Min(order.Length / 10, 4096);
        _heldOut = order[..held];
        _rows = order[held..];
        Array.Sort(_heldOut);
        Array.Sort(_rows);
    }

    public Action<string>? Trace { get; set; }

    public ProductMixture Learn()
    {
        var most = _options.Components > 0 ? _options.Components : Math.Clamp(_table.Rows / 80, 1, 400);
        var count = Math.Min(most, 4);
        var model = Start(count);
        for (var stage = 0; ; stage++)
        {
            var last = count == most;
            for (var round = 0; round < (last ? _options.Rounds : 6); round++)
            {
                var likelihood = Round(ref model, _rows);
                if (Trace is { } trace && (last || round == 5)) trace($"{count} round {round}: train {likelihood:F4} held {Likelihood(model, _heldOut):F4}");
            }
            if (last) return model;
            count = Math.Min(most, 2 * count);
            model = Split(model, count, _random.Split("split").Split((ulong)stage));
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

    private ProductMixture Split(ProductMixture model, int count, SplitRandom random)
    {
        var order = new int[model.Components];
        var keys = new float[model.Components];
        for (var c = 0; c < order.Length; c++) (order[c], keys[c]) = (c, -model.Weights[c]);
        Array.Sort(keys, order);
        var weights = new float[count];
        var emissions = new float[count * _layout.Slots];
        var at = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var twice = i < count - order.Length;
            for (var copy = 0; copy < (twice ? 2 : 1); copy++)
            {
                weights[at] = model.Weights[order[i]] / (twice ? 2 : 1);
                Perturb(model.Emissions.AsSpan(order[i] * _layout.Slots, _layout.Slots), emissions.AsSpan(at * _layout.Slots, _layout.Slots), 0.3f, random.Split((ulong)at));
                at++;
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
            for (var s = start; s < start + states; s++)
            {
                into[s] = source[s] * FloatExp.Of(size * (float)random.NextNormal());
                sum += into[s];
            }
            for (var s = start; s < start + states; s++) into[s] /= sum;
        }
    }

    private double Likelihood(ProductMixture model, int[] rows)
    {
        var sums = new double[Partitions];
        Parallel.For(0, Partitions, TrainingTable.Parallelism(_context), p =>
        {
            var offsets = new int[_layout.Columns];
            var joint = new float[model.Lanes];
            var (from, to) = Range(rows.Length, p);
            for (var i = from; i < to; i++) sums[p] += model.Responsibilities(_table.Row(rows[i]), offsets, joint, out _);
        });
        return sums.Sum() / rows.Length;
    }

    private static (int From, int To) Range(int rows, int partition) =>
        ((int)((long)rows * partition / Partitions), (int)((long)rows * (partition + 1) / Partitions));

    private double Round(ref ProductMixture model, int[] rows)
    {
        var current = model;
        var slots = _layout.Slots;
        var counts = new float[Partitions][];
        var totals = new float[Partitions][];
        var sums = new double[Partitions];
        Parallel.For(0, Partitions, TrainingTable.Parallelism(_context), p =>
        {
            counts[p] = new float[current.Components * slots];
            totals[p] = new float[current.Components];
            sums[p] = Expect(current, rows, p, counts[p], totals[p]);
        });
        var weights = new float[current.Components];
        var emissions = new float[current.Components * slots];
        Parallel.For(0, current.Components, TrainingTable.Parallelism(_context), c =>
        {
            var into = emissions.AsSpan(c * slots, slots);
            for (var p = 0; p < Partitions; p++)
            {
                weights[c] += totals[p][c];
                var part = counts[p].AsSpan(c * slots, slots);
                for (var s = 0; s < into.Length; s++) into[s] += part[s];
            }
            Maximise(into);
        });
        var total = 0f;
        foreach (var weight in weights) total += weight + 0.1f;
        for (var c = 0; c < weights.Length; c++) weights[c] = (weights[c] + 0.1f) / total;
        model = new(_layout, weights, emissions);
        return sums.Sum() / rows.Length;
    }

    private double Expect(ProductMixture model, int[] rows, int partition, float[] counts, float[] totals)
    {
        var slots = _layout.Slots;
        var offsets = new int[_layout.Columns];
        var cells = new int[_layout.Columns];
        var joint = new float[model.Lanes];
        var sumLog = 0.0;
        var (from, to) = Range(rows.Length, partition);
        for (var i = from; i < to; i++)
        {
            var row = _table.Row(rows[i]);
            sumLog += model.Responsibilities(row, offsets, joint, out var sum);
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
                    var into = counts.AsSpan(c * slots, slots);
                    foreach (var cell in cells) into[cell] += share;
                }
            }
        }
        return sumLog;
    }

    // Posterior mean under a Dirichlet prior at the marginal's shares.
    private void Maximise(Span<float> counts)
    {
        var prior = (float)_options.Smoothing;
        for (var i = 0; i < _layout.Columns; i++)
        {
            int start = _layout.Starts[i], states = _layout.Bins[i].States;
            var sum = 0f;
            for (var s = start; s < start + states; s++) sum += counts[s];
            for (var s = start; s < start + states; s++) counts[s] = (counts[s] + prior * _layout.Shares[s]) / (sum + prior);
        }
    }
}
