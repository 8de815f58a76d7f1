namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>Reads a delimited text file; kinds, delimiter and decimal mark are found over all rows unless told.</summary>
    /// <param name="path">A file, plain or compressed with gzip.</param>
    /// <param name="options">What is told instead of found; null for none.</param>
    /// <exception cref="DataLoadException">No such file, or it is no table; the message tells the line and what is accepted.</exception>
    public static DataFrame LoadCsv(string path, CsvOptions? options = null)
    {
        using var stream = SourceFile.Open(path);
        return LoadCsv(stream, options);
    }

    /// <summary>Reads delimited text from a stream, which is left open.</summary>
    /// <exception cref="DataLoadException">The text is no table.</exception>
    public static DataFrame LoadCsv(Stream stream, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var (buffer, length) = TextDecoding.ReadAll(stream);
        return CsvTableReader.Read(buffer, length, options ?? new CsvOptions());
    }

    /// <summary>The form of Microsoft.Data.Analysis.</summary>
    public static DataFrame LoadCsv(string filename, char separator, bool header = true) =>
        LoadCsv(filename, new CsvOptions { Delimiter = separator, Header = header });

    /// <summary>Reads delimited text that is at hand as a string.</summary>
    /// <exception cref="DataLoadException">The text is no table.</exception>
    public static DataFrame LoadCsvFromString(string csv, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(csv);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        return LoadCsv(stream, options is null ? null : options with { Encoding = null });
    }

    /// <summary>Writes the table as delimited text; the file appears whole or not at all.</summary>
    /// <param name="path">Replaced when it exists.</param>
    /// <param name="options">Delimiter, header, guard; null for the defaults.</param>
    public void SaveCsv(string path, CsvWriteOptions? options = null) => WholeFile.Write(path, stream => SaveCsv(stream, options));

    /// <summary>Writes the table as delimited text to a stream, which is left open.</summary>
    public void SaveCsv(Stream stream, CsvWriteOptions? options = null)
    {
        using var writer = new CsvTableWriter(stream, options);
        writer.Write(this);
    }

    /// <summary>The form of Microsoft.Data.Analysis.</summary>
    public void SaveCsv(string path, char separator, bool header = true) =>
        SaveCsv(path, new CsvWriteOptions { Delimiter = separator, Header = header });
}
