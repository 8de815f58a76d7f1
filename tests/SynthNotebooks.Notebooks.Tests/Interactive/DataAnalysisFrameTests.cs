using System.Data;
using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Interactive;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Tests.Hosting;
using Theirs = Microsoft.Data.Analysis.DataFrame;

namespace SynthNotebooks.Notebooks.Tests.Interactive;

public class DataAnalysisFrameTests
{
    [Fact]
    public void A_table_of_theirs_keeps_names_values_and_missing_cells()
    {
        var frame = DataAnalysisFrame.ToSynth(Sample());

        Assert.Equal(["amount", "name", "at", "open"], frame.Columns.Select(column => column.Name));
        Assert.Equal([ColumnKind.Real, ColumnKind.Text, ColumnKind.Timestamp, ColumnKind.Boolean], frame.Columns.Select(column => column.Kind));
        Assert.Equal(0.1, frame["amount"][0]);
        Assert.Null(frame["amount"][1]);
        Assert.Equal("", frame["name"][1]);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0), frame["at"][0]);
        Assert.Null(frame["open"][1]);
    }

    [Fact]
    public void A_table_goes_there_and_back_unchanged_but_for_dates_that_become_time_stamps()
    {
        var frame = new DataFrame(
            new Int64Column("count", new[] { 1, long.MaxValue }), new DoubleColumn("share", new[] { 0.1, -2.5e300 }), new TextColumn("word", new[] { 0, 1 }, ["ä,\"", ""]),
            new BooleanColumn("flag", new[] { true, false }), new DateColumn("day", new[] { new DateOnly(2024, 2, 29).DayNumber, 0 }));

        var theirs = Assert.IsType<Theirs>(DataAnalysisFrame.FromSynth(frame, typeof(Theirs)));
        var back = DataAnalysisFrame.ToSynth(theirs);

        foreach (var column in frame.Columns.Take(4)) Assert.Equal([column[0], column[1]], [back[column.Name][0], back[column.Name][1]]);
        Assert.Equal(ColumnKind.Timestamp, back["day"].Kind);
        Assert.Equal(new DateTime(2024, 2, 29), back["day"][0]);
    }

    [Fact]
    public void Another_value_or_type_is_refused()
    {
        Assert.False(DataAnalysisFrame.Is(null));
        Assert.False(DataAnalysisFrame.Is(new DataFrame(new Int64Column("a", new[] { 1L }))));
        Assert.Contains("System.String", Assert.Throws<ArgumentException>(() => DataAnalysisFrame.ToSynth("text")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DataAnalysisFrame.FromSynth(new DataFrame(new Int64Column("a", new[] { 1L })), typeof(string)));
    }

    [Fact]
    public void Magics_take_a_variable_that_holds_one_of_theirs()
    {
        var host = new FakeHost { ["theirs"] = Sample(), ["other"] = 3 };

        Assert.Equal(2, host.Variables.Require<DataFrame>("theirs").Rows.Count);
        Assert.Equal(["theirs"], host.Variables.NamesOf(typeof(DataFrame)));
        Assert.Throws<MagicException>(() => host.Variables.Require<DataFrame>("other"));
    }

    private static Theirs Sample()
    {
        var table = new DataTable { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("amount", typeof(float));
        table.Columns.Add("name", typeof(string));
        table.Columns.Add("at", typeof(DateTime));
        table.Columns.Add("open", typeof(bool));
        table.Rows.Add(0.1f, "a", new DateTime(2024, 2, 29, 12, 0, 0), true);
        table.Rows.Add(DBNull.Value, "", DBNull.Value, DBNull.Value);
        return new Theirs(table);
    }
}
