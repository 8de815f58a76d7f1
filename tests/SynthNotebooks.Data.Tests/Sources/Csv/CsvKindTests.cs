using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Csv;

public class CsvKindTests
{
    [Theory]
    [InlineData("1|2|-3", ColumnKind.Integer)]
    [InlineData("1||3", ColumnKind.Integer)]
    [InlineData(" 1|2 |+3", ColumnKind.Integer)]
    [InlineData("9223372036854775807|-9223372036854775808", ColumnKind.Integer)]
    [InlineData("1|NA|3", ColumnKind.Integer)]
    [InlineData("NA|?|3", ColumnKind.Integer)]
    [InlineData("1|2.5", ColumnKind.Real)]
    [InlineData("1e3|2", ColumnKind.Real)]
    [InlineData(".5|5.|-.5", ColumnKind.Real)]
    [InlineData("inf|1.5|-Infinity", ColumnKind.Real)]
    [InlineData("-0|1", ColumnKind.Real)]
    [InlineData("123456789012345678901234567890|1", ColumnKind.Text)]
    [InlineData("123456789012345678901234567890|1|1|1|1", ColumnKind.Real)]
    [InlineData("12345678901234567890|12345678901234567890|12345678901234567891", ColumnKind.Text)]
    [InlineData("007|123", ColumnKind.Text)]
    [InlineData("1|007", ColumnKind.Text)]
    [InlineData("1.5|00.5", ColumnKind.Text)]
    [InlineData("1|two", ColumnKind.Text)]
    [InlineData("NA|DE", ColumnKind.Text)]
    [InlineData("?|NA", ColumnKind.Text)]
    [InlineData("|", ColumnKind.Text)]
    [InlineData("true|false", ColumnKind.Boolean)]
    [InlineData("TRUE||FALSE", ColumnKind.Boolean)]
    [InlineData("true|FALSE", ColumnKind.Text)]
    [InlineData("yes|no", ColumnKind.Text)]
    [InlineData("2024-02-29|1999-01-01", ColumnKind.Date)]
    [InlineData("2024-02-29|N/A", ColumnKind.Date)]
    [InlineData("2023-02-29|1999-01-01", ColumnKind.Text)]
    [InlineData("31.12.2024|01.01.1999", ColumnKind.Date)]
    [InlineData("12/31/2024|01/02/2024", ColumnKind.Date)]
    [InlineData("01/02/2024|31/12/2024", ColumnKind.Date)]
    [InlineData("1/2/2024|12/31/2024", ColumnKind.Date)]
    [InlineData("05-Jan-2024|31-Dec-2024", ColumnKind.Date)]
    [InlineData("2024-01-01 10:00:00|2024-01-01 23:59:59", ColumnKind.Timestamp)]
    [InlineData("2024-01-01T10:00:00Z|2024-01-01T23:59:59Z", ColumnKind.Timestamp)]
    [InlineData("2024-01-01T10:00:00+02:00|2024-01-01T23:59:59+02:00", ColumnKind.Timestamp)]
    [InlineData("2024-01-01T10:00:00+02:00|2024-01-01T23:59:59+01:00", ColumnKind.Text)]
    [InlineData("2024-01-01 10:00:00.250|2024-01-01 23:59:59.001", ColumnKind.Timestamp)]
    [InlineData("2024-01-01 10:00:00|2024-01-01 23:59:59.5", ColumnKind.Timestamp)]
    [InlineData("1/2/2024 1:05 PM|12/31/2024 12:00 AM", ColumnKind.Timestamp)]
    [InlineData("31.12.2024 08:30|01.01.2025 09:00", ColumnKind.Timestamp)]
    [InlineData("2024-01-01 24:00:00|2024-01-01 10:00:00", ColumnKind.Text)]
    public void The_kind_is_the_narrowest_that_holds_every_cell(string cells, ColumnKind kind)
    {
        var column = Load(cells);
        Assert.Equal(kind, column.Kind);
        var plain = cells.Split('|');
        if (kind is ColumnKind.Text or ColumnKind.Date or ColumnKind.Boolean or ColumnKind.Timestamp)
            for (var row = 0; row < plain.Length; row++)
                Assert.Equal(plain[row].Length == 0 || plain[row] == "N/A" ? null : plain[row], column.GetText(row));
    }

    [Fact]
    public void Slashed_dates_are_month_first_unless_a_day_says_otherwise()
    {
        Assert.Equal(new DateOnly(2024, 1, 2), Load("01/02/2024|03/04/2024")[0]);
        Assert.Equal(new DateOnly(2024, 2, 1), Load("01/02/2024|13/04/2024")[0]);
    }

    [Fact]
    public void A_kind_that_breaks_late_is_found_again_from_the_first_row()
    {
        var cells = Enumerable.Range(0, 40_000).Select(i => i.ToString()).ToArray();
        cells[39_999] = "x";
        var column = Load(string.Join('|', cells));
        Assert.Equal(ColumnKind.Text, column.Kind);
        Assert.Equal(cells, Enumerable.Range(0, cells.Length).Select(column.GetText));
        cells[39_999] = "0.25";
        var reals = Load(string.Join('|', cells));
        Assert.Equal(ColumnKind.Real, reals.Kind);
        Assert.Equal(799980000.25 - 39_999, reals.Sum(), 6);
    }

