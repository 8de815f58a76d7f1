namespace SynthNotebooks.Data;

/// <summary>How text tables are written: UTF-8, LF line ends, quotes only where a cell needs them.</summary>
public sealed record CsvWriteOptions
{
    /// <summary>Between cells; default a comma.</summary>
    /// <exception cref="ArgumentException">Quote, line end, NUL or not ASCII.</exception>
    public char Delimiter
    {
        get;
        init => field = value is > '\0' and < '\x80' and not ('"' or '\n' or '\r')
            ? value
            : throw new ArgumentException($"The delimiter is '{value}' (U+{(int)value:X4}); it must be one ASCII character other than quote, line end and NUL.", nameof(value));
    } = ',';

    /// <summary>Whether the first row holds the names; default true.</summary>
    public bool Header { get; init; } = true;

    /// <summary>Whether texts and column names that begin with <c>= + - @</c>, a tab or a carriage return get a leading <c>'</c>, so that spreadsheets run none as a formula; default false.</summary>
    public bool GuardFormulas { get; init; }
}
