using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace SynthNotebooks.Data;

/// <summary>Brings the bytes of a text file into UTF-8 that is known to be sound.</summary>
internal static class TextDecoding
{
    /// <summary>Bytes behind the text that may be read (they are 0), so that vector loads need no tail.</summary>
    public const int Padding = 64;

    /// <exception cref="ArgumentException">No such encoding.</exception>
    public static Encoding Named(string name)
    {
        var key = name.Trim().ToLowerInvariant();
        key = key switch
        {
            "utf8" or "utf-8-sig" => "utf-8",
            "latin-1" or "iso8859-1" => "latin1",
            "cp1252" or "ansi" => "windows-1252",
            _ => key,
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(key) ?? Encoding.GetEncoding(key);
        }
        catch (ArgumentException)
        {
            throw new ArgumentException($"There is no encoding '{name}'; known are e.g. utf-8, latin1, windows-1252, utf-16, iso-8859-15, shift_jis.", nameof(name));
        }
    }

    /// <summary>The whole file, with <see cref="Padding"/> zero bytes behind its content.</summary>
    public static (byte[] Buffer, int Length) ReadAll(Stream stream)
    {
        var capacity = stream.CanSeek ? stream.Length - stream.Position : 1 << 16;
        if (capacity > Array.MaxLength - Padding) throw TooLong();
        var buffer = GC.AllocateUninitializedArray<byte>((int)capacity + Padding);
        var length = 0;
        while (true)
        {
            var read = stream.Read(buffer, length, buffer.Length - Padding - length);
            if (read == 0 && buffer.Length - Padding > length) break;
            length += read;
            if (length < buffer.Length - Padding) continue;
            var next = stream.ReadByte();
            if (next < 0) break;
            if (buffer.Length >= Array.MaxLength) throw TooLong();
            Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, buffer.Length * 2L));
            buffer[length++] = (byte)next;
        }
        buffer.AsSpan(length).Clear();
        return (buffer, length);

        static DataLoadException TooLong() => new("The text is longer than 2 GB; split it, or put it into SQLite or PostgreSQL and load a query.");
    }

    /// <summary>The text as sound UTF-8 and where it begins.</summary>
    /// <exception cref="DataLoadException">Compressed or binary content, or bytes that the encoding does not allow.</exception>
    public static (byte[] Buffer, int Start, int Length) ToUtf8(byte[] buffer, int length, string? encoding)
    {
        var content = buffer.AsSpan(0, length);
        if (content.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
        {
            (buffer, length) = Unzip(buffer, length);
            content = buffer.AsSpan(0, length);
        }
        RejectBinary(content);
        if (encoding is not null && Named(encoding) is var named && named.CodePage != 65001) return Transcode(content, named);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Transcode(content[2..], Encoding.Unicode);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Transcode(content[2..], Encoding.BigEndianUnicode);
        var start = content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        if (!Utf8.IsValid(content)) throw Unsound(content);
        return (buffer, start, length - start);
    }

    /// <summary>1-based line of an offset.</summary>
    public static long LineOf(ReadOnlySpan<byte> text, int offset) => text[..offset].Count((byte)'\n') + 1;

    private static (byte[] Buffer, int Start, int Length) Transcode(ReadOnlySpan<byte> content, Encoding encoding)
    {
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            var preamble = strict.Preamble;
            var text = strict.GetString(!preamble.IsEmpty && content.StartsWith(preamble) ? content[preamble.Length..] : content);
            var size = Encoding.UTF8.GetByteCount(text);
            var buffer = new byte[size + Padding];
            Encoding.UTF8.GetBytes(text, buffer);
            return (buffer, 0, size);
        }
        catch (DecoderFallbackException failure)
        {
            throw new DataLoadException(
                $"Byte {failure.Index} is not legal {encoding.WebName}; try another --encoding, e.g. utf-8, latin1 or windows-1252.", inner: failure);
        }
    }

    private static (byte[] Buffer, int Length) Unzip(byte[] buffer, int length)
    {
        try
        {
            using var unzipped = new GZipStream(new MemoryStream(buffer, 0, length), CompressionMode.Decompress);
            return ReadAll(unzipped);
        }
        catch (InvalidDataException failure)
        {
            throw new DataLoadException("The file begins like gzip, but is damaged or cut off; compress or copy it again.", inner: failure);
        }
    }

    private static DataLoadException Unsound(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(content[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done) at += consumed;
        var line = LineOf(content, at);
        return new($"Byte {at} (line {line}) is 0x{content[at]:X2}, which is not legal UTF-8; if the file is Western European, load it with --encoding latin1 or --encoding windows-1252.", line);
    }

    private static void RejectBinary(ReadOnlySpan<byte> content)
    {
        var what = content.StartsWith("PK\x03\x04"u8) ? "a zip archive or an Excel workbook; save the sheet as CSV first"
            : content.StartsWith("PAR1"u8) ? "a Parquet file; export it as CSV first"
            : content.StartsWith("SQLite format 3"u8) ? "an SQLite database; load it as sqlite:///path?table=NAME"
            : content.StartsWith("%PDF"u8) ? "a PDF document; export its table as CSV first"
            : null;
        if (what is not null) throw new DataLoadException($"The file is {what}.");
    }
}
