using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Privacy.Tests.Anonymity;

public class OptimalSearchTests
{
    private static readonly int[] Heights = [5, 4, 3];

    public static TheoryData<string, string, double, ulong> Cases()
    {
        var cases = new TheoryData<string, string, double, ulong>();
        foreach (var model in new[] { "k", "distinct", "entropy", "recursive", "closeness" })
            foreach (var loss in new[] { "entropy", "discernibility", "class-size", "precision", "entropy-monotonic", "discernibility-monotonic" })
                foreach (var limit in new[] { 0, 0.1, 0.4 }) cases.Add(model, loss, limit, (ulong)(model.Length * 7 + loss.Length));
        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_best_of_the_whole_lattice_is_found(string model, string loss, double limit, ulong seed)
    {
        var table = SmallTables.Patients(seed);
        var result = TryRun(table, Model(model), Loss(loss), limit);
        var best = double.PositiveInfinity;
        var chosen = double.NaN;
        foreach (var levels in Lattice())
        {
            if (BruteLoss(table, levels, model, loss, limit) is not { } value) continue;
            best = Math.Min(best, value);
            if (result is not null && result.Levels.Select(level => level.Level!.Value).SequenceEqual(levels)) chosen = value;
        }
        if (result is null)
        {
            Assert.True(double.IsPositiveInfinity(best));
            return;
        }
        Assert.Equal(best, result.Loss, 1e-9 * Math.Max(1, best));
        Assert.Equal(best, chosen, 1e-9 * Math.Max(1, best));
        Assert.True(result.Suppressed <= limit * 60 + 1e-9);
    }

    [Fact]
    public void Fewer_nodes_are_checked_than_there_are()
    {
        var result = TryRun(SmallTables.Patients(1, 400), new KAnonymity(5), new EntropyLoss(countSuppression: false), 0.05)!;
        Assert.Equal(60, result.Nodes);
        Assert.InRange(result.Checked, 1, 40);
    }

    [Fact]
    public void The_search_stops_when_told() => Assert.Throws<OperationCanceledException>(() => Anonymiser.Run(SmallTables.Patients(1), new(SmallTables.Quasi, [new KAnonymity(2)])
    {
        Hierarchies = SmallTables.Hierarchies,
        Cancellation = new(canceled: true),
    }));

    private static AnonymityResult? TryRun(DataFrame table, IPrivacyModel model, LossMetric loss, double limit)
    {
        try
        {
            return Anonymiser.Run(table, new(SmallTables.Quasi, [new KAnonymity(2), model]) { Hierarchies = SmallTables.Hierarchies, SuppressionLimit = limit, Loss = loss });
        }
        catch (AnonymityException impossible) when (impossible.Message.StartsWith("No combination", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static IPrivacyModel Model(string id) => id switch
    {
        "k" => new KAnonymity(3),
        "distinct" => new DistinctDiversity("ill", 2),
        "entropy" => new EntropyDiversity("ill", 1.8),
        "recursive" => new RecursiveDiversity("ill", 3, 2),
        _ => new TCloseness("ill", 0.25),
    };

    private static LossMetric Loss(string id) => id switch
    {
        "entropy" => new EntropyLoss(),
        "entropy-monotonic" => new EntropyLoss(countSuppression: false),
        "discernibility" => new DiscernibilityLoss(),
        "discernibility-monotonic" => new DiscernibilityLoss(countSuppression: false),
        "class-size" => new ClassSizeLoss(),
        _ => new PrecisionLoss(),
    };

    private static IEnumerable<int[]> Lattice() =>
        from a in Enumerable.Range(0, Heights[0]) from b in Enumerable.Range(0, Heights[1]) from c in Enumerable.Range(0, Heights[2]) select (int[])[a, b, c];

    // Everything again from the definitions, with LINQ on labels.
    private static double? BruteLoss(DataFrame table, int[] levels, string model, string loss, double limit)
    {
        var rows = (int)table.Rows.Count;
        var labels = SmallTables.Quasi.Select((name, i) => Enumerable.Range(0, rows).Select(row => SmallTables.Label(table, name, row, levels[i])).ToArray()).ToArray();
        var classes = Enumerable.Range(0, rows).GroupBy(row => string.Join('/', labels.Select(column => column[row]))).Select(group => group.ToArray()).ToArray();
        var overall = Shares(Enumerable.Range(0, rows));
        var kept = classes.Where(rows => rows.Length >= 2 && Holds(rows)).ToArray();
        var suppressed = rows - kept.Sum(group => group.Length);
        if (suppressed > Math.Floor(limit * rows + 1e-9)) return null;
        return loss switch
        {
            "discernibility" => kept.Sum(group => (double)group.Length * group.Length) + (double)suppressed * rows,
            "discernibility-monotonic" => classes.Sum(group => (double)group.Length * group.Length),
            "class-size" => (double)rows / Math.Max(1, kept.Length),
            "precision" => levels.Select((level, i) => (double)level / (Heights[i] - 1)).Average() is var mean ? mean * (rows - suppressed) / rows + (double)suppressed / rows : 0,
            "entropy-monotonic" => classes.Sum(group => group.Sum(row => Bits(row, all: false))),
            _ => classes.Sum(group => group.Sum(row => Bits(row, all: !kept.Contains(group)))),
        };

        double Bits(int row, bool all) => SmallTables.Quasi.Select((name, i) =>
        {
            var original = table[name].GetText(row);
            double same = Enumerable.Range(0, rows).Count(other => table[name].GetText(other) == original);
            return Math.Log2((all ? rows : labels[i].Count(label => label == labels[i][row])) / same);
        }).Sum();

        Dictionary<string, double> Shares(IEnumerable<int> some) => some.GroupBy(row => table["ill"].GetText(row)!).ToDictionary(group => group.Key, group => (double)group.Count() / some.Count());

        bool Holds(int[] group)
        {
            var shares = Shares(group);
            var counts = shares.Values.Select(share => (int)Math.Round(share * group.Length)).OrderDescending().ToArray();
            return model switch
            {
                "k" => group.Length >= 3,
                "distinct" => shares.Count >= 2,
                "entropy" => -shares.Values.Sum(share => share * Math.Log(share)) >= Math.Log(1.8) - 1e-12,
                "recursive" => counts.Length >= 2 && counts[0] < 3 * counts.Skip(1).Sum(),
                _ => overall.Sum(pair => Math.Abs(pair.Value - shares.GetValueOrDefault(pair.Key))) / 2 <= 0.25 + 1e-12,
            };
        }
    }
}
