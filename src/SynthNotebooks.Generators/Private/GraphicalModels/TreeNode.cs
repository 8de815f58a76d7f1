namespace SynthNotebooks.Generators.Private;

/// <summary>One clique of a junction tree. Its table has the columns shared with the parent first, so that each of their states owns one run of cells.</summary>
/// <param name="Shape">Separator columns, then the others from small to large.</param>
/// <param name="Separator">Shape of the columns shared with the parent; no axes at the root and between unconnected parts.</param>
/// <param name="Parent">Number of the parent, below the node's own; −1 at the root.</param>
/// <param name="FromParent">Projection of the parent's table to the separator; null at the root.</param>
internal sealed record TreeNode(TableShape Shape, TableShape Separator, int Parent, TableProjection? FromParent)
{
    /// <summary>Columns that the parent lacks.</summary>
    public AttributeSet Residual { get; } = Shape.Columns.Except(Separator.Columns);

    /// <summary>Cells of one run: those of one state of the separator.</summary>
    public int Run => Shape.Cells / Separator.Cells;
}
