using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Attacks.Trials;
using SynthNotebooks.Evaluation.Attacks.Views;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Explanations;

/// <summary>Looks for the real rows nearest to one synthetic row, and asks the cheap attacks about the nearest.</summary>
internal sealed class RowSearch
{
    private const int MostCompared = 2000; // rows of either table whose nearest real row is searched
    private const int LeastHoldout = 40; // half of it judges: 5 % of twenty is one record

    private readonly int _row;
    private readonly DataFrame _synthetic;
    private readonly AlignedTables _tables;
    private readonly TableSchema _schema;
    private readonly ExplanationOptions _options;
    private readonly SplitRandom _random;

    public RowSearch(DataFrame synthetic, int row, DataFrame train, DataFrame? holdout, ExplanationOptions options)
    {
        (_synthetic, _row, _options, _random) = (synthetic, row, options, new SplitRandom(options.Seed).Split("explanation"));
        _tables = AlignedTables.Of(train, synthetic, holdout);
        _schema = _tables.Train.InferSchema();
    }

    public RowExplanation Explain()
    {
        var near = Distances(out var nearer, out var holdoutNearer);
        var flags = Flags(near[0].Row, out var undefined);
        string[] names = [.. _tables.Train.Columns.Select(column => column.Name)];
        return new()
        {
            Row = _row,
            Columns = names,
            Cells = [.. names.Select(name => _synthetic.Columns[name].GetText(_row))],
            Nearest = [.. near.Select(one => new NearRow(one.Distance, _options.ShowReal ? one.Row : null, _options.ShowReal ? [.. _tables.Train.Columns.Select(column => column.GetText(one.Row))] : null))],
            SyntheticNearer = nearer,
            HoldoutNearer = holdoutNearer,
            Flags = flags,
            FlagsUndefined = undefined,
            Summary = Summary(near[0].Distance, nearer, holdoutNearer, flags),
        };
    }

    private (int Row, double Distance)[] Distances(out double? nearer, out double? holdoutNearer)
    {
        var others = RowDraw.Of(checked((int)_synthetic.Rows.Count), MostCompared, _random.Split("synthetic"));
        int[] asked = [_row, .. others.Where(other => other != _row)];
        var input = new AttackInput(_tables.Train, _tables.Synthetic.Take(asked), _schema)
        {
            Reference = _tables.Holdout is { } holdout ? holdout.Take(RowDraw.Of(checked((int)holdout.Rows.Count), MostCompared, _random.Split("holdout"))) : null,
            Threads = _options.Threads,
        };
        var views = AttackTables.Of(input, _options.Cancellation);
        var search = new NearestNeighbours(views.Synthetic);
        var found = search.Find(views.Candidates, Math.Min(_options.Neighbours, views.Synthetic.Rows), _options.Threads, _options.Cancellation);
        var own = found.DistancesOf(0)[0];
        nearer = Nearer(found, own, skip: 1);
        holdoutNearer = views.Reference is { } reference ? Nearer(search.Find(reference, 1, _options.Threads, _options.Cancellation), own, skip: 0) : null;
        var near = new (int, double)[found.Count];
        for (var i = 0; i < near.Length; i++) near[i] = (found.RowsOf(0)[i], found.DistancesOf(0)[i]);
        return near;
    }

    private static double? Nearer(NeighbourLists found, float distance, int skip)
    {
        if (found.Queries == skip) return null;
        var count = 0;
        for (var i = skip; i < found.Queries; i++)
            if (found.DistancesOf(i)[0] < distance) count++;
        return count / (double)(found.Queries - skip);
    }

    // The nearest real row in one pool with held-out ones: an attack flags it when few of those look as much like members.
    private List<RowFlag> Flags(int nearest, out string? undefined)
    {
        undefined = _tables.Holdout is null ? "without held-out rows (--holdout) nobody can tell a leak from a likeness"
            : _tables.Holdout.Rows.Count < LeastHoldout ? $"the holdout has {_tables.Holdout.Rows.Count} rows; {LeastHoldout} are needed" : null;
        var flags = new List<RowFlag>();
        if (undefined is not null) return flags;
        var drawn = RowDraw.Of(checked((int)_tables.Holdout!.Rows.Count), 2 * MostCompared, _random.Split("judges"));
        _random.Split("halves").Shuffle(drawn.AsSpan());
        var half = drawn.Length / 2;
        var input = new AttackInput(_tables.Synthetic, DataFrame.Concatenate([_tables.Train.Take([nearest]), _tables.Holdout.Take(drawn.AsSpan(0, half))]), _schema)
        {
            Reference = _tables.Holdout.Take(drawn.AsSpan(half)),
            Seed = _options.Seed,
            Threads = _options.Threads,
        };
        foreach (var entry in AttackCatalog.Plan(["all"]))
        {
            var attribute = entry.Attribute;
            if (attribute.Kind != AttackKind.Membership || attribute.Cost > AttackCost.Learning || (attribute.Needs & ~AttackNeeds.Reference) != 0) continue;
            if (AttackCatalog.Create(entry.Id).Run(input, _options.Cancellation) is not MembershipScores { Scores: var scores }) continue;
            var alarms = 0;
            for (var i = 1; i < scores.Count; i++)
                if (scores[i] >= scores[0]) alarms++;
            var share = alarms / (double)(scores.Count - 1);
            flags.Add(new(entry.Id, share, share <= RowExplanation.Alarm));
        }
        return flags;
    }

    private static string Summary(double distance, double? nearer, double? holdoutNearer, List<RowFlag> flags)
    {
        var text = distance <= 0
            ? "The row repeats a real row in every column that is compared."
            : $"The nearest real row is {distance.ToString("0.000", CultureInfo.InvariantCulture)} away (0 is the same row, 1 different in all columns).";
        if (holdoutNearer is { } held)
        {
            text += $" Of people who took no part, {Percent(held)} come nearer to a real row"
                + (distance <= 0 && held == 0 ? "; as many may be repeated by chance as there are alike people." : held < 0.01 ? ": unusually near." : held > 0.99 ? ": unusually far, a row that resembles nobody." : ": nothing unusual.");
        }
        else if (nearer is { } share) text += $" Of the other synthetic rows, {Percent(share)} come nearer to one. Without held-out rows nobody can tell whether that is near.";
        var flagged = flags.Where(flag => flag.Flagged).Select(flag => AttackCatalog.Title(flag.Attack)).ToArray();
        if (flags.Count > 0)
            text += flagged.Length == 0 ? $" None of {flags.Count} attacks takes that real row for a member." : $" {string.Join(", ", flagged)} of {flags.Count} attacks would take that real row for a member; each is wrong about 5 % of people who took no part.";
        return text;
    }

    private static string Percent(double share) => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
