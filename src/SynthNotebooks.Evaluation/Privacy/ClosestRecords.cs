using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Privacy;

/// <summary>Whether synthetic rows stand nearer to the rows a generator learnt than to rows it never saw.</summary>
/// <param name="Share">Of synthetic rows nearer to a training row than to a held-out one, ties half: 0.5 is what fresh real rows give, 1 what copies give.</param>
/// <param name="StandardError">Of the share, over the synthetic rows asked.</param>
/// <param name="Queries">Synthetic rows asked.</param>
/// <param name="References">Rows searched on either side: as many training rows as held-out ones.</param>
/// <remarks>
/// Distance: the mean over columns of the difference in shares of the training range (dates too; a missing number stands one range below the
/// smallest), or of mismatch of categories. Time O(queries · references · columns). Source: Park et al., PVLDB 11(10), 2018, doi:10.14778/3231751.3231757
/// (distance to closest record); Platzer, Reutterer, Front. Big Data 4, 2021, doi:10.3389/fdata.2021.679939 (share against a holdout).
/// </remarks>
public sealed record ClosestRecords(double Share, double StandardError, int Queries, int References)
{
    /// <summary>Most training rows and most held-out rows that are searched; more would be drawn at random.</summary>
    public const int MostReferences = 15_000;

    private const float Tie = 1e-7f; // distances nearer to each other than floats tell

    /// <summary>Measures the share.</summary>
    /// <param name="train">The table that the generator was fitted on; decides columns, their reading and their ranges.</param>
    /// <param name="holdout">Real rows that it never saw.</param>
    /// <param name="synthetic">The table that is asked about.</param>
    /// <param name="options">Seed of the draws of rows, reading of columns, threads and cancellation; null for the defaults.</param>
    /// <param name="queries">Most synthetic rows asked, default 10,000; at least 1.</param>
    /// <exception cref="EvaluationException">A table has no rows or lacks a column, or all columns are left out.</exception>
    public static ClosestRecords Measure(DataFrame train, DataFrame holdout, DataFrame synthetic, EvaluationOptions? options = null, int queries = 10_000)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(holdout);
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentOutOfRangeException.ThrowIfLessThan(queries, 1);
        options ??= new();
        TableChecks.Require(train, holdout, "holdout");
        TableChecks.Require(train, synthetic, "synthetic");
        options.Cancellation.ThrowIfCancellationRequested();
        var tables = TableSet.Read(train, [holdout, synthetic], options);
        if (tables.Columns == 0) throw new EvaluationException("No column takes part in distances: all are left out.");
        var random = new SplitRandom(options.Seed).Split("closest records");
        var references = (int)Math.Min(Math.Min(train.Rows.Count, holdout.Rows.Count), MostReferences);
        var scales = new NumberScale[tables.Columns];
        for (var i = 0; i < scales.Length; i++)
            if (tables.Real(i).IsNumeric) scales[i] = NumberScale.OfRange(tables.Real(i).Numbers);
        var asked = Points(tables, scales, 2, RowDraw.Of(synthetic.Rows.Count, queries, random.Split("synthetic")));
        var toTrain = Nearest(Points(tables, scales, 0, RowDraw.Of(train.Rows.Count, references, random.Split("train"))), asked, options);
        var toHoldout = Nearest(Points(tables, scales, 1, RowDraw.Of(holdout.Rows.Count, references, random.Split("holdout"))), asked, options);
        return Compare(toTrain, toHoldout, references);
    }

    private static float[] Nearest(MixedPoints references, MixedPoints asked, EvaluationOptions options) =>
        new NearestNeighbours(references).Find(asked, 1, options.Threads, options.Cancellation).Distances;

    private static ClosestRecords Compare(float[] toTrain, float[] toHoldout, int references)
    {
        double closer = 0, squares = 0; // sums of 0, 0.5 and 1 and of their squares: exact
        for (var i = 0; i < toTrain.Length; i++)
        {
            var one = toTrain[i] < toHoldout[i] - Tie ? 1 : toTrain[i] > toHoldout[i] + Tie ? 0 : 0.5;
            closer += one;
            squares += one * one;
        }
        double n = toTrain.Length, share = closer / n;
        return new(share, Math.Sqrt(Math.Max(0, squares / n - share * share) / n), toTrain.Length, references);
    }

    private static MixedPoints Points(TableSet tables, NumberScale[] scales, int table, int[] rows)
    {
        var numbers = new List<float[]>();
        var codes = new List<int[]>();
        for (var i = 0; i < scales.Length; i++)
        {
            var view = table == 0 ? tables.Real(i) : tables.Other(i, table - 1);
            if (view.IsNumeric) numbers.Add(scales[i].Encode(Array.ConvertAll(rows, row => view.Numbers[row])));
            else codes.Add(Array.ConvertAll(rows, row => view.Codes[row]));
        }
        return new(rows.Length, numbers, codes);
    }
}
