namespace SynthNotebooks.Data.Tests.Constraints;

public class ConstraintSetTests
{
    internal static readonly DataFrame Table = new(
        TextColumn.Of("id", ["a", "b", "b", null, null]), new Int64Column("age", new long[] { 10, 20, 30, 40, 0 }, NullMask.Of([false, false, false, false, true])),
        TextColumn.Of("city", ["x", "x", "y", "y", "x"]), TextColumn.Of("zip", ["1", "1", "1", "2", null]),
        new DateColumn("start", new[] { 10, 20, 30, 40, 50 }), new DateColumn("end day", new[] { 11, 20, 29, 40, 49 }, NullMask.Of([false, false, false, false, true])),
        new DoubleColumn("a", new[] { 0.1, 0.2, 1, 2, double.NaN }, new ColumnFormat(1)), new DoubleColumn("b", new[] { 0.2, 0.2, 1, 3, 1 }, new ColumnFormat(1)),
        new DoubleColumn("sum", new[] { 0.3, 0.5, 2, 5, 7 }, new ColumnFormat(1)), new BooleanColumn("flag", new[] { true, false, true, false, true }));

    internal static TableSchema Schema { get; } = new([.. Table.Columns.Select(column => new ColumnSchema(column.Name, column.Kind, ColumnRole.Category, Format: column.Format))]);

    [Theory]
    [InlineData("age between 15 and 30", typeof(RangeConstraint), "0 3")]
    [InlineData("age > 20", typeof(RangeConstraint), "0 1")]
    [InlineData("20 >= age", typeof(RangeConstraint), "2 3")]
    [InlineData("age >= 15 and age < 40", typeof(RangeConstraint), "0 3")]
    [InlineData("start <= '0001-01-31'", typeof(RangeConstraint), "3 4")]
    [InlineData("not null age", typeof(NotNullConstraint), "4")]
    [InlineData("age is not null", typeof(NotNullConstraint), "4")]
    [InlineData("unique id", typeof(UniqueConstraint), "2")]
    [InlineData("unique(city, zip)", typeof(UniqueConstraint), "1")]
    [InlineData("start <= `end day`", typeof(InequalityConstraint), "2")]
    [InlineData("\"end day\" > start", typeof(InequalityConstraint), "1 2 3")]
    [InlineData("combination(city, zip)", typeof(FixedCombinations), "")]
    [InlineData("zip -> city", typeof(FunctionalDependence), "2")]
    [InlineData("zip, flag -> city", typeof(FunctionalDependence), "2")]
    [InlineData("sum = a + b", typeof(SumConstraint), "1")]
    [InlineData("b + a = sum", typeof(SumConstraint), "1")]
    [InlineData("sum = a * b", typeof(FormulaConstraint), "0 1 2 3")]
    [InlineData("age = 10 * sum", typeof(FormulaConstraint), "0 1 2 3")]
    [InlineData("flag or city = 'y'", typeof(ExpressionConstraint), "1")]
    [InlineData("age = 10", typeof(ExpressionConstraint), "1 2 3")]
    [InlineData("city = zip", typeof(ExpressionConstraint), "0 1 2 3")]
    [InlineData("a + b < 3", typeof(ExpressionConstraint), "3")]
    public void A_text_is_the_strongest_constraint_that_says_it(string text, Type type, string broken)
    {
        var constraint = ConstraintParser.Parse(text, Schema);

        Assert.IsType(type, constraint);
        Assert.Equal(broken, Rows(constraint));
        Assert.Equal(constraint, ConstraintParser.Parse(constraint.ToString(), Schema));
        Assert.Equal(constraint, Assert.Single(ConstraintSet.FromJson(new ConstraintSet(constraint).ToJson(), Schema).Constraints));
    }

    [Fact]
    public void Combinations_are_learned_from_a_table()
    {
        var learned = ConstraintParser.Parse("combination(city, zip)", Schema).LearnedFrom(Table.Slice(0, 1));

        Assert.Equal("2 3", Rows(learned)); // (y, 1) and (y, 2); rows with a missing cell are not judged
        Assert.Equal(learned, Assert.Single(ConstraintSet.FromJson(new ConstraintSet(learned).ToJson(), Schema).Constraints));
    }

    [Fact]
    public void Several_constraints_are_separated_outside_quotes()
    {
        var set = ConstraintSet.Parse("not null age; city != ';'\n zip -> city ;;", Schema);

        Assert.Equal(["not null age", "city != ';'", "zip -> city"], set.Constraints.Select(constraint => constraint.ToString()));
        Assert.Equal([1, 0, 1], set.CountViolations(Table));
        Assert.Equal(set, ConstraintSet.FromJson(set.ToJson(), Schema));
        Assert.True(ConstraintSet.Parse(" \n ", Schema).IsEmpty);
    }

