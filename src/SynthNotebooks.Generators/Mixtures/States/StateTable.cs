using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Rows as states of their columns' bins, row after row.</summary>
/// <remarks>
/// Behind a column's own states stand two slots: <see cref="Unknown"/>, a cell that says nothing, and <see cref="Present"/>, a cell of which only is
/// known that it is not missing.
/// </remarks>
/// <param name="Bins">One a column.</param>
/// <param name="Cells">Slot of each cell, row-major.</param>
internal sealed record StateTable(ColumnBins[] Bins, ushort[] Cells)
{
    /// <summary>Slots behind a column's states.</summary>
    public const int ExtraSlots = 2;

    public int Columns => Bins.Length;

    public int Rows => Cells.Length / Bins.Length;

    public ReadOnlySpan<ushort> Row(int row) => Cells.AsSpan(row * Bins.Length, Bins.Length);

    /// <summary>Some of the columns of all rows.</summary>
    public StateTable Select(int[] columns) => Select(columns, 0, Rows);

    /// <summary>Some of the columns of a run of rows.</summary>
    public StateTable Select(int[] columns, int first, int count)
    {
        var cells = new ushort[count * columns.Length];
        for (var row = 0; row < count; row++)
            for (var i = 0; i < columns.Length; i++) cells[row * columns.Length + i] = Cells[(first + row) * Columns + columns[i]];
        return new(Array.ConvertAll(columns, i => Bins[i]), cells);
    }

    public static int Unknown(ColumnBins bins) => bins.States;

    public static int Present(ColumnBins bins) => bins.States + 1;

    /// <summary>Encodes rows.</summary>
    /// <param name="bins">One a column.</param>
    /// <param name="table">Columns of the same names and kinds.</param>
    /// <param name="threads">Most threads.</param>
    /// <param name="cancellation">Stops the encoding.</param>
    public static StateTable Of(ColumnBins[] bins, DataFrame table, int threads, CancellationToken cancellation)
    {
        var cells = new ushort[checked(bins.Length * table.Columns.RowCount)];
        Parallel.For(0, bins.Length, new() { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation }, i =>
        {
            var states = bins[i].Encode(table.Columns[bins[i].Scale.Marginal.Name]);
            for (var row = 0; row < states.Length; row++) cells[row * bins.Length + i] = (ushort)(states[row] < 0 ? Unknown(bins[i]) : states[row]);
        });
        return new(bins, cells);
    }

    /// <summary>Encodes rows with gaps: cells to draw say nothing, or only that they are present.</summary>
    public static StateTable Of(ColumnBins[] bins, Gaps gaps, CancellationToken cancellation)
    {
        var table = Of(bins, gaps.Rows, 1, cancellation);
        for (var i = 0; i < bins.Length; i++)
        {
            if (!gaps.In(i)) continue;
            for (var row = 0; row < table.Rows; row++)
            {
                var knowledge = gaps[i, row];
                if (knowledge is Knowledge.Present or Knowledge.Nothing) table.Cells[row * bins.Length + i] = (ushort)(knowledge == Knowledge.Present ? Present(bins[i]) : Unknown(bins[i]));
            }
        }
        return table;
    }

    /// <summary>Bins for a table: as many as its rows can fill.</summary>
    /// <param name="marginals">One a column.</param>
    /// <param name="rows">Number of training rows.</param>
    /// <param name="mostBins">Most bins of a numeric column; 0 chooses by the number of rows.</param>
    public static ColumnBins[] BinsFor(IReadOnlyList<Marginal> marginals, int rows, int mostBins)
    {
        var numeric = mostBins > 0 ? mostBins : (int)Math.Clamp(Math.Sqrt(rows) / 2, 8, 64);
        return [.. marginals.Select(marginal => ColumnBins.Of(marginal, marginal is NumericMarginal ? numeric : Math.Max(numeric, 256)))];
    }
}
