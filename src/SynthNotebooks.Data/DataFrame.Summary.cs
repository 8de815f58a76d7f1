namespace SynthNotebooks.Data;

public sealed partial class DataFrame
{
    /// <summary>Length, missing cells, mean, standard deviation, extremes and quartiles of the numeric and boolean columns, one a column.</summary>
    /// <returns>The first column, <c>Description</c>, names the statistic.</returns>
    public DataFrame Description()
    {
        string[] labels = ["Length (excluding null values)", "Missing", "Mean", "Standard deviation", "Min", "25%", "Median", "75%", "Max"];
        var columns = new List<Column> { TextColumn.Of("Description", labels) };
        foreach (var column in Columns)
        {
            if (column.Kind is not (ColumnKind.Integer or ColumnKind.Real or ColumnKind.Boolean)) continue;
            columns.Add(new DoubleColumn(column.Name == "Description" ? "Description_" : column.Name, new[]
            {
                column.Length - column.NullCount, column.NullCount, column.Mean(), column.StandardDeviation(), column.Quantile(0), column.Quantile(0.25),
                column.Median(), column.Quantile(0.75), column.Quantile(1),
            }));
        }
        return new DataFrame(columns) { Origin = Origin, IsSummary = true };
    }

    /// <summary>Data type, number of cells that are not missing, and number of distinct values of every column.</summary>
    /// <returns>The first column, <c>Info</c>, names the fact.</returns>
    public DataFrame Info()
    {
        var columns = new List<Column> { TextColumn.Of("Info", ["DataType", "Length (excluding null values)", "Distinct"]) };
        foreach (var column in Columns)
        {
            columns.Add(TextColumn.Of(column.Name == "Info" ? "Info_" : column.Name,
            [
                column.DataType.Name,
                FormattableString.Invariant($"{column.Length - column.NullCount}"),
                FormattableString.Invariant($"{ColumnProfile.Of(column).Distinct}"),
            ]));
        }
        return new DataFrame(columns) { Origin = Origin, IsSummary = true };
    }

    /// <summary>The first rows as aligned plain text.</summary>
    public override string ToString() => TextTable.Render(this, 10);
}
