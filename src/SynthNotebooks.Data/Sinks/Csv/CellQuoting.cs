using System.Buffers;
using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Puts text into quotes where a reader would otherwise misread it.</summary>
internal sealed class CellQuoting(CsvWriteOptions options)
{
    private readonly SearchValues<char> _special = SearchValues.Create([options.Delimiter, '"', '\n', '\r']);

    /// <summary>The bytes of a text cell.</summary>
    public byte[] Encode(string text)
    {
        if (options.GuardFormulas && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        if (text.Length == 0) return "\"\""u8.ToArray(); // an empty text is no missing cell
        if (text.AsSpan().ContainsAny(_special)) text = "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        return Encoding.UTF8.GetBytes(text);
    }
}
