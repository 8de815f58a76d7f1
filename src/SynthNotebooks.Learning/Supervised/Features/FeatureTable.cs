namespace SynthNotebooks.Learning;

/// <summary>The columns that a model predicts from. Immutable.</summary>
/// <remarks>Tables that go together (training and test) have the same columns in the same order, and a category has the same code in all of them.</remarks>
public sealed class FeatureTable
{
    /// <param name="columns">At least one, all of the same length.</param>
    /// <exception cref="ArgumentException">There is no column, or they differ in length.</exception>
    public FeatureTable(IReadOnlyList<FeatureColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0) throw new ArgumentException("A model needs at least one column to predict from.", nameof(columns));
        Rows = columns[0].Rows;
        foreach (var column in columns)
            if (column.Rows != Rows) throw new ArgumentException($"Column '{column.Name}' has {column.Rows} rows where '{columns[0].Name}' has {Rows}.", nameof(columns));
        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<FeatureColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>The rows of the given numbers, in their order.</summary>
    public FeatureTable Take(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new([.. Columns.Select(column => column.Take(rows))]);
    }

    /// <summary>Throws unless another table has the same columns.</summary>
    /// <exception cref="ArgumentException">A column differs in name or in kind; the message names it.</exception>
    public void RequireSameColumns(FeatureTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Columns.Count != Columns.Count) throw new ArgumentException($"The table has {other.Columns.Count} columns; the model was trained on {Columns.Count}.", nameof(other));
        for (var i = 0; i < Columns.Count; i++)
        {
            FeatureColumn mine = Columns[i], its = other.Columns[i];
            if (mine.Name != its.Name || mine.IsCategory != its.IsCategory)
                throw new ArgumentException($"Column {i} is {Text(its)}; the model was trained on {Text(mine)}.", nameof(other));
        }

        static string Text(FeatureColumn column) => $"'{column.Name}' ({(column.IsCategory ? "categories" : "numbers")})";
    }
}
