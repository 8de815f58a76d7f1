namespace SynthNotebooks.Data.Tests.Schemas;

public class DeclaredRoleTests
{
    private static readonly DataFrame Frame = new(
        new Int64Column("zip", Enumerable.Range(0, 300).Select(row => 10_000L + row * 7 % 250).ToArray()),
        new DoubleColumn("cost", Enumerable.Range(0, 300).Select(row => row * 1.5).ToArray()));

    [Fact]
    public void A_role_that_was_declared_goes_before_inference()
    {
        var declared = Frame.WithSchema(Frame.InferSchema().Override("cost=ordinal"));

        Assert.Equal(ColumnRole.Continuous, Frame.InferSchema()["cost"].Role);
        Assert.Equal(ColumnRole.Ordinal, declared.InferSchema()["cost"].Role);
    }

    [Fact]
    public void It_stays_with_selections_of_rows_and_columns()
    {
        var declared = Frame.WithSchema(Frame.InferSchema().Override("cost=ordinal"));
        var (train, holdout) = declared.SplitHoldout();

        Assert.All([train, holdout, declared.Slice(3, 9), declared.Select("cost"), DataFrame.Concatenate([train, holdout])],
            part => Assert.Equal(ColumnRole.Ordinal, part.InferSchema()["cost"].Role));
    }

    [Fact]
    public void A_column_that_is_replaced_is_inferred_anew()
    {
        var declared = Frame.WithSchema(Frame.InferSchema().Override("cost=ordinal"));
        declared["cost"] = Frame["cost"];

        Assert.Equal(ColumnRole.Continuous, declared.InferSchema()["cost"].Role);
    }
}
