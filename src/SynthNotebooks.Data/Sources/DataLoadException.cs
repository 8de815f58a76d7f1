namespace SynthNotebooks.Data;

/// <summary>A table cannot be read; the message says where and what would be accepted.</summary>
public sealed class DataLoadException : Exception
{
    /// <param name="message">What is wrong, where, and what is accepted.</param>
    /// <param name="line">Line of the source, 1-based, where known.</param>
    /// <param name="column">Name of the column, where known.</param>
    /// <param name="inner">The cause, where another component raised it.</param>
    public DataLoadException(string message, long? line = null, string? column = null, Exception? inner = null)
        : base(message, inner) => (Line, Column) = (line, column);

    /// <summary>Line of the source, 1-based; null where it has no lines or the place is not known.</summary>
    public long? Line { get; }

    /// <summary>Name of the column; null where the failure is of no single one.</summary>
    public string? Column { get; }
}
