using SynthNotebooks.Evaluation.Models;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Fairness;

/// <summary>How often a model favours the rows of each group among held-out rows.</summary>
/// <param name="Favoured">By group: share of rows that the model gives the favourable class.</param>
/// <param name="TruePositive">By group: the same among rows that have it; null when there is none.</param>
/// <param name="FalsePositive">By group: the same among rows that do not.</param>
/// <param name="Rows">Training rows.</param>
/// <remarks>
/// Decided by boosted trees at even odds. Groups are categories of the protected column, or the two sides of a number's median in the real table; missing is a
/// group. Groups of fewer than <see cref="Fewest"/> held-out rows are left out. Source: Hardt, Price, Srebro, NIPS 2016, arXiv:1610.02413.
/// </remarks>
internal sealed record GroupRates(IReadOnlyList<double> Favoured, IReadOnlyList<double?> TruePositive, IReadOnlyList<double?> FalsePositive, int Rows)
{
    public const int Fewest = 20;

    /// <summary>The rates of the model of a table, or why there are none.</summary>
    public static (GroupRates? Rates, string? Undefined) Of(ModelStudy study, StudyTable table)
    {
        if (study.Options.Protected is not { } column) return (null, "no protected column was named");
        if (study.NoUtility is { } reason) return (null, reason);
        if (column == study.Options.Target) return (null, $"the protected column '{column}' is the target");
        var at = study.Test.Features.Columns.ToList().FindIndex(feature => feature.Name == column);
        if (at < 0) return (null, $"the protected column '{column}' takes no part");
        if (study.Test.Labels.ClassCount != 2) return (null, $"fairness needs a target of two classes; '{study.Options.Target}' {(study.Test.Labels.AreClasses ? $"has {study.Test.Labels.ClassCount}" : "is a number")}");
        var model = study.Model(table, LearnerKind.Boosting);
        if (model.Undefined is { } missing) return (null, missing);
        if (Favourable(study) is not { } good) return (null, $"'{study.Options.Target}' has no class '{study.Options.Favourable}'; it has {string.Join(", ", study.Classes.Select(name => $"'{name}'"))}");
        var rates = Count(Groups(study, at), Decisions.Of(model, study), study.Test.Labels.Classes, good, model.Rows);
        return rates.Favoured.Count < 2 ? (null, $"fewer than two groups of '{column}' have {Fewest} held-out rows") : (rates, null);
    }

    private static int? Favourable(ModelStudy study)
    {
        if (study.Options.Favourable is { } name) return study.Classes.ToList().IndexOf(name) is >= 0 and var found ? found : null;
        var counts = study.Task(StudyTable.Real).Labels.CountClasses();
        return counts[1] < counts[0] ? 1 : 0;
    }

    private static int[] Groups(ModelStudy study, int column)
    {
        var feature = study.Test.Features.Columns[column];
        if (feature.IsCategory) return Array.ConvertAll(feature.Codes, code => code + 1);
        var real = Array.FindAll(study.Task(StudyTable.Real).Features.Columns[column].Numbers, number => !double.IsNaN(number));
        Array.Sort(real);
        var median = real.Length == 0 ? 0 : real[real.Length / 2];
        return Array.ConvertAll(feature.Numbers, number => double.IsNaN(number) ? 0 : number < median ? 1 : 2);
    }

    internal static GroupRates Count(int[] groups, int[] decisions, int[] truth, int favourable, int rows)
    {
        var count = groups.Length == 0 ? 0 : groups.Max() + 1;
        var cells = new int[count, 2, 2]; // group, truth, decision
        for (var row = 0; row < groups.Length; row++) cells[groups[row], truth[row] == favourable ? 1 : 0, decisions[row] == favourable ? 1 : 0]++;
        var (favoured, truePositive, falsePositive) = (new List<double>(), new List<double?>(), new List<double?>());
        for (var group = 0; group < count; group++)
        {
            int positives = cells[group, 1, 0] + cells[group, 1, 1], negatives = cells[group, 0, 0] + cells[group, 0, 1];
            if (positives + negatives < Fewest) continue;
            favoured.Add((double)(cells[group, 0, 1] + cells[group, 1, 1]) / (positives + negatives));
            truePositive.Add(positives > 0 ? (double)cells[group, 1, 1] / positives : null);
            falsePositive.Add(negatives > 0 ? (double)cells[group, 0, 1] / negatives : null);
        }
        return new(favoured, truePositive, falsePositive, rows);
    }

    /// <summary>Largest difference of a rate between groups that have one; null when fewer than two do.</summary>
    public static double? Spread(IReadOnlyList<double?> rates)
    {
        var known = rates.Where(rate => rate is not null).ToArray();
        return known.Length < 2 ? null : known.Max() - known.Min();
    }
}
