using System.IO.Compression;
using System.Text;
using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Sources.Csv;

public class CsvErrorTests
{
    [Theory]
    [InlineData("", null, "empty")]
    [InlineData("\n\n", null, "empty")]
    [InlineData("a,b\n1,2\n3\n", 3, "1 cells")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", 4, "3 cells")]
    [InlineData("a,b,a\n1,2,3\n", 1, "columns 1 and 3 are both named 'a'")]
    [InlineData("a,b\n1,\"open\n2,3\n", 2, "not closed")]
    [InlineData("a,b\n1,\"x\"y\n", 2, "closing quote")]
    [InlineData("a,b\n1,\"x\n\"y\n", 3, "closing quote")]
    public void Bad_text_is_refused_with_its_line(string text, int? line, string part)
    {
        var failure = Assert.Throws<DataLoadException>(() => DataFrame.LoadCsvFromString(text, new CsvOptions { Delimiter = ',' }));
        Assert.Equal(line, (int?)failure.Line);
        Assert.Contains(part, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_a_table_of_no_rows()
    {
        foreach (var text in new[] { "a,b", "a,b\n", "a,b\r\n" })
        {
            var frame = DataFrame.LoadCsvFromString(text);
            Assert.Equal((0, 2), (frame.Rows.Count, frame.Columns.Count));
        }
    }

    [Fact]
    public void A_missing_file_is_told_with_the_nearest_name()
    {
        var folder = Directory.CreateTempSubdirectory("synthnb");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "patients.csv"), "a\n1\n");
            var message = Assert.Throws<DataLoadException>(() => DataFrame.Load(Path.Combine(folder.FullName, "patient.csv"))).Message;
            Assert.Contains("Did you mean 'patients.csv'?", message, StringComparison.Ordinal);
            Assert.Contains("folder", Assert.Throws<DataLoadException>(() => DataFrame.Load(folder.FullName)).Message, StringComparison.Ordinal);
            Assert.Contains("does not exist", Assert.Throws<DataLoadException>(() => DataFrame.Load(Path.Combine(folder.FullName, "no", "x.csv"))).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_located_and_another_encoding_is_suggested()
    {
        var bytes = Encoding.Latin1.GetBytes("name,n\nMüller,1\n");
        var failure = Assert.Throws<DataLoadException>(() => DataFrame.LoadCsv(new MemoryStream(bytes)));
        Assert.Contains("Byte 8 (line 2)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--encoding latin1", failure.Message, StringComparison.Ordinal);
        Assert.Equal("Müller", DataFrame.LoadCsv(new MemoryStream(bytes), new CsvOptions { Encoding = "latin1" })["name"][0]);
        Assert.Equal("Müller", DataFrame.LoadCsv(new MemoryStream(bytes), new CsvOptions { Encoding = "windows-1252" })["name"][0]);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void Byte_order_marks_and_wide_encodings_are_read(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("Größe,漢字\n1,x\n")];
        var frame = DataFrame.LoadCsv(new MemoryStream(bytes), mark ? null : new CsvOptions { Encoding = name });
        Assert.Equal(["Größe", "漢字"], frame.Columns.Select(column => column.Name));
        Assert.Equal(1L, frame[0, 0]);
    }

    [Fact]
    public void Gzip_is_read_and_foreign_binaries_are_named()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write("a,b\n1,2\n"u8);
        zipped.Position = 0;
        Assert.Equal(2L, DataFrame.LoadCsv(zipped)[0, 1]);
        Assert.Contains("gzip", Assert.Throws<DataLoadException>(() => DataFrame.LoadCsv(new MemoryStream([0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]))).Message, StringComparison.Ordinal);
        Assert.Contains("Excel", Assert.Throws<DataLoadException>(() => DataFrame.LoadCsvFromString("PK\x03\x04rest")).Message, StringComparison.Ordinal);
        Assert.Contains("Parquet", Assert.Throws<DataLoadException>(() => DataFrame.LoadCsvFromString("PAR1rest")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_checked_when_they_are_made()
    {
        Assert.Throws<ArgumentException>(() => new CsvOptions { Delimiter = '"' });
        Assert.Throws<ArgumentException>(() => new CsvOptions { Decimal = ';' });
        Assert.Throws<ArgumentException>(() => new CsvOptions { Encoding = "klingon" });
        Assert.Throws<ArgumentException>(() => new CsvOptions { DatePattern = "yy" });
        Assert.Throws<ArgumentException>(() => new CsvWriteOptions { Delimiter = '\n' });
    }

    [Theory, Seeds(300)]
    public void No_bytes_crash_the_reader(ulong seed)
    {
        var random = new SplitRandom(seed);
        const string alphabet = "a1,\"\n\r;.-\0é ";
        var text = string.Concat(Enumerable.Range(0, random.NextBelow(200)).Select(_ => alphabet[random.NextBelow(alphabet.Length)]));
        try
        {
            var frame = DataFrame.LoadCsvFromString(text);
            Assert.All(frame.Columns, column => Assert.Equal(frame.Rows.Count, column.Length));
        }
        catch (DataLoadException failure)
        {
            Assert.NotEmpty(failure.Message);
        }
    }

    [Fact]
    public void Line_ends_of_old_macintoshes_are_read() =>
        Assert.Equal([1L, 3L], DataFrame.LoadCsvFromString("a,b\r1,2\r3,4\r").Rows.Select(row => row["a"]));
}
