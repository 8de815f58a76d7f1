namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>Groups the rows by equal cells of the named columns.</summary>
    /// <exception cref="ArgumentException">No such column.</exception>
    public GroupBy GroupBy(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new GroupBy(this, columns);
    }
}
