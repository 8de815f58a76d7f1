namespace SynthNotebooks.Generators.Statistical;

/// <summary>A fitted model that describes columns by named distributions.</summary>
public interface IParametric
{
    /// <summary>The distributions of the numeric columns, in the table's order; columns that are all spikes are left out.</summary>
    IReadOnlyList<ColumnFamily> Families { get; }
}

/// <summary>The distribution of one numeric column.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Family">Name of the family, e.g. <c>log-normal</c>.</param>
/// <param name="Parameters">Its parameters in the column's unit: days since 0001-01-01 for dates, ticks of 100 ns for points in time.</param>
/// <param name="Spikes">Values that many records share, which stand beside the distribution, and their shares.</param>
public sealed record ColumnFamily(string Column, string Family, IReadOnlyList<(string Name, double Value)> Parameters, IReadOnlyList<(double Value, double Share)> Spikes);
