using System.Data;
using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Relational;

public class DataReaderTests
{
    [Theory, Seeds(100)]
    public async Task Frames_travel_through_System_Data_unchanged(ulong seed)
    {
        var frame = RandomFrames.Next(new SplitRandom(seed));
        using var reader = frame.ToDataReader();
        RandomFrames.AssertSameCells(frame, await DataFrame.LoadFrom(reader));
        using var again = frame.ToDataReader();
        RandomFrames.AssertSameCells(frame, DataFrame.LoadFromReader(again));
    }

    [Theory, Seeds(30)]
    public void A_data_table_holds_every_cell(ulong seed)
    {
        var frame = RandomFrames.Next(new SplitRandom(seed));
        using var table = frame.ToTable();
        using var loaded = new DataTable();
        loaded.Load(frame.ToDataReader());
        foreach (var copy in new[] { table, loaded })
        {
            Assert.Equal(frame.Rows.Count, copy.Rows.Count);
            for (var row = 0; row < copy.Rows.Count; row++)
            {
                for (var i = 0; i < frame.Columns.Count; i++)
                {
                    var expected = frame.Columns[i][row] switch { null => DBNull.Value, DateOnly date => date.ToDateTime(TimeOnly.MinValue), var cell => cell };
                    Assert.Equal(expected, copy.Rows[row][i]);
                }
            }
        }
    }

    [Fact]
    public void Foreign_types_find_their_kind()
    {
        using var table = new DataTable();
        foreach (var type in new[] { typeof(byte), typeof(float), typeof(decimal), typeof(Guid), typeof(DateTimeOffset), typeof(TimeSpan), typeof(char), typeof(ulong) })
            table.Columns.Add(type.Name, type);
        table.Rows.Add((byte)200, 0.1f, 1.50m, Guid.Empty, new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.FromHours(2)), TimeSpan.FromMinutes(90), 'c', 7UL);
        table.Rows.Add((byte)0, 2f, 2.25m, DBNull.Value, DBNull.Value, TimeSpan.Zero, 'd', ulong.MaxValue);
        using var reader = table.CreateDataReader();
        var frame = DataFrame.LoadFromReader(reader);
        Assert.Equal([200L, 0.1, 1.5, "00000000-0000-0000-0000-000000000000", new DateTime(2024, 1, 1, 10, 0, 0), "01:30:00", "c", "7"], frame.Rows[0].Cells);
        Assert.Equal(2, frame["Decimal"].Format.Decimals);
        Assert.Equal("1.50", frame["Decimal"].GetText(0));
    }

    [Fact]
    public void Sql_runs_over_the_frame()
    {
        var frame = DataFrame.LoadCsvFromString("sex,age,ok,born,\"odd \"\"x\"\"\"\nF,70,True,1950-01-02,1.50\nM,30,False,1990-06-30,2.25\nF,,True,,\n");
        var all = frame.Query("select * from this");
        RandomFrames.AssertSameCells(frame, all);
        Assert.Equal(frame.Columns.Select(column => column.Format), all.Columns.Select(column => column.Format));
        var grouped = frame.Query("select sex, avg(age) as mean, count(*) as n, max(born) as latest from this group by sex order by sex");
        Assert.Equal(["F", 70.0, 2L, new DateOnly(1950, 1, 2)], grouped.Rows[0].Cells);
        Assert.Contains("its columns: sex, age, ok", Assert.Throws<DataLoadException>(() => frame.Query("select nope from this")).Message, StringComparison.Ordinal);
        Assert.Contains("no such table", Assert.Throws<DataLoadException>(() => frame.Query("select * from that")).Message, StringComparison.Ordinal);
    }

    [Theory, Seeds(40)]
    public void Sql_gives_every_cell_back(ulong seed)
    {
        var frame = RandomFrames.Next(new SplitRandom(seed));
        RandomFrames.AssertSameCells(frame, frame.Query("select * from this"));
    }
}