    [Fact]
    public void Nulls_before_the_first_value_are_kept()
    {
        var column = Load(new string('|', 30_000) + "5");
        Assert.Equal(ColumnKind.Integer, column.Kind);
        Assert.Equal(30_000, column.NullCount);
        Assert.Equal(5L, column[30_000]);
    }

    [Fact]
    public void The_spelling_of_missing_cells_is_kept()
    {
        var frame = DataFrame.LoadCsvFromString("a,b,c\n1,x,NA\nNA,?,2.5\n3,NA,NA\n");
        Assert.Equal("NA", frame["a"].Format.NullText);
        Assert.Equal(1, frame["a"].NullCount);
        Assert.Equal(0, frame["b"].NullCount);
        Assert.Equal("a,b,c\n1,x,NA\nNA,?,2.5\n3,NA,NA\n", System.Text.Encoding.UTF8.GetString(CsvRoundTripTests.Written(frame, new CsvWriteOptions())));
    }

    [Fact]
    public void Told_null_tokens_hold_in_text_and_replace_the_usual_ones()
    {
        var frame = DataFrame.LoadCsvFromString("a,b\n1,x\n-9,-9\nNA,y\n", new CsvOptions { NullTokens = ["-9"] });
        Assert.Equal(ColumnKind.Text, frame["a"].Kind);
        Assert.Equal(1, frame["a"].NullCount);
        Assert.Equal(1, frame["b"].NullCount);
    }

    [Fact]
    public void The_decimal_comma_is_found_where_it_does_not_delimit()
    {
        var frame = DataFrame.LoadCsvFromString("a;b\n1,5;3\n2,25;4\n");
        Assert.Equal([1.5, 2.25], frame["a"].ToNumbers());
        Assert.Equal(ColumnKind.Integer, frame["b"].Kind);
        Assert.Equal([3.0, 4.5], DataFrame.LoadCsvFromString("a;b\nx;3\ny;4,5\n")["b"].ToNumbers());
    }

    [Fact]
    public void Decimals_are_noted_when_all_cells_have_as_many()
    {
        Assert.Equal(2, Load("1.50|2.25|").Format.Decimals);
        Assert.Null(Load("1.5|2.25").Format.Decimals);
    }

    [Fact]
    public void Told_kinds_hold_and_a_misfit_is_named()
    {
        var options = new CsvOptions { Kinds = new Dictionary<string, ColumnKind> { ["a"] = ColumnKind.Text, ["b"] = ColumnKind.Real } };
        var frame = DataFrame.LoadCsvFromString("a,b\n1,2\n", options);
        Assert.Equal((ColumnKind.Text, ColumnKind.Real), (frame["a"].Kind, frame["b"].Kind));
        var failure = Assert.Throws<DataLoadException>(() => DataFrame.LoadCsvFromString("a,b\n1,2\n2,two\n", options));
        Assert.Equal((3L, "b"), (failure.Line, failure.Column));
        Assert.Contains("'two'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'b'", Assert.Throws<DataLoadException>(() => DataFrame.LoadCsvFromString("a,b\n1,2\n", new CsvOptions { Kinds = new Dictionary<string, ColumnKind> { ["bb"] = ColumnKind.Text } })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_told_date_pattern_reads_compact_dates() =>
        Assert.Equal(new DateOnly(2024, 12, 31), DataFrame.LoadCsvFromString("d,e\n20241231,1\n19990101,2\n", new CsvOptions { DatePattern = "yyyyMMdd" })["d"][0]);

    [Fact]
    public void Without_a_header_columns_are_numbered() =>
        Assert.Equal(["Column0", "Column1"], DataFrame.LoadCsvFromString("1,2\n3,4\n", new CsvOptions { Header = false }).Columns.Select(column => column.Name));

    [Fact]
    public void Quoted_empty_cells_are_missing_unless_told()
    {
        Assert.Equal(1, DataFrame.LoadCsvFromString("a,b\nx,1\n\"\",2\n")["a"].NullCount);
        Assert.Equal("", DataFrame.LoadCsvFromString("a,b\nx,1\n\"\",2\n", new CsvOptions { QuotedEmptyIsText = true })["a"][1]);
    }

    [Theory, Seeds(300)]
    public void Numbers_parse_to_the_nearest_double(ulong seed)
    {
        var random = new SplitRandom(seed);
        for (var i = 0; i < 50; i++)
        {
            var text = random.NextBelow(3) switch
            {
                0 => BitConverter.UInt64BitsToDouble(random.NextUInt64()).ToString("R"),
                1 => $"{random.NextUInt64()}.{random.NextUInt64()}",
                _ => $"{(random.NextBelow(2) == 0 ? "-" : "")}{random.NextBelow(100_000)}.{random.NextBelow(1_000_000):D6}",
            };
            if (!double.TryParse(text, out var expected) || double.IsNaN(expected)) continue;
            Assert.True(NumberCell.TryReal(Padded(text), (byte)'.', out var value, out _), text);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
        }
    }

    private static ReadOnlySpan<byte> Padded(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static Column Load(string cells) =>
        DataFrame.LoadCsvFromString("v,other\n" + string.Concat(cells.Split('|').Select(cell => cell + ",z\n")), new CsvOptions { Delimiter = ',' })["v"];
}
