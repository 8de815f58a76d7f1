using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Notebooks.Tests.Displays;

public class DataFrameDisplayTests
{
    private static readonly DataFrameDisplay Display = new();

    [Fact]
    public void A_real_table_is_badged_and_shown_in_part() => Assert.Equal(
        """
        [real data] 30 rows x 2 columns
               age  sex
           integer  text
        0        0  a
        1        1  <null>
        2        2  a
        3        3  <null>
        4        4  a
        The first 5 rows are shown, since the records are or may be real.

        """.ReplaceLineEndings("\n"),
        Display.Format(Frame(30, DataOrigin.Real), MimeTypes.Text));

    [Fact]
    public void A_synthetic_table_shows_head_and_tail()
    {
        var text = Display.Format(Frame(1000, DataOrigin.Synthetic), MimeTypes.Text);

        Assert.StartsWith("[synthetic data] 1,000 rows x 2 columns\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  9        9  <null>\n  …        …  …\n990      990  a\n", text, StringComparison.Ordinal);
        Assert.Equal(3 + 21, text.Count(c => c == '\n'));
    }

    [Fact]
    public void Figures_about_real_records_are_shown_in_whole()
    {
        var text = Display.Format(Frame(30, DataOrigin.Real).Description(), MimeTypes.Text);

        Assert.StartsWith("[real data] 9 rows x 2 columns\n", text, StringComparison.Ordinal);
        Assert.Contains("\n8  Max", text, StringComparison.Ordinal);
        Assert.DoesNotContain("are shown", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(7, 5)] // the seventh group has one row
    public void Groups_are_shown_in_whole_when_each_has_five_rows_or_more(int groups, int shown)
    {
        var names = Enumerable.Range(0, groups).SelectMany(group => Enumerable.Repeat($"g{group}", group == 6 ? 1 : 5)).ToArray();
        var frame = new DataFrame(TextColumn.Of("group", names), new Int64Column("n", new long[names.Length])) { Origin = DataOrigin.Real };

        foreach (var figures in new[] { frame.GroupBy("group").Mean(), frame.GroupBy("group").Size(), frame.GroupBy("group").Sum("n"), frame.GroupBy("group").Count("n"), frame["group"].ValueCounts() })
            Assert.Equal(shown, Display.Format(figures, MimeTypes.Text).Split('\n').Count(line => line.Length > 0 && char.IsDigit(line[0])));
        Assert.False(frame.GroupBy("group").First().IsSummary);
    }

    [Fact]
    public void Figures_are_shown_with_six_digits_and_all_before_the_point()
    {
        var figures = new DataFrame(new DoubleColumn("x", new[] { 1 / 3.0, 2283.3004408418656, 12345678.9, 7043, 1e300, -1e-7 / 3 })) { IsSummary = true };

        var text = Display.Format(figures, MimeTypes.Text);

        foreach (var shown in new[] { " 0.333333\n", " 2283.3\n", " 12345679\n", " 7043\n", " 1E+300\n", " -3.33333E-08\n" }) Assert.Contains(shown, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_tells_its_first_cells() => Assert.Equal("sex (text, 30 rows): a, <null>, a, <null>, a, ...", Frame(30, DataOrigin.Real)["sex"].ToString());

    [Fact]
    public void A_selection_of_rows_of_figures_is_no_longer_taken_for_figures() => Assert.False(Frame(3, DataOrigin.Real).Description().Slice(0, 2).IsSummary);

    [Fact]
    public void The_columns_of_a_table_are_told_without_any_value() => Assert.Equal(
        """
        2 columns of 30 rows
           column  type     missing
        0  age     integer        0
        1  sex     text          15

        """.ReplaceLineEndings("\n"),
        new ColumnCollectionDisplay().Format(Frame(30, DataOrigin.Real).Columns, MimeTypes.Text));

    [Fact]
    public void A_row_is_shown_with_the_names_of_its_columns_and_the_badge_of_its_table() => Assert.Equal(
        """
        [real data] row 1
        column  value
        age     1
        sex     <null>

        """.ReplaceLineEndings("\n"),
        new DataFrameRowDisplay().Format(Frame(30, DataOrigin.Real).Rows[1], MimeTypes.Text));

    [Fact]
    public void The_rows_of_a_table_are_shown_as_the_table_is()
    {
        var frame = Frame(30, DataOrigin.Real);

        Assert.Equal(Display.Format(frame, MimeTypes.Html), new RowCollectionDisplay().Format(frame.Rows, MimeTypes.Html));
        Assert.Equal("1 <null>", frame.Rows[1].ToString());
    }

    [Fact]
    public void Twenty_rows_need_no_ellipsis() => Assert.DoesNotContain("…", Display.Format(Frame(20, DataOrigin.Synthetic), MimeTypes.Html), StringComparison.Ordinal);

    [Fact]
    public void Columns_beyond_the_cap_are_named()
    {
        var wide = new DataFrame(Enumerable.Range(0, 25).Select(i => new Int64Column($"c{i}", new long[] { i })));

        Assert.Contains("Not shown: 5 columns (c20, c21, c22, c23, c24).", Display.Format(wide, MimeTypes.Text), StringComparison.Ordinal);
        Assert.Contains("data of unknown origin, treated as real", Display.Format(wide, MimeTypes.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_columns_or_rows_is_shown() =>
        Assert.Equal("[data of unknown origin, treated as real] 0 rows x 0 columns\n\n", Display.Format(new DataFrame(), MimeTypes.Text));

    [Fact]
    public void Html_carries_its_meaning_in_native_elements() => Assert.Equal(
        "<table><caption style=\"text-align: left\"><strong>synthetic data</strong>: 1 row x 2 columns</caption>"
        + "<thead><tr><td></td><th scope=\"col\" align=\"right\">age<br/><small>integer</small></th><th scope=\"col\" style=\"text-align: left\">sex<br/><small>text</small></th></tr></thead>"
        + "<tbody><tr><th scope=\"row\">0</th><td align=\"right\">0</td><td style=\"text-align: left\">a</td></tr></tbody></table>",
        Display.Format(Frame(1, DataOrigin.Synthetic), MimeTypes.Html));

    [Fact]
    public void Both_kernels_find_the_display_of_a_type_and_of_what_derives_from_it()
    {
        DisplayFormatters.Register();
        DisplayFormatters.Register();
        var frame = Frame(30, DataOrigin.Synthetic);
        IFittedGenerator model = frame.Fit("independent");

        Assert.StartsWith("<table>", frame.ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.StartsWith("[synthetic data] 30 rows x 2 columns", frame.ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.StartsWith("fitted model\nproperty", model.ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.StartsWith("<table>", frame["age"].ToDisplayString("text/html"), StringComparison.Ordinal);
        Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(model.GetType()));
    }

    private static DataFrame Frame(int rows, DataOrigin origin) => new DataFrame(
        new Int64Column("age", Enumerable.Range(0, rows).Select(row => (long)row).ToArray()),
        TextColumn.Of("sex", Enumerable.Range(0, rows).Select(row => row % 2 == 0 ? "a" : null))).WithOrigin(origin);
}
