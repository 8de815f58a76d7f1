namespace SynthNotebooks.Data;

/// <summary>Reads a delimited text table into typed columns.</summary>
/// <remarks>
/// Cells are located block by block (<see cref="CellTokenizer"/>) and parsed column by column straight from UTF-8. A column whose later cells
/// contradict the kind that its first cells suggested is read again in another pass over the text; tables rarely need a second one.
/// </remarks>
internal static class CsvTableReader
{
    /// <exception cref="DataLoadException">The text is no table; the message tells the line.</exception>
    public static DataFrame Read(byte[] buffer, int length, CsvOptions options)
    {
        var (text, start, size) = TextDecoding.ToUtf8(buffer, length, options.Encoding);
        var end = start + size;
        MendLoneReturns(text.AsSpan(start, size));
        var delimiter = options.Delimiter is { } told ? (byte)told : DelimiterSniffer.Find(text, start, end);
        var names = ReadNames(text, start, end, delimiter, options.Header, out var body);
        var block = new CellBlock(text, names.Length);
        var tokens = NullTokens.Of(options.NullTokens);
        var columns = new CellColumn[names.Length];
        var capacity = Capacity(block, body, end, delimiter);
        RequireToldNames(options, names);
        for (var i = 0; i < columns.Length; i++) columns[i] = new CellColumn(names[i], options, tokens, delimiter, capacity);
        var open = new List<int>(Enumerable.Range(0, columns.Length));
        while (open.Count > 0)
        {
            foreach (var i in open) columns[i].StartPass();
            var tokenizer = new CellTokenizer(text, body, end, delimiter);
            while (tokenizer.Read(block))
            {
                foreach (var i in open)
                    if (columns[i].Active) columns[i].Append(block, i);
            }
            open.RemoveAll(i => columns[i].EndPass());
        }
        var built = new Column[columns.Length];
        for (var i = 0; i < built.Length; i++) built[i] = columns[i].Build();
        return new DataFrame(built) { Origin = options.Origin };
    }

    private static string[] ReadNames(byte[] text, int start, int end, byte delimiter, bool header, out int body)
    {
        var counting = new CellTokenizer(text, start, end, delimiter);
        var count = counting.ReadRow([], []);
        if (count == 0) throw new DataLoadException("The file is empty; the first line must hold the names of the columns.");
        var names = new string[count];
        body = start;
        if (!header)
        {
            for (var i = 0; i < count; i++) names[i] = FormattableString.Invariant($"Column{i}");
            return names;
        }
        var block = new CellBlock(text, count);
        var tokenizer = new CellTokenizer(text, start, end, delimiter);
        _ = tokenizer.ReadRow(block.Starts, block.Lengths);
        body = tokenizer.Position;
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            names[i] = block.GetString(i) is { Length: > 0 } name ? name : FormattableString.Invariant($"Unnamed: {i}"); // as pandas names it
            if (known.TryGetValue(names[i], out var first))
                throw new DataLoadException($"Line 1: columns {first + 1} and {i + 1} are both named '{names[i]}'; names must be distinct.", 1, names[i]);
            known.Add(names[i], i);
        }
        return names;
    }

    // From the length of the first rows; the arrays grow when it was too low.
    private static int Capacity(CellBlock block, int body, int end, byte delimiter)
    {
        var tokenizer = new CellTokenizer(block.Text, body, end, delimiter);
        if (!tokenizer.Read(block)) return 0;
        var read = tokenizer.Position - body;
        return read >= end - body ? block.Rows : (int)Math.Min(int.MaxValue / 2, (long)(block.Rows * 1.02 * (end - body) / read) + block.MaxRows);
    }

    private static void RequireToldNames(CsvOptions options, string[] names)
    {
        foreach (var told in options.Kinds?.Keys ?? [])
            if (!names.Contains(told)) throw new DataLoadException(UnknownColumn.Message(told, names), column: told);
    }

    // Files of old Macintosh programs end lines by a carriage return alone.
    private static void MendLoneReturns(Span<byte> text)
    {
        if (!text.Contains((byte)'\n')) text.Replace((byte)'\r', (byte)'\n');
    }
}
