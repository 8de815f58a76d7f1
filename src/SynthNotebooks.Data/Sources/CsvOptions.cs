namespace SynthNotebooks.Data;

/// <summary>How text tables are read. What is not told is found from the file.</summary>
public record CsvOptions
{
    /// <summary>Between cells: any ASCII character but quote, line end and NUL; null (default) finds one of <c>, ; tab |</c>.</summary>
    /// <exception cref="ArgumentException">The character is not legal.</exception>
    public char? Delimiter
    {
        get;
        init => field = value is null or (> '\0' and < '\x80' and not ('"' or '\n' or '\r'))
            ? value
            : throw new ArgumentException($"The delimiter is '{value}' (U+{(int)value:X4}); it must be one ASCII character other than quote, line end and NUL.", nameof(value));
    }

    /// <summary>Decimal mark: <c>.</c> or <c>,</c>; null (default) takes the point, or the comma in columns that need it when the comma does not delimit.</summary>
    /// <exception cref="ArgumentException">Another character.</exception>
    public char? Decimal
    {
        get;
        init => field = value is null or '.' or ','
            ? value
            : throw new ArgumentException($"The decimal mark is '{value}'; it must be '.' or ','.", nameof(value));
    }

    /// <summary>Name of the encoding, e.g. <c>latin1</c>, <c>windows-1252</c>, <c>utf-16</c>; null (default) is UTF-8, or UTF-16 when a byte order mark says so.</summary>
    /// <exception cref="ArgumentException">No such encoding.</exception>
    public string? Encoding
    {
        get;
        init
        {
            if (value is not null) _ = TextDecoding.Named(value);
            field = value;
        }
    }

    /// <summary>Whether the first row holds the names of the columns; default true. Without it they are Column0, Column1, ...</summary>
    public bool Header { get; init; } = true;

    /// <summary>
    /// Spellings of a missing cell in every column, beside the empty cell. Null (default): in number, date and boolean columns the usual ones (NA, N/A,
    /// null, NaN, None, ?, ...), in text columns none, so that they stay categories.
    /// </summary>
    public IReadOnlyList<string>? NullTokens { get; init; }

    /// <summary>Pattern of dates and time stamps, e.g. <c>dd/MM/yyyy</c>, tried before the known ones; null by default.</summary>
    /// <exception cref="ArgumentException">The pattern has a field that is not known.</exception>
    public string? DatePattern
    {
        get;
        init
        {
            if (value is not null) _ = TemporalPattern.Compile(value);
            field = value;
        }
    }

    /// <summary>Kinds that are told instead of found, by name of the column; a cell that does not fit is an error.</summary>
    public IReadOnlyDictionary<string, ColumnKind>? Kinds { get; init; }

    /// <summary>Whether <c>""</c> is an empty text instead of a missing cell; default false.</summary>
    public bool QuotedEmptyIsText { get; init; }

    /// <summary>Whether the rows are real or synthetic; default unknown, which is treated as real.</summary>
    public DataOrigin Origin { get; init; }
}
