using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Tests.Reading;

public class ColumnReadingTests
{
    [Fact]
    public void Eleven_distinct_numbers_are_a_number_and_ten_are_a_category()
    {
        Assert.Equal(ColumnMeasure.Number, Read(Enumerable.Range(0, 11).Select(i => $" {i}.50")).Measure);
        Assert.Equal(ColumnMeasure.Category, Read(Enumerable.Range(0, 40).Select(i => $"{i % 10}")).Measure);
    }

    [Fact]
    public void One_cell_that_is_no_number_makes_a_category() =>
        Assert.Equal(ColumnMeasure.Category, Read(Enumerable.Range(0, 30).Select(i => i == 7 ? "nan" : $"{i}")).Measure);

    [Fact]
    public void Iso_dates_in_text_are_dates() => Assert.Equal(ColumnMeasure.Date, Read(["2024-02-29", "2024-03-01T10:00:00", null]).Measure);

    [Fact]
    public void A_category_with_nine_tenths_distinct_is_left_out_unless_it_is_the_target()
    {
        var ids = Enumerable.Range(0, 101).Select(i => $"id{i}").ToArray();

        Assert.Contains("identifier", Read(ids).LeftOut, StringComparison.Ordinal);
        Assert.Null(Read(ids, new() { Target = "c" }).LeftOut);
        Assert.Null(Read(ids.Take(100)).LeftOut);
    }

    [Fact]
    public void Equal_numbers_are_one_category_however_they_are_spelled()
    {
        var book = new LabelBook(numericText: true);

        Assert.Equal(book.Read(TextColumn.Of("c", ["1", "2", null])), book.Read(TextColumn.Of("c", ["1.0", "02", " "])));
        Assert.Equal([1, 2, 0], book.Read(new DoubleColumn("c", new[] { 1, 2, double.NaN })));
    }

    [Fact]
    public void Bins_are_cut_as_published()
    {
        var edges = BinEdges.Of([0, 10]);

        Assert.Equal([0, 1, 1, 2, 10, 11, 11, 11], edges.Digitize([-1, 0, 0.5, 1, 9.99, 10, 11, double.NaN]));
        Assert.Equal(6, BinEdges.Of([3, 3]).Digitize([3])[0]); // 2.5 to 3.5
    }

    private static ColumnReading Read(IEnumerable<string?> cells, EvaluationOptions? options = null) => ColumnReading.Of(TextColumn.Of("c", cells), options ?? new());
}
