using System.Text;
using System.Text.Json;
using SynthNotebooks.Data;

namespace SynthNotebooks.Cli;

/// <summary>Writes chunks of a table to a file; a failure leaves no file behind, an old one is replaced only at the end.</summary>
internal static class TableWriter
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <param name="path">File to write; <c>-</c> is standard output.</param>
    /// <param name="format">csv or json.</param>
    /// <param name="chunks">Tables with the same columns.</param>
    /// <param name="empty">The table without rows, for the header when there are no chunks.</param>
    /// <param name="guard">Whether texts that a spreadsheet would run as formulas get a leading <c>'</c>; CSV only.</param>
    public static void Write(string path, string format, IEnumerable<DataFrame> chunks, Func<DataFrame> empty, bool guard = false)
    {
        if (path == StandardOutput)
        {
            using var output = Console.OpenStandardOutput();
            WriteTo(output);
        }
        else
        {
            WholeFile.Write(path, WriteTo);
        }

        void WriteTo(Stream stream)
        {
            using var buffered = new BufferedStream(stream, 1 << 16);
            if (format == "csv") Csv(buffered, chunks, empty, guard);
            else JsonLines(buffered, chunks);
        }
    }

    private static void Csv(Stream file, IEnumerable<DataFrame> chunks, Func<DataFrame> empty, bool guard)
    {
        using var writer = new CsvTableWriter(file, new CsvWriteOptions { GuardFormulas = guard });
        var any = false;
        foreach (var chunk in chunks)
        {
            writer.Write(chunk);
            any = true;
        }
        if (!any) writer.Write(empty());
    }

    private static void JsonLines(Stream file, IEnumerable<DataFrame> chunks)
    {
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { SkipValidation = true });
        foreach (var chunk in chunks)
        {
            for (var row = 0; row < chunk.Rows.Count; row++)
            {
                writer.WriteStartObject();
                foreach (var column in chunk.Columns) Cell(writer, column, row);
                writer.WriteEndObject();
                writer.Flush();
                file.Write("\n"u8);
                writer.Reset();
            }
        }
    }

    private static void Cell(Utf8JsonWriter writer, Column column, int row)
    {
        writer.WritePropertyName(column.Name);
        switch (column)
        {
            case var missing when missing.IsNull(row): writer.WriteNullValue(); break;
            case Int64Column integers: writer.WriteNumberValue(integers.Values[row]); break;
            case BooleanColumn flags: writer.WriteBooleanValue(flags.Values[row]); break;
            case DoubleColumn reals when double.IsFinite(reals.Values[row]): writer.WriteRawValue(Encoding.ASCII.GetBytes(column.GetText(row)!)); break;
            default: writer.WriteStringValue(column.GetText(row)); break;
        }
    }
}
