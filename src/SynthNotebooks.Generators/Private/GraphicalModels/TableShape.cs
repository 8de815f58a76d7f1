namespace SynthNotebooks.Generators.Private;

/// <summary>Axes of a table over some columns, in a chosen order; cells lie in row-major order, the last axis fastest.</summary>
internal sealed class TableShape
{
    /// <param name="axes">Columns, in order.</param>
    /// <param name="domain">Number of states of every column of the domain.</param>
    public TableShape(int[] axes, IReadOnlyList<int> domain)
    {
        (Axes, Sizes, Columns) = (axes, new int[axes.Length], AttributeSet.Of(axes));
        var cells = 1L;
        for (var i = 0; i < axes.Length; i++)
        {
            Sizes[i] = domain[axes[i]];
            cells = checked(cells * Sizes[i]);
        }
        if (cells > Array.MaxLength) throw new ArgumentException($"A table of {cells} cells is too large.", nameof(axes));
        Cells = (int)cells;
    }

    /// <summary>Columns, in order.</summary>
    public int[] Axes { get; }

    /// <summary>Length of each axis.</summary>
    public int[] Sizes { get; }

    /// <summary>The columns as a set.</summary>
    public AttributeSet Columns { get; }

    /// <summary>Number of cells, at least 1.</summary>
    public int Cells { get; }

    /// <summary>The shape of a set of columns in ascending order.</summary>
    public static TableShape Of(AttributeSet columns, IReadOnlyList<int> domain) => new(columns.Members.ToArray(), domain);

    /// <summary>The shape of some of the columns, in the order that they have here.</summary>
    public TableShape Only(AttributeSet columns, IReadOnlyList<int> domain) => new([.. Axes.Where(columns.Contains)], domain);

    /// <summary>How far a step along each axis of this shape moves in the cells of a part of it; 0 where the part lacks the axis.</summary>
    public int[] StridesIn(TableShape part)
    {
        var strides = new int[Axes.Length];
        var stride = 1;
        for (var d = part.Axes.Length - 1; d >= 0; d--)
        {
            var axis = Array.IndexOf(Axes, part.Axes[d]);
            if (axis < 0) throw new ArgumentException($"Column {part.Axes[d]} is not in {Columns}.", nameof(part));
            strides[axis] = stride;
            stride *= part.Sizes[d];
        }
        return strides;
    }

    /// <summary>Number of cells of a table over some columns; a double, as it may be astronomic.</summary>
    public static double CellsOf(AttributeSet columns, IReadOnlyList<int> domain)
    {
        var cells = 1.0;
        foreach (var column in columns.Members) cells *= domain[column];
        return cells;
    }
}
