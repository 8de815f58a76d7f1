using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Whether a table is better learnt block by block or as a whole, by the likelihood of rows that were held out.</summary>
/// <remarks>
/// Tests alone would part columns of small tables that do hang together, only too little for the tests. So the blocks must win clearly: by more than three
/// standard errors of the mean difference of log-likelihoods, with shallow mixtures learnt on two thirds of at most 6,000 rows, three times.
/// </remarks>
/// <param name="table">The training rows.</param>
/// <param name="context">What surrounds the fit.</param>
internal sealed class BlockChoice(StateTable table, FitContext context)
{
    private const int Folds = 3, MostRows = 6000, FewestRows = 60, MostComponents = 64;
    private const double Errors = 3;

    /// <summary>The blocks, when they are clearly better.</summary>
    /// <param name="blocks">At least two.</param>
    public bool Prefers(int[][] blocks)
    {
        var rows = Math.Min(table.Rows, MostRows);
        if (rows < FewestRows) return false;
        var order = new int[table.Rows];
        for (var row = 0; row < order.Length; row++) order[row] = row;
        new SplitRandom(context.Seed).Split("blocks").Shuffle<int>(order);
        var whole = new[] { Enumerable.Range(0, table.Columns).ToArray() };
        var differences = new double[rows];
        for (var fold = 0; fold < Folds; fold++)
        {
            int[] heldOut = [.. Enumerable.Range(0, rows).Where(row => row % Folds == fold)], learnt = [.. Enumerable.Range(0, rows).Where(row => row % Folds != fold)];
            double[] apart = Likelihoods(blocks), together = Likelihoods(whole);
            for (var i = 0; i < heldOut.Length; i++) differences[heldOut[i]] = apart[i] - together[i];

            double[] Likelihoods(int[][] parts)
            {
                var sums = new double[heldOut.Length];
                foreach (var columns in parts)
                {
                    StateTable seen = Rows(learnt, columns), unseen = Rows(heldOut, columns);
                    var mixture = new MixtureLearner(seen, new(seen.Bins), new(Smoothing: 1), MostComponents, context with { Progress = null }).Learn();
                    var own = new MixtureModel(mixture).LogProbabilities(unseen, context.Cancellation);
                    for (var i = 0; i < sums.Length; i++) sums[i] += own[i];
                }
                return sums;
            }
        }
        FixedOrderSum sum = default, squares = default;
        foreach (var difference in differences)
        {
            sum.Add(difference);
            squares.Add(difference * difference);
        }
        var mean = sum.Value / rows;
        return mean > Errors * Math.Sqrt(Math.Max(0, squares.Value / rows - mean * mean) / rows);

        StateTable Rows(int[] places, int[] columns)
        {
            var cells = new ushort[places.Length * columns.Length];
            for (var i = 0; i < places.Length; i++)
                for (var c = 0; c < columns.Length; c++) cells[i * columns.Length + c] = table.Row(order[places[i]])[columns[c]];
            return new(Array.ConvertAll(columns, c => table.Bins[c]), cells);
        }
    }
}
