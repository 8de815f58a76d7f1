using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Conditions;

public class ConditionTests
{
    private static readonly DataFrame People = DataFrame.LoadCsvFromString(
        "age,sex,income,born,seen,smoker,\"odd name\",or\n70,Female,1.5,1950-01-02,2024-01-01 10:00:00,true,x,1\n30,Male,2.5,1990-06-30,2024-03-01 00:00:00,false,it's,2\n,Female,,,,,,3\n65,Male,-1,1955-12-31,2024-02-01 12:30:00,true,y,4\n");

    [Theory]
    [InlineData("age >= 65", "0 3")]
    [InlineData("AGE >= 65 AND Sex = 'Female'", "0")]
    [InlineData("65 <= age", "0 3")]
    [InlineData("age > 64.5", "0 3")]
    [InlineData("age = 64.5", "")]
    [InlineData("age != 64.5", "0 1 3")]
    [InlineData("age <> 70", "1 3")]
    [InlineData("age = 70 or sex = 'Male' and income > 0", "0 1")]
    [InlineData("(age = 70 or sex = 'Male') and income > 0", "0 1")]
    [InlineData("not age = 70", "1 3")]
    [InlineData("not (age = 70 or sex = 'Male')", "")]
    [InlineData("not not age = 70", "0")]
    [InlineData("sex in ('Male', 'Other')", "1 3")]
    [InlineData("sex not in ('Male')", "0 2")]
    [InlineData("age in (30, 65.0)", "1 3")]
    [InlineData("age not in (30)", "0 3")]
    [InlineData("age between 30 and 65 and sex = 'Male'", "1 3")]
    [InlineData("age not between 31 and 69", "0 1")]
    [InlineData("age is null", "2")]
    [InlineData("age is not null and income is not null", "0 1 3")]
    [InlineData("born < '1955-12-31'", "0")]
    [InlineData("born = '1990-06-30'", "1")]
    [InlineData("seen >= '2024-02-01'", "1 3")]
    [InlineData("seen = '2024-02-01 12:30:00'", "3")]
    [InlineData("seen = '2024-02-01T12:30'", "3")]
    [InlineData("smoker", "0 3")]
    [InlineData("not smoker", "1")]
    [InlineData("smoker = false", "1")]
    [InlineData("\"odd name\" = 'it''s'", "1")]
    [InlineData("`odd name` > 'x'", "3")]
    [InlineData("\"or\" >= 3", "2 3")]
    [InlineData("income = -1", "3")]
    [InlineData("income < 1e0", "3")]
    [InlineData("age == 70 || age == 30", "0 1")]
    [InlineData("age > 9223372036854775806.5", "")]
    [InlineData("age < 1e300", "0 1 3")]
    public void Conditions_find_the_rows_that_they_say(string text, string rows)
    {
        var condition = People.ParseCondition(text);
        Assert.Equal(rows, string.Join(' ', ConditionEvaluator.Rows(condition, People)));
        Assert.Equal(rows, string.Join(' ', ConditionEvaluator.Rows(People.ParseCondition(condition.ToString()), People)));
    }

    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData("agee > 3", 0, "Did you mean 'age'")]
    [InlineData("odd name = 'x'", 0, "there is one named 'odd name'; names with spaces or signs stand in backticks or double quotes: `odd name`.")]
    [InlineData("age > ", 6, "expected")]
    [InlineData("age > 'old'", 6, "whole numbers")]
    [InlineData("sex = Female", 6, "single quotes: 'Female'")]
    [InlineData("age = null", 6, "is null")]
    [InlineData("age >= 65 sex = 'Male'", 10, "'and' or 'or'")]
    [InlineData("(age > 3", 8, "')' is missing")]
    [InlineData("age", 3, "comparison must follow")]
    [InlineData("age in 3", 7, "list in parentheses")]
    [InlineData("age in (3", 9, "',' or ends with ')'")]
    [InlineData("age between 3 or 4", 14, "'and' must stand")]
    [InlineData("age is 3", 7, "'null' or 'not null'")]
    [InlineData("sex = 'Male", 6, "not closed")]
    [InlineData("age # 3", 4, "no meaning")]
    [InlineData("born > '01.02.2003'", 7, "'2024-12-31'")]
    [InlineData("age > 3x", 6, "no number")]
    [InlineData("and > 3", 0, "name of a column")]
    public void Faults_are_shown_in_their_place(string text, int position, string part)
    {
        var failure = Assert.Throws<ConditionParseException>(() => People.ParseCondition(text));
        Assert.Equal(position, failure.Position);
        Assert.Contains(part, failure.Reason, StringComparison.Ordinal);
        Assert.EndsWith("\n  " + new string(' ', position) + "^", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_instead_of_crashing() =>
        Assert.Contains("nested", Assert.Throws<ConditionParseException>(() => People.ParseCondition(new string('(', 100_000) + "age > 3")).Reason, StringComparison.Ordinal);

    [Theory, Seeds(300)]
    public void Text_and_tree_and_a_row_by_row_reading_agree(ulong seed)
    {
        var random = new SplitRandom(seed);
        var frame = RandomFrames.Next(random, leastRows: 5);
        var condition = NextCondition(random, frame, depth: 3);

        var mask = ConditionEvaluator.Evaluate(condition, frame);

        for (var row = 0; row < mask.Length; row++) Assert.True(mask[row] == (Naive(condition, frame, row) == true), $"row {row} of {condition}");
        Assert.Equal(mask, ConditionEvaluator.Evaluate(condition.WithoutNot(), frame));
        var read = frame.ParseCondition(condition.ToString());
        Assert.Equal(mask, ConditionEvaluator.Evaluate(read, frame));
        Assert.Equal(read.ToString(), frame.ParseCondition(read.ToString()).ToString());
        Assert.Equal(frame.Take(ConditionEvaluator.Rows(condition, frame)).Rows.Count, frame.Filter(condition.ToString()).Rows.Count);
    }

    [Theory, Seeds(300)]
    public void No_text_crashes_the_parser(ulong seed)
    {
        var random = new SplitRandom(seed);
        string[] pieces = ["age", "sex", "born", "smoker", "=", "<=", "!", "not", "and", "or", "in", "(", ")", ",", "'x'", "'2024-01-01'", "5", "-1.5", "null", "is", "between", "true", "false", "'", "\"", "#", "1e999"];
        var text = string.Join(' ', RandomFrames.Make(random.NextBelow(10), _ => pieces[random.NextBelow(pieces.Length)]));
        try
        {
            Assert.Equal(4, ConditionEvaluator.Evaluate(People.ParseCondition(text), People).Length);
        }
        catch (ConditionParseException failure)
        {
            Assert.InRange(failure.Position, 0, text.Length);
        }
    }

    [Fact]
    public void Any_number_of_threads_may_read_one_frame()
    {
        var frame = RandomFrames.Next(new SplitRandom(8), leastRows: 2000);
        var condition = NextCondition(new SplitRandom(9), frame, depth: 3);
        var expected = ConditionEvaluator.Rows(condition, frame);
        var sums = frame.Columns.Where(column => column.Kind != ColumnKind.Text).Select(column => column.Sum()).ToArray();
        Parallel.For(0, 32, _ =>
        {
            Assert.Equal(expected, ConditionEvaluator.Rows(condition, frame));
            Assert.Equal(sums, frame.Columns.Where(column => column.Kind != ColumnKind.Text).Select(column => column.Sum()).ToArray());
        });
    }

    [Fact]
    public void Values_of_another_type_are_named()
    {
        var failure = Assert.Throws<ArgumentException>(() => People.Filter(new Condition.Comparison("age", ComparisonOperator.Equal, "x")));
        Assert.Contains("'age'", failure.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => People.Filter(new Condition.Comparison("nobody", ComparisonOperator.Equal, 1L)));
    }

    // Three values, cell by cell, as SQL defines them.
    private static bool? Naive(Condition condition, DataFrame frame, int row)
    {
        switch (condition)
        {
            case Condition.IsMissing missing:
                return frame[missing.Column][row] is null != missing.Negated;
            case Condition.Not not:
                return !Naive(not.Part, frame, row);
            case Condition.All all:
                var parts = all.Parts.Select(part => Naive(part, frame, row)).ToArray();
                return parts.Contains(false) ? false : parts.Contains(null) ? null : true;
            case Condition.Any any:
                var anyParts = any.Parts.Select(part => Naive(part, frame, row)).ToArray();
                return anyParts.Contains(true) ? true : anyParts.Contains(null) ? null : false;
            case Condition.InList list:
                return frame[list.Column][row] is { } cell ? list.Values.Any(value => Order(cell, value) == 0) != list.Negated : null;
            case Condition.Comparison comparison:
                if (frame[comparison.Column][row] is not { } left) return null;
                var order = Order(left, comparison.Value);
                return comparison.Operator switch
                {
                    ComparisonOperator.Equal => order == 0,
                    ComparisonOperator.NotEqual => order != 0,
                    ComparisonOperator.Less => order < 0,
                    ComparisonOperator.LessOrEqual => order <= 0,
                    ComparisonOperator.Greater => order > 0,
                    _ => order >= 0,
                };
            default:
                throw new InvalidOperationException();
        }
    }

    private static int Order(object cell, object value) => (cell, value) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (long a, double b) => ((decimal)a).CompareTo((decimal)b),
        (IComparable a, _) => a.CompareTo(value),
        _ => throw new InvalidOperationException(),
    };

    private static Condition NextCondition(SplitRandom random, DataFrame frame, int depth)
    {
        if (depth > 0 && random.NextBelow(3) > 0)
        {
            var parts = RandomFrames.Make(1 + random.NextBelow(3), _ => NextCondition(random, frame, depth - 1));
            return random.NextBelow(3) switch { 0 => new Condition.Not(parts[0]), 1 => new Condition.All(parts), _ => new Condition.Any(parts) };
        }
        var column = frame.Columns[random.NextBelow(frame.Columns.Count)];
        return random.NextBelow(4) switch
        {
            0 => new Condition.IsMissing(column.Name, random.NextBelow(2) == 0),
            1 => new Condition.InList(column.Name, RandomFrames.Make(1 + random.NextBelow(3), _ => Value(column)), random.NextBelow(2) == 0),
            _ => new Condition.Comparison(column.Name, (ComparisonOperator)random.NextBelow(6), Value(column)),
        };

        object Value(Column column)
        {
            var value = column[random.NextBelow(column.Length)] ?? column[0]!;
            return value is long integer && Math.Abs(integer) < 1L << 40 && random.NextBelow(3) == 0 ? integer + 0.5 : value;
        }
    }
}
