namespace SynthNotebooks.Data.Tests.Conditions;

public class RelationTests
{
    private static readonly DataFrame Table = new(
        new Int64Column("a", new long[] { 1, 2, 3, 4, 9007199254740993 }, NullMask.Of([false, false, false, true, false])),
        new DoubleColumn("b", new[] { 0.1, 2.0, double.NaN, 1.0, 9007199254740992.0 }, new ColumnFormat(1)),
        new DoubleColumn("c", new[] { 0.2, 4.0, 1.0, double.PositiveInfinity, 1.0 }, new ColumnFormat(1)),
        new DoubleColumn("sum", new[] { 0.3, 6.0, 1.0, 1.0, 1.0 }, new ColumnFormat(1)),
        new DateColumn("day", new[] { 100, 101, 102, 103, 104 }),
        new DateColumn("end", new[] { 100, 110, 102, 90, 134 }),
        new TimestampColumn("time", new[] { 100, 101, 102, 103, 104 }.Select(day => day * TimeSpan.TicksPerDay + 5).ToArray()),
        TextColumn.Of("name", ["x", "y", "z", null, "x"]), TextColumn.Of("other", ["x", "x", "zz", "x", "y"]));

    [Theory]
    [InlineData("a > b", "0 4")] // exact where a double holds no such integer
    [InlineData("a = b", "1")]
    [InlineData("b + c = sum", "0 1")] // 0.1 + 0.2 is 0.3 in decimals
    [InlineData("not (b + c = sum)", "4")] // missing and infinite cells are neither
    [InlineData("sum = c + b and a >= 1", "0 1")]
    [InlineData("a * 2 - 3 <= b", "0 1")]
    [InlineData("1 + a*2 >= 5", "1 2 4")]
    [InlineData("a -1 = 1", "1")]
    [InlineData("(a + 1) * 2 = 6", "1")]
    [InlineData("(a = 2 or a = 3)", "1 2")]
    [InlineData("-a < 0", "0 1 2 4")]
    [InlineData("a / (a - 1) = 2", "1")] // division by zero is missing
    [InlineData("6 > a + 3", "0 1")]
    [InlineData("end - day > 5", "1 4")]
    [InlineData("day + 30 = end", "4")]
    [InlineData("day <= end", "0 1 2 4")]
    [InlineData("day < time", "0 1 2 3 4")]
    [InlineData("name = other", "0")]
    [InlineData("name < other", "2 4")]
    [InlineData("name != other", "1 2 4")]
    public void Columns_are_compared_with_each_other(string text, string rows)
    {
        var condition = Table.ParseCondition(text);

        Assert.Equal(rows, string.Join(' ', ConditionEvaluator.Rows(condition, Table)));
        Assert.Equal(rows, string.Join(' ', ConditionEvaluator.Rows(Table.ParseCondition(condition.ToString()), Table)));
    }

    [Theory]
    [InlineData("a < name", 0, "cannot be compared")]
    [InlineData("a + name > 3", 4, "is text")]
    [InlineData("day + end > 3", 0, "has no meaning")]
    [InlineData("day + 1 > 3", 0, "a date")]
    [InlineData("a + bb > 3", 4, "no column 'bb'")]
    [InlineData("a + ", 4, "name of a column")]
    [InlineData("(a + 1 > 3", 10, "')' is missing")]
    [InlineData("a + 1", 5, "comparison")]
    [InlineData("a * 1e29 > 3", 4, "too large")]
    public void Faults_are_shown_in_their_place(string text, int position, string part)
    {
        var failure = Assert.Throws<ConditionParseException>(() => Table.ParseCondition(text));

        Assert.Contains(part, failure.Reason, StringComparison.Ordinal);
        Assert.Equal(position, failure.Position);
    }

    [Theory]
    [InlineData("a + b * c - 2", "a + b * c - 2")]
    [InlineData("(a + b) * c", "(a + b) * c")]
    [InlineData("a - (b - c)", "a - (b - c)")]
    [InlineData("a / (b * c)", "a / (b * c)")]
    public void Expressions_print_as_they_are_read(string text, string printed) =>
        Assert.Equal($"{printed} > 0", Table.ParseCondition(text + " > 0").ToString());
}
