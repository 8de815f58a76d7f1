using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A release with one level a column, the best of all combinations.</summary>
internal static class FullDomainRelease
{
    public static AnonymityResult Make(DataFrame table, QuasiTable quasi, IReadOnlyList<(IPrivacyModel Model, IClassTest Test)> tests, AnonymityOptions options)
    {
        var limit = (int)Math.Floor(options.SuppressionLimit * quasi.Rows + 1e-9);
        var check = new NodeCheck(quasi, tests, limit);
        var search = new OptimalSearch(quasi, check, options.Loss, options.Progress, options.Cancellation);
        var levels = search.Run() ?? throw new AnonymityException(
            $"No combination of levels meets {string.Join(" and ", options.Models.Select(model => model.Name))} with at most {limit} of {quasi.Rows} rows suppressed. "
            + (check.JudgesAbsence ? "A lower bound of delta-presence above 0 rules suppression out. " : "")
            + "Allow more suppression, weaken the model, or give hierarchies whose last level holds everything.");
        var visited = check.Checks;
        check.Holds(levels, out var state);
        return Of(table, options, state) with { Nodes = search.Nodes, Checked = visited };
    }

    private static AnonymityResult Of(DataFrame table, AnonymityOptions options, LossState state)
    {
        var (numbers, sizes, population) = Renumbered(state);
        var classes = new int[state.Table.Rows];
        for (var row = 0; row < classes.Length; row++) classes[row] = numbers[state.Classes.ClassOfTuple[state.Table.TupleOfRow[row]]];
        int[] kept = [.. Enumerable.Range(0, classes.Length).Where(row => classes[row] >= 0)];
        var columns = table.Columns.Select(column => options.Quasi.IndexOf(column.Name) is >= 0 and var i ? state.Table.Columns[i].Release(column, state.Levels[i], kept) : column.Take(kept));
        return new()
        {
            Release = new DataFrame(columns) { Origin = table.Origin },
            Method = options.Method,
            Models = [.. options.Models.Select(model => model.Name)],
            Levels = [.. state.Table.Columns.Select((column, i) => new ChosenLevel(
                column.Name, state.Levels[i], column.Levels - 1, kept.Select(row => column.Maps[state.Levels[i]][column.Codes[row]]).Distinct().Count(), column.Counts[0].Count(count => count > 0)))],
            LossId = options.Loss.Id,
            Loss = options.Loss.Loss(state),
            Losses = LossMetric.All.ToDictionary(metric => metric.Id, metric => metric.Loss(state)),
            Rows = classes.Length,
            ClassOfRow = classes,
            ClassSizes = sizes,
            Risk = ReidentificationRisk.Of(sizes, state.Table.HasPopulation ? population : null),
            Homogeneity = [],
            Intersection = [],
            Warnings = AnonymityRequest.Warnings(table, options),
        };
    }

    private static (int[] Numbers, int[] Sizes, int[] Population) Renumbered(LossState state)
    {
        var numbers = new int[state.Classes.Count];
        var (sizes, population) = (new List<int>(), new List<int>());
        for (var group = 0; group < numbers.Length; group++)
        {
            numbers[group] = state.Kept[group] ? sizes.Count : -1;
            if (!state.Kept[group]) continue;
            sizes.Add(state.Classes.Sizes[group]);
            population.Add(state.Classes.Population[group]);
        }
        return (numbers, [.. sizes], [.. population]);
    }

    private static int IndexOf(this IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name) return i;
        return -1;
    }
}
