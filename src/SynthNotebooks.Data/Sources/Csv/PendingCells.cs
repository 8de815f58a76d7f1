namespace SynthNotebooks.Data;

/// <summary>Cells that have all been missing so far; refuses the first that is not, which decides the kind.</summary>
internal sealed class PendingCells(NullTokens tokens, int capacity) : CellColumnBuilder(tokens, capacity)
{
    public override ColumnKind Kind => ColumnKind.Text;

    /// <summary>Whether a cell was met that is not plainly empty: in a text column it may be a category.</summary>
    public bool SawToken { get; private set; }

    public override bool TryAppend(CellBlock block, int column)
    {
        for (int row = 0, cell = column; row < block.Rows; row++, cell += block.Columns)
        {
            var raw = block.Raw(cell);
            if (!raw.IsEmpty && Tokens.Find(raw) < 0)
            {
                RefusedRow = row;
                return false;
            }
            SawToken |= block.Lengths[cell] != 0;
        }
        Count += block.Rows;
        return true;
    }

    public override Column Build(string name)
    {
        var codes = new int[Count];
        codes.AsSpan().Fill(-1);
        return new TextColumn(name, codes, []);
    }
}
