using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Draws rows that meet a condition, exactly: a box by its probability, then a row inside it.</summary>
internal sealed class ConditionedSampler
{
    private readonly StateLayout _layout;
    private readonly IReadOnlyList<ColumnSet?[]> _boxes;
    private readonly IStateSampler[] _samplers;
    private readonly AliasTables _choice;

    private ConditionedSampler(StateLayout layout, IReadOnlyList<ColumnSet?[]> boxes, IStateSampler[] samplers, AliasTables choice) =>
        (_layout, _boxes, _samplers, _choice) = (layout, boxes, samplers, choice);

    /// <exception cref="FitException">The condition has probability zero.</exception>
    public static ConditionedSampler Of(Condition where, IReadOnlyList<RankScale> scales, StateLayout layout, IStateModel model)
    {
        var boxes = ConditionBoxes.Of(where, scales) ?? throw ConditionErrors.NotByInference();
        IStateSampler[] samplers = [.. boxes.Select(box => model.Given(Evidence(box, layout)))];
        if (!samplers.Any(sampler => sampler.Probability > 0))
            throw ConditionErrors.Impossible();
        var choice = new AliasTables(1, samplers.Length);
        choice.Set(0, [.. samplers.Select(sampler => (float)sampler.Probability)]);
        return new(layout, boxes, samplers, choice);
    }

    /// <summary>Draws rows; their uniforms are places on the marginals' scales.</summary>
    public void Draw(SplitRandom random, StateDraws draws)
    {
        var chosen = new int[draws.Rows];
        var choices = random.Split("boxes");
        for (var row = 0; row < chosen.Length; row++) chosen[row] = _boxes.Count == 1 ? 0 : _choice.Draw(0, choices.NextUInt64());
        for (var box = 0; box < _boxes.Count; box++)
        {
            var rows = Enumerable.Range(0, chosen.Length).Where(row => chosen[row] == box).ToArray();
            if (rows.Length == 0) continue;
            var part = StateDraws.Of(_layout, rows.Length);
            _samplers[box].Draw(random.Split((ulong)box), part);
            Place(part, _boxes[box]);
            draws.Place(part, rows);
        }
    }

    private void Place(StateDraws part, ColumnSet?[] box)
    {
        for (var i = 0; i < _layout.Columns; i++)
        {
            var bins = _layout.Bins[i];
            var (states, uniforms) = (part.States[i], part.Uniforms[i]);
            for (var row = 0; row < states.Length; row++)
            {
                if (states[row] >= bins.Bins) uniforms[row] = 0;
                else
                {
                    var interval = bins.Interval(states[row]);
                    uniforms[row] = box[i] is { } set ? set.Values.Pick(interval, uniforms[row]) : interval.At(uniforms[row]);
                }
            }
        }
    }

    /// <summary>Share of each state's cells that a box leaves; null where a column is free.</summary>
    public static float[]?[] Evidence(ColumnSet?[] box, StateLayout layout)
    {
        var evidence = new float[]?[box.Length];
        for (var i = 0; i < box.Length; i++)
        {
            if (box[i] is not { } set) continue;
            var bins = layout.Bins[i];
            evidence[i] = new float[bins.States];
            for (var bin = 0; bin < bins.Bins; bin++) evidence[i]![bin] = (float)Math.Min(1, set.Values.Width(bins.Interval(bin)) / bins.Interval(bin).Width);
            if (bins.MissingState >= 0 && set.Missing) evidence[i]![bins.MissingState] = 1;
        }
        return evidence;
    }
}
