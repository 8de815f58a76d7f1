using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A release by Mondrian: each class has a region of its own.</summary>
internal static class RegionRelease
{
    /// <returns>Null when even the whole table does not meet the models.</returns>
    public static AnonymityResult? Make(
        DataFrame table, QuasiTable quasi, IReadOnlyList<(IPrivacyModel Model, IClassTest Test)> tests, AnonymityOptions options, bool relaxed, bool narrowestFirst)
    {
        var regions = new MondrianSearch(quasi, [.. tests.Select(test => test.Test)], relaxed, narrowestFirst, options.Cancellation).Run();
        if (regions is null) return null;
        var regionOfRow = new int[quasi.Rows];
        for (var region = 0; region < regions.Count; region++)
            foreach (var row in regions[region]) regionOfRow[row] = region;
        var labelled = quasi.Columns.ToDictionary(column => column.Name, column => Column(column, options.Hierarchies.GetValueOrDefault(column.Name) is TableHierarchy, regions, regionOfRow));
        // Regions that overlap can carry the same labels; what an attacker sees is the class of equal labels.
        var classes = RowGroups.Of([.. options.Quasi.Select(name => labelled[name])]).Groups;
        int[] sizes = [.. ClassLists.Of(classes).Select(rows => rows.Length)];
        double rows = quasi.Rows;
        return new()
        {
            Release = new DataFrame(table.Columns.Select(column => labelled.GetValueOrDefault(column.Name) ?? column)) { Origin = table.Origin },
            Method = options.Method,
            Models = [.. options.Models.Select(model => model.Name)],
            Levels = [.. quasi.Columns.Select(column => new ChosenLevel(column.Name, null, column.Levels - 1, RowGroups.Of([labelled[column.Name]]).FirstRows.Length, column.Values.Length))],
            Losses = new Dictionary<string, double> { ["discernibility"] = sizes.Sum(size => (double)size * size), ["class-size"] = rows / sizes.Length },
            Rows = quasi.Rows,
            ClassOfRow = classes,
            ClassSizes = sizes,
            Risk = ReidentificationRisk.Of(sizes),
            Homogeneity = [],
            Intersection = [],
            Warnings = AnonymityRequest.Warnings(table, options),
        };
    }

    private static TextColumn Column(QuasiColumn column, bool hierarchical, IReadOnlyList<int[]> regions, int[] regionOfRow)
    {
        var labels = RegionLabels.Of(column, hierarchical, regions);
        return TextColumn.Of(column.Name, regionOfRow.Select(region => labels[region]));
    }
}