    [Theory]
    [InlineData("agee > 3", "Did you mean 'age'")]
    [InlineData("age > 3 id", "'and' or 'or'")]
    [InlineData("unique id extra", "not expected after")]
    [InlineData("unique(id, id)", "named twice")]
    [InlineData("combination(city)", "at least two")]
    [InlineData("zip ->", "name of a column")]
    [InlineData("-> zip", "name of a column")]
    [InlineData("zip -> zip", "named twice")]
    [InlineData("city + 1 = age", "is text")]
    [InlineData("sum = start + 1", "a date")]
    [InlineData("age between 5 and 3", "No value can lie")]
    [InlineData("age > 3; age > 3", "given twice")]
    [InlineData("age > 30; age < 20", "exclude each other")]
    [InlineData("age >= 5; age < 5", "exclude each other")]
    [InlineData("a < b; b < a", "circle")]
    [InlineData("a <= b; b <= sum; sum <= a", "circle")]
    [InlineData("a > 5; b < 3; a <= b", "exclude each other")]
    [InlineData("not null age; age is null", "exclude each other")]
    public void Faults_are_told(string text, string part) =>
        Assert.Contains(part, Assert.ThrowsAny<FormatException>(() => ConstraintSet.Parse(text, Schema)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "array 'constraints'")]
    [InlineData("{", "no sound JSON")]
    [InlineData("""{"constraints": [3]}""", "Constraint 1")]
    [InlineData("""{"constraints": [{"kind": "rang", "column": "age"}]}""", "Did you mean 'range'")]
    [InlineData("""{"constraints": [{"kind": "range", "column": "age", "minimum": 3}]}""", "no property 'minimum'")]
    [InlineData("""{"constraints": [{"kind": "range", "column": "age", "min": "old"}]}""", "whole numbers")]
    [InlineData("""{"constraints": [{"kind": "range", "column": "age"}]}""", "neither a smallest nor")]
    [InlineData("""{"constraints": ["age > 3", {"kind": "unique"}]}""", "Constraint 2: 'columns' is missing")]
    [InlineData("""{"constraints": [{"kind": "unique", "columns": "id"}]}""", "an array of texts")]
    [InlineData("""{"constraints": [{"kind": "combinations", "columns": ["city", "zip"], "values": [["x"]]}]}""", "1 values, 2 are needed")]
    [InlineData("""{"constraints": [{"kind": "formula", "column": "sum", "expression": "a +"}]}""", "name of a column")]
    [InlineData("""{"version": 7, "constraints": []}""", "version 7")]
    [InlineData("""{"constraints": [], "more": 1}""", "no property 'more'")]
    public void Faults_in_json_are_told(string json, string part) =>
        Assert.Contains(part, Assert.ThrowsAny<Exception>(() => ConstraintSet.FromJson(json, Schema)) is var failure && failure is ConstraintException or DataLoadException ? failure.Message : failure.ToString(), StringComparison.Ordinal);

    [Theory, Seeds(150)]
    public void Violations_are_those_of_a_row_by_row_reading(ulong seed)
    {
        var random = new SplitRandom(seed);
        var rows = 1 + random.NextBelow(80);
        var table = new DataFrame("abc".Select(name => (Column)new Int64Column(name.ToString(),
            RandomFrames.Make(rows, _ => (long)random.NextBelow(4)), NullMask.Of(RandomFrames.Make(rows, _ => random.NextBelow(5) == 0)))));
        var cells = Enumerable.Range(0, rows).Select(row => table.Columns.Select(column => (long?)column[row]).ToArray()).ToArray();
        var schema = table.InferSchema();

        Check("a <= b", row => cells[row] is [{ } a, { } b, _] && a > b);
        Check("c = a + b", row => cells[row] is [{ } a, { } b, { } c] && a + b != c);
        Check("c = a * b - 1", row => cells[row] is [{ } a, { } b, { } c] && a * b - 1 != c);
        Check("unique(a, b)", row => cells[row] is [{ } a, { } b, _] && Enumerable.Range(0, row).Any(other => cells[other][0] == a && cells[other][1] == b));
        var (counts, _) = (Enumerable.Range(0, rows).Where(row => cells[row] is [{ }, { }, _]).GroupBy(row => cells[row][0]!.Value).ToDictionary(group => group.Key,
            group => group.GroupBy(row => cells[row][1]!.Value).OrderByDescending(values => values.Count()).ThenBy(values => values.Min()).First().Key), 0);
        Check("a -> b", row => cells[row] is [{ } a, { } b, _] && counts[a] != b);

        void Check(string text, Func<int, bool> isBroken) =>
            Assert.Equal(Enumerable.Range(0, rows).Select(isBroken), ((Constraint)ConstraintParser.Parse(text, new([.. schema.Columns.Select(column => column with { Role = ColumnRole.Ordinal })]))).Violations(table));
    }

    private static string Rows(Constraint constraint)
    {
        var broken = constraint.Violations(Table);
        return string.Join(' ', Enumerable.Range(0, broken.Length).Where(row => broken[row]));
    }
}
