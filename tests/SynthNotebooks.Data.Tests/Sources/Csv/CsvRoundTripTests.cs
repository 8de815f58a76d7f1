using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Csv;

public class CsvRoundTripTests
{
    [Theory, Seeds(300)]
    public void What_is_written_reads_back_as_the_same_cells_and_writes_the_same_bytes(ulong seed)
    {
        var random = new SplitRandom(seed);
        var frame = RandomFrames.Next(random);
        var options = new CsvWriteOptions { Delimiter = ",;\t|"[random.NextBelow(4)] };

        var bytes = Written(frame, options);
        var read = DataFrame.LoadCsv(new MemoryStream(bytes), new CsvOptions { Delimiter = options.Delimiter });

        RandomFrames.AssertSameCells(frame, read);
        Assert.Equal(bytes, Written(read, options));
    }

    [Theory, Seeds(100)]
    public void The_delimiter_is_found_when_there_is_more_than_one_column(ulong seed)
    {
        var random = new SplitRandom(seed);
        var delimiter = ",;\t|"[random.NextBelow(4)];
        var columns = RandomFrames.Make(2 + random.NextBelow(5), i => (Column)new Int64Column("c" + i, RandomFrames.Make(20, _ => (long)random.NextBelow(1000))));

        var read = DataFrame.LoadCsv(new MemoryStream(Written(new DataFrame(columns), new CsvWriteOptions { Delimiter = delimiter })));

        RandomFrames.AssertSameCells(new DataFrame(columns), read);
    }

    [Theory, Seeds(200)]
    public void Cells_are_found_as_a_plain_reader_finds_them(ulong seed)
    {
        var random = new SplitRandom(seed);
        int columns = 1 + random.NextBelow(5), rows = 1 + random.NextBelow(40);
        var expected = new List<string[]>();
        var text = new StringBuilder("");
        for (var row = 0; row <= rows; row++)
        {
            var cells = RandomFrames.Make(columns, i => row == 0 ? "h" + i : "v" + Piece(random));
            expected.Add(cells);
            text.AppendJoin(',', cells.Select(cell => random.NextBelow(2) == 0 || cell.AsSpan().ContainsAny(",\"\r\n") ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell));
            if (row < rows || random.NextBelow(2) == 0) text.Append(random.NextBelow(2) == 0 ? "\r\n" : "\n");
            if (random.NextBelow(6) == 0 && row < rows) text.Append('\n'); // an empty line is no row
        }

        var read = DataFrame.LoadCsvFromString(text.ToString(), new CsvOptions { Delimiter = ',' });

        Assert.Equal(rows, read.Rows.Count);
        for (var row = 0; row < rows; row++)
            Assert.Equal(expected[row + 1], read.Rows[row].Cells.Cast<string>());
    }

    [RealTableTheory]
    [InlineData("adult_train.csv")]
    [InlineData("adult_test.csv")]
    [InlineData("adult_discretised.csv")]
    [InlineData("ai4i2020_predictive_maintenance.csv")]
    [InlineData("daily_min_temperatures.csv")]
    [InlineData("german_credit.csv")]
    [InlineData("pima_diabetes.csv")]
    public void Real_tables_are_written_byte_for_byte_as_they_were(string file) =>
        Assert.Equal(File.ReadAllBytes(RealTables.Path(file)), Written(DataFrame.LoadCsv(RealTables.Path(file)), new CsvWriteOptions()));

    [Fact]
    public void Chunks_share_one_header_and_the_result_is_that_of_one_piece()
    {
        var frame = RandomFrames.Next(new SplitRandom(5), leastRows: 50);
        using var stream = new MemoryStream();
        using (var writer = new CsvTableWriter(stream))
            for (var row = 0; row < frame.Rows.Count; row += 7) writer.Write(frame.Slice(row, (int)Math.Min(7, frame.Rows.Count - row)));
        Assert.Equal(Written(frame, new CsvWriteOptions()), stream.ToArray());
    }

    [Fact]
    public void A_chunk_with_other_columns_is_refused()
    {
        using var writer = new CsvTableWriter(new MemoryStream());
        writer.Write(new DataFrame(TextColumn.Of("a", ["x"])));
        Assert.Contains("'b'", "'" + string.Join("','", Assert.Throws<ArgumentException>(() => writer.Write(new DataFrame(TextColumn.Of("b", ["x"])))).Message.Split(' ', ';')) + "'", StringComparison.Ordinal);
    }

    [Fact]
    public void Formulas_are_disarmed_when_asked()
    {
        var frame = new DataFrame(TextColumn.Of("a", ["=1+1", "+x", "-y", "@z", "ok", "1=1"]));
        Assert.Equal("a\n'=1+1\n'+x\n'-y\n'@z\nok\n1=1\n", Encoding.UTF8.GetString(Written(frame, new CsvWriteOptions { GuardFormulas = true })));
        Assert.StartsWith("'=a,\"'@b,c\"\n", Encoding.UTF8.GetString(Written(new DataFrame(TextColumn.Of("=a", ["x"]), TextColumn.Of("@b,c", ["y"])), new CsvWriteOptions { GuardFormulas = true })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_appears_whole_or_not_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("synthnb");
        try
        {
            var path = Path.Combine(folder.FullName, "out.csv");
            File.WriteAllText(path, "old");
            Assert.Throws<ArgumentException>(() => new DataFrame().SaveCsv(path));
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Single(folder.GetFiles());
            new DataFrame(TextColumn.Of("a", ["x"])).SaveCsv(path);
            Assert.Equal("a\nx\n", File.ReadAllText(path));
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, Seeds(200)]
    public void Fixed_decimals_are_written_as_the_frame_prints_them(ulong seed)
    {
        var random = new SplitRandom(seed);
        var decimals = random.NextBelow(16);
        var values = RandomFrames.Make(50, _ => random.NextBelow(3) switch
        {
            0 => random.NextBelow(2000) / 16.0 - 60, // ties of rounding
            1 => random.NextNormal() * Math.Pow(10, random.NextBelow(20) - 4),
            _ => (random.NextBelow(200_001) - 100_000) / 1000.0,
        });
        var column = new DoubleColumn("x", values, new ColumnFormat(decimals));
        var lines = Encoding.UTF8.GetString(Written(new DataFrame(column), new CsvWriteOptions())).TrimEnd('\n').Split('\n').Skip(1);
        Assert.Equal(Enumerable.Range(0, 50).Select(column.GetText), lines);
    }

    internal static byte[] Written(DataFrame frame, CsvWriteOptions options)
    {
        using var stream = new MemoryStream();
        frame.SaveCsv(stream, options);
        return stream.ToArray();
    }

    private static string Piece(SplitRandom random)
    {
        const string alphabet = "ab,\"\n\r;\t é漢";
        var text = new StringBuilder();
        for (var i = random.NextBelow(70); i > 0; i--) text.Append(alphabet[random.NextBelow(alphabet.Length)]);
        return text.ToString().Replace("\r", "\r\n", StringComparison.Ordinal) + "z";
    }
}
