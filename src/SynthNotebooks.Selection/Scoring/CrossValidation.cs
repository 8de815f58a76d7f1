using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Evaluation.Privacy;

namespace SynthNotebooks.Selection;

/// <summary>Cuts a table into parts, and scores models that were fitted without one of them.</summary>
/// <remarks>
/// Quality is measured against the rows that were learnt and against the rows held out, by as many synthetic rows as were learnt (5,000 to
/// 30,000); closeness by up to 10,000 of them. Identifiers and free text take no part. Tables of more than 100,000 rows are represented by that many of them.
/// </remarks>
internal sealed class CrossValidation
{
    /// <summary>Fewer rows are not compared.</summary>
    public const int FewestRows = 20;

    private const int MostRows = 100_000, FewestSynthetic = 5000, MostSynthetic = 30_000, QuickRows = 10_000;
    private readonly DataFrame _table;
    private readonly FitContext _context;
    private readonly int[] _part; // of each row; -1 for rows that are not used
    private readonly string[] _ignored;
    private readonly Dictionary<int, (DataFrame Learnt, DataFrame HeldOut)> _cuts = [];

    public CrossValidation(DataFrame table, FitContext context, int folds)
    {
        (_table, _context, Folds) = (table, context, folds);
        var rows = (int)table.Rows.Count;
        var order = new int[rows];
        for (var row = 0; row < rows; row++) order[row] = row;
        new SplitRandom(context.Seed).Split("folds").Shuffle(order.AsSpan());
        _part = new int[rows];
        for (var i = 0; i < rows; i++) _part[order[i]] = i < MostRows ? i % folds : -1;
        LearntRows = Math.Min(rows, MostRows) * (folds - 1) / folds;
        _ignored = [.. context.Schema.Columns.Where(column => column.Role is ColumnRole.Identifier or ColumnRole.FreeText).Select(column => column.Name)];
    }

    /// <summary>Number of parts.</summary>
    public int Folds { get; }

    /// <summary>Rows a model is fitted on.</summary>
    public int LearntRows { get; }

    /// <summary>The rows that a model is fitted on when a part is held out.</summary>
    public DataFrame Learnt(int fold) => Cut(fold).Learnt;

    /// <summary>Scores a model that was fitted on <see cref="Learnt"/> of the same part.</summary>
    public FoldScore Score(IFittedGenerator model, int fold, CancellationToken cancellation)
    {
        var (learnt, heldOut) = Cut(fold);
        var synthetic = Sample(model, (int)Math.Clamp(learnt.Rows.Count, FewestSynthetic, MostSynthetic), cancellation);
        var options = Options(cancellation);
        try
        {
            var closest = ClosestRecords.Measure(learnt, heldOut, synthetic, options);
            return new(Evaluator.Fidelity(learnt, synthetic, options).Quality ?? 0, Evaluator.Fidelity(heldOut, synthetic, options).Quality ?? 0, closest.Share, Error(closest));
        }
        catch (EvaluationException)
        {
            return new(0, 0, 0.5, 0); // no column can be compared: all models are alike
        }
    }

    /// <summary>Rows of a model as <see cref="Scorer"/> takes them.</summary>
    public DataFrame Sample(IFittedGenerator model, CancellationToken cancellation) => Sample(model, QuickRows, cancellation);

    /// <summary>Quality alone, on 10,000 rows at most of either side: for many tables that are alike.</summary>
    public Func<DataFrame, double> Scorer(int fold, CancellationToken cancellation)
    {
        var (learnt, heldOut) = (Few(Cut(fold).Learnt), Few(Cut(fold).HeldOut));
        var options = Options(cancellation);
        return synthetic =>
        {
            try
            {
                return ((Evaluator.Fidelity(learnt, synthetic, options).Quality ?? 0) + (Evaluator.Fidelity(heldOut, synthetic, options).Quality ?? 0)) / 2;
            }
            catch (EvaluationException)
            {
                return 0; // no column can be compared
            }
        };
    }

    private DataFrame Few(DataFrame table) => table.Rows.Count <= QuickRows ? table : table.Sample(QuickRows, _context.Seed);

    private DataFrame Sample(IFittedGenerator model, int rows, CancellationToken cancellation) =>
        model.Sample(rows, new() { Seed = _context.Seed, Threads = _context.Threads, Cancellation = cancellation });

    private EvaluationOptions Options(CancellationToken cancellation) =>
        new() { Seed = _context.Seed, Threads = Math.Max(1, _context.Threads), Drop = _ignored, Cancellation = cancellation };

    // Besides the rows asked, those searched are a sample too. The share then spreads by about 1 / (4 √references): measured on normal samples of 50 to
    // 1,000 references in 3 to 15 dimensions it was 0.8 to 1.3 times that.
    private static double Error(ClosestRecords closest) => Math.Sqrt(closest.StandardError * closest.StandardError + 1.0 / (16 * closest.References));

    private (DataFrame Learnt, DataFrame HeldOut) Cut(int fold)
    {
        if (_cuts.TryGetValue(fold, out var cut)) return cut;
        if (_cuts.Count >= 2) _cuts.Clear(); // each holds the table once more
        var (learnt, heldOut) = (new List<int>(), new List<int>());
        for (var row = 0; row < _part.Length; row++)
            if (_part[row] >= 0) (_part[row] == fold ? heldOut : learnt).Add(row);
        return _cuts[fold] = (_table.Take(learnt.ToArray()), _table.Take(heldOut.ToArray()));
    }
}
