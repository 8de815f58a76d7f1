using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Notebooks.Releases;

/// <summary>What an auditor looks at in a release of a <see cref="CanaryTable"/>: its measurements, where it publishes them, and its rows.</summary>
/// <remarks>
/// Of each measured table: how often it was measured and with how many cells, and each cell on average, and the last time when there were several. So which marginals a method selects
/// counts as well as what it measures.
/// </remarks>
internal static class ReleaseFeatures
{
    /// <summary>The features of a model and of as many rows as it believes there are.</summary>
    /// <param name="model">Fitted to a canary table.</param>
    /// <param name="seed">Of the sample.</param>
    public static Dictionary<string, double> Of(IFittedGenerator model, ulong seed)
    {
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        var total = (model as IPrivateRelease)?.Total ?? 100;
        features["total"] = total;
        if (model is IMeasured measured) Measured(Tables(measured), features);
        var rows = model.Sample((int)Math.Min(100_000, total), new SampleOptions { Seed = seed, Threads = 1 });
        double[] a = rows["a"].ToNumbers(), b = rows["b"].ToNumbers();
        var (inA, inB, inBoth) = (0, 0, 0);
        for (var row = 0; row < a.Length; row++)
        {
            var (isA, isB) = (a[row] == CanaryTable.Codes - 1, b[row] == CanaryTable.Codes - 1);
            if (isA) inA++;
            if (isB) inB++;
            if (isA && isB) inBoth++;
        }
        (features["rows a"], features["rows b"], features["rows both"]) = (inA, inB, inBoth);
        return features;
    }

    /// <summary>Measurements as tables: a name that counts up from [0] is one.</summary>
    public static List<(string Name, List<double> Cells)> Tables(IMeasured model)
    {
        var tables = new List<(string Name, List<double> Cells)>();
        foreach (var (name, value) in model.Measurements)
        {
            var bracket = name.LastIndexOf(" [", StringComparison.Ordinal);
            var (table, isFirst) = bracket < 0 ? (name, true) : (name[..bracket], name.AsSpan(bracket) is " [0]");
            if (isFirst || tables.Count == 0 || tables[^1].Name != table) tables.Add((table, []));
            tables[^1].Cells.Add(value);
        }
        return tables;
    }

    private static void Measured(List<(string Name, List<double> Cells)> tables, Dictionary<string, double> features)
    {
        foreach (var same in tables.GroupBy(table => table.Name, StringComparer.Ordinal))
        {
            var runs = same.ToArray();
            var last = runs[^1].Cells;
            (features[same.Key + " times"], features[same.Key + " cells"]) = (runs.Length, last.Count);
            for (var cell = 0; cell < last.Count; cell++)
            {
                var like = runs.Where(run => run.Cells.Count == last.Count).ToArray();
                features[FormattableString.Invariant($"{same.Key} [{cell} of {last.Count}]")] = like.Average(run => run.Cells[cell]);
                if (like.Length > 1) features[FormattableString.Invariant($"{same.Key} [{cell} of {last.Count}] last")] = last[cell];
            }
        }
    }
}
