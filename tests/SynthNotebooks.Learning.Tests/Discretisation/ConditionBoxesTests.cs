using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Discretisation;

public class ConditionBoxesTests
{
    [Theory, Seeds(200)]
    public void Boxes_are_disjoint_and_hold_exactly_the_rows_that_meet_the_condition(ulong seed)
    {
        var random = new SplitRandom(seed);
        var training = SampleMarginals.Table(seed % 5);
        var marginals = SampleMarginals.Of(training);
        var (uniforms, table) = Sampled(marginals, 500, random);
        var (condition, holds) = Tree(training, random, 3);

        var boxes = ConditionBoxes.Of(condition, [.. marginals.Select(RankScale.Of)])!;

        for (var row = 0; row < 500; row++)
        {
            var inside = boxes.Count(box => Contains(box, uniforms, table, row));
            Assert.True(inside == (holds(table, row) ? 1 : 0), $"row {row} lies in {inside} boxes of {condition}");
        }
    }

    [Theory, Seeds(100)]
    public void Picked_numbers_decode_to_cells_that_meet_the_condition(ulong seed)
    {
        var random = new SplitRandom(seed);
        var training = SampleMarginals.Table(seed % 5);
        var marginals = SampleMarginals.Of(training);
        var (condition, holds) = SampleMarginals.Leaf(training, random);
        foreach (var box in ConditionBoxes.Of(condition, [.. marginals.Select(RankScale.Of)])!)
        {
            var i = Array.FindIndex(box, set => set is not null);
            if (box[i]!.Values.Parts.Count == 0) continue;
            var uniforms = new double[200];
            for (var draw = 0; draw < uniforms.Length; draw++) uniforms[draw] = box[i]!.Values.Pick(new(0, 1), draw < 2 ? draw * Math.BitDecrement(1.0) : random.NextDouble());
            var cells = marginals[i].Decode(uniforms, [], random);
            for (var draw = 0; draw < uniforms.Length; draw++) Assert.True(holds(cells[draw]), $"{cells.GetText(draw)} does not meet {condition}");
        }
    }

    [Fact]
    public void A_value_of_another_kind_and_an_unknown_column_are_rejected_by_name()
    {
        RankScale[] scales = [.. SampleMarginals.Of(SampleMarginals.Table(1)).Select(RankScale.Of)];
        Assert.Contains("'age'", Assert.Throws<ArgumentException>(() => ConditionBoxes.Of(new Condition.Comparison("age", ComparisonOperator.Less, "old"), scales)).Message, StringComparison.Ordinal);
        Assert.Contains("'agee'", Assert.Throws<ArgumentException>(() => ConditionBoxes.Of(new Condition.IsMissing("agee"), scales)).Message, StringComparison.Ordinal);
    }

    private static (double[][] Uniforms, DataFrame Table) Sampled(Marginal[] marginals, int rows, SplitRandom random)
    {
        var uniforms = new double[marginals.Length][];
        var columns = new Column[marginals.Length];
        for (var i = 0; i < marginals.Length; i++)
        {
            uniforms[i] = new double[rows];
            var missing = new bool[rows];
            for (var row = 0; row < rows; row++) (uniforms[i][row], missing[row]) = (random.NextDouble(), random.NextDouble() < marginals[i].MissingRate);
            columns[i] = marginals[i].Decode(uniforms[i], missing, random);
        }
        return (uniforms, new DataFrame(columns));
    }

    private static bool Contains(ColumnSet?[] box, double[][] uniforms, DataFrame table, int row)
    {
        for (var i = 0; i < box.Length; i++)
        {
            if (box[i] is not { } set) continue;
            var inside = table.Columns[i].IsNull(row) ? set.Missing : set.Values.Width(new(uniforms[i][row], uniforms[i][row] + 1e-15)) > 0;
            if (!inside) return false;
        }
        return true;
    }

    private static (Condition, Func<DataFrame, int, bool>) Tree(DataFrame table, SplitRandom random, int depth)
    {
        if (depth == 0 || random.NextBelow(4) == 0)
        {
            var (leaf, cellHolds) = SampleMarginals.Leaf(table, random);
            var name = leaf switch { Condition.Comparison comparison => comparison.Column, Condition.InList list => list.Column, _ => ((Condition.IsMissing)leaf).Column };
            return (leaf, (frame, row) => cellHolds(frame[name][row]));
        }
        var (a, aHolds) = Tree(table, random, depth - 1);
        var (b, bHolds) = Tree(table, random, depth - 1);
        return random.NextBelow(2) == 0
            ? (new Condition.All([a, b]), (frame, row) => aHolds(frame, row) && bHolds(frame, row))
            : (new Condition.Any([a, b]), (frame, row) => aHolds(frame, row) || bHolds(frame, row));
    }
}
