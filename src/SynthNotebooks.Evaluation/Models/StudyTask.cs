using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Models;

/// <summary>What is predicted from what, in one table; rows without the target are left out.</summary>
internal sealed record StudyTask(FeatureTable Features, Labels Labels)
{
    /// <param name="table">All columns that take part.</param>
    /// <param name="target">Position of the target; there are other columns.</param>
    public static StudyTask Of(FeatureTable table, int target)
    {
        var column = table.Columns[target];
        var rows = new List<int>(table.Rows);
        for (var row = 0; row < table.Rows; row++)
            if (column.IsCategory ? column.Codes[row] >= 0 : !double.IsNaN(column.Numbers[row])) rows.Add(row);
        int[] kept = [.. rows];
        var features = new FeatureTable([.. table.Columns.Where((_, i) => i != target).Select(feature => kept.Length == table.Rows ? feature : feature.Take(kept))]);
        var label = column.Take(kept);
        return new(features, column.IsCategory ? Labels.OfClasses(label.Codes, Math.Max(2, column.Levels)) : Labels.OfNumbers(label.Numbers));
    }

    /// <summary>The rows of this table, then those of another.</summary>
    public StudyTask With(StudyTask other) => new(
        Joined(Features, other.Features),
        Labels.AreClasses ? Labels.OfClasses([.. Labels.Classes, .. other.Labels.Classes], Labels.ClassCount) : Labels.OfNumbers([.. Labels.Numbers, .. other.Labels.Numbers]));

    public StudyTask Take(int[] rows) => new(Features.Take(rows), Labels.Take(rows));

    public static FeatureTable Joined(FeatureTable first, FeatureTable second) => new([.. first.Columns.Zip(second.Columns, (a, b) => a.IsCategory
        ? FeatureColumn.OfCategories(a.Name, [.. a.Codes, .. b.Codes], a.Levels)
        : FeatureColumn.OfNumbers(a.Name, [.. a.Numbers, .. b.Numbers]))]);
}
