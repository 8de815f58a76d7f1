using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Validity;

namespace SynthNotebooks.Evaluation.Tests.Validity;

public class ValidityTests
{
    private static readonly double[] Whole = [.. Enumerable.Range(0, 20).Select(i => (double)i)];

    [Fact]
    public void Cells_of_another_type_are_counted()
    {
        var real = Tables.Of("n", Whole);

        Assert.Equal(0.5, Scores.Value("schema-validity", real, Tables.Of("n", 1, 2.5, 7, 8.25)));
        Assert.Equal(0.25, Scores.Value("schema-validity", real, Tables.Of("n", "3", "x", "y", "z", null)));
        Assert.Equal(1, Scores.Value("schema-validity", real, Tables.Of("n", 3, double.NaN)));
    }

    [Fact]
    public void Values_out_of_range_and_new_categories_are_counted()
    {
        DataFrame real = new(new DoubleColumn("n", Whole), TextColumn.Of("c", Whole.Select(n => n < 5 ? "a" : "b")));
        DataFrame synthetic = new(new DoubleColumn("n", new[] { -1, 3, 19, 20.0 }), TextColumn.Of("c", ["a", "b", "q", null]));

        Assert.Equal(0.5, Scores.Value("range-validity", real, synthetic));
        Assert.Equal(2 / 3.0, Scores.Value("category-validity", real, synthetic), 12);
    }

    [Fact]
    public void References_are_looked_up_in_the_parent_of_the_same_side()
    {
        DataFrame parents = Tables.Of("id", Whole), child = Tables.Of("parent", [.. Whole.Select(n => n / 1)]);
        DataFrame otherParents = Tables.Of("id", "0", "1.0", "2"), otherChild = Tables.Of("parent", 0, 1, 2, 99);

        var metric = Evaluator.Evaluate(child, otherChild, options: new() { ForeignKeys = [new("parent", parents, otherParents, "id")] }).Metric("referential-integrity");

        Assert.Equal(0.75, metric.Value);
        Assert.Equal(1, metric.Ceiling);
        Assert.Equal(0.75, ReferentialIntegrity.Score(otherChild.Columns[0], otherParents.Columns[0]));
        Assert.Null(ReferentialIntegrity.Score(TextColumn.Of("c", [null]), parents.Columns[0]));
    }

    [Fact]
    public void A_key_that_is_not_there_is_named() => Assert.Contains("parent table lacks it", Assert.Throws<EvaluationException>(() => Evaluator.Evaluate(
        Tables.Of("parent", Whole), Tables.Of("parent", Whole), options: new() { ForeignKeys = [new("parent", Tables.Of("id", Whole), Tables.Of("key", Whole), "id")] })).Message, StringComparison.Ordinal);
}
