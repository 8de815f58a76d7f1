namespace SynthNotebooks.Data;

/// <summary>Writes the cells of one column as UTF-8.</summary>
internal abstract class CellWriter
{
    /// <summary>The most bytes that a cell takes.</summary>
    public abstract int MaxBytes { get; }

    /// <summary>Writes the cell of a row; nothing for a missing one without a spelling.</summary>
    /// <param name="row">Of the chunk's column.</param>
    /// <param name="destination">At least <see cref="MaxBytes"/> long.</param>
    /// <returns>Number of bytes.</returns>
    public abstract int Write(int row, Span<byte> destination);
}
