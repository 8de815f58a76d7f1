using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Inference where columns are independent: a condition or a gap concerns its own column only. Immutable.</summary>
internal sealed class IndependentCells
{
    private readonly Marginal[] _marginals;
    private readonly RankScale[] _scales;

    public IndependentCells(Marginal[] marginals) => (_marginals, _scales) = (marginals, [.. marginals.Select(RankScale.Of)]);

    public bool CanCondition(Condition where) => ConditionBoxes.Of(where, _scales) is not null;

    /// <summary>Rows that meet a condition: a box by its probability, then each column inside it.</summary>
    public DataFrame Sample(TableSchema schema, int rows, Condition where, SplitRandom random)
    {
        var boxes = ConditionBoxes.Of(where, _scales) ?? throw ConditionErrors.NotByInference();
        var choice = new AliasTables(1, Math.Max(1, boxes.Count));
        if (!(choice.Set(0, boxes.Count == 0 ? [0] : [.. boxes.Select(Probability)]) > 0)) throw ConditionErrors.Impossible();
        var chosen = new int[rows];
        var choices = random.Split("boxes");
        for (var row = 0; row < rows; row++) chosen[row] = choice.Draw(0, choices.NextUInt64());
        return new DataFrame(_marginals.Select((marginal, i) =>
        {
            var stream = random.Split(marginal.Name);
            var values = stream.Split("values");
            var (places, missing) = (new double[rows], new bool[rows]);
            for (var row = 0; row < rows; row++) (places[row], missing[row]) = Cell(i, boxes[chosen[row]][i], values);
            return MarginalSampling.Decoded(marginal, schema.Columns[i], places, marginal.MissingRate > 0 ? missing : [], stream.Split("texts"));
        }));
    }

    /// <summary>As <see cref="ICompleting.Draw"/>.</summary>
    public CellDraws Draw(Gaps gaps, SplitRandom random)
    {
        var draws = CellDraws.Of(_marginals.Length, gaps.Rows.Columns.RowCount);
        for (var i = 0; i < _marginals.Length; i++)
        {
            if (!gaps.In(i)) continue;
            var stream = random.Split((ulong)i);
            for (var row = 0; row < draws.Places[i].Length; row++) (draws.Places[i][row], draws.Missing[i][row]) = Cell(i, null, stream);
        }
        return draws;
    }

    private float Probability(ColumnSet?[] box)
    {
        var probability = 1.0;
        for (var i = 0; i < box.Length; i++)
        {
            if (box[i] is not { } set) continue;
            var rate = _marginals[i].MissingRate;
            probability *= (set.Missing ? rate : 0) + (1 - rate) * set.Values.Width(new(0, 1));
        }
        return (float)probability;
    }

    private (double Place, bool Missing) Cell(int column, ColumnSet? set, SplitRandom random)
    {
        double gone = random.NextDouble(), place = random.NextDouble(), rate = _marginals[column].MissingRate;
        if (set is null) return (place, gone < rate);
        var width = set.Values.Width(new(0, 1));
        var missing = set.Missing ? rate : 0;
        return gone * (missing + (1 - rate) * width) < missing || !(width > 0) ? (0, true) : (set.Values.Pick(new(0, 1), place), false);
    }
}
