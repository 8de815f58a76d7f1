using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>Chooses weights of models by picking them one after another, again and again, each time the one with which the rows of all picks together are best.</summary>
/// <remarks>
/// A model that resembles those picked already adds nothing and is not picked, so members differ. The weights are those after the pick with the best
/// score. Source: Caruana, Niculescu-Mizil, Crew, Ksikes, ICML 2004, doi:10.1145/1015330.1015432.
/// </remarks>
/// <param name="samples">Rows of each model, all of one number.</param>
/// <param name="score">Quality of a table; more is better.</param>
internal sealed class MemberSelection(IReadOnlyList<DataFrame> samples, Func<DataFrame, double> score)
{
    /// <param name="picks">Most picks.</param>
    /// <param name="cancellation">Stops the choice.</param>
    /// <returns>Picks of each model; those of one model alone when no mixture is better by more than a tie.</returns>
    public int[] Choose(int picks, CancellationToken cancellation)
    {
        var counts = new int[samples.Count];
        var (best, bestScore) = (counts, double.NegativeInfinity);
        for (var pick = 1; pick <= picks; pick++)
        {
            var (next, nextScore) = (-1, double.NegativeInfinity);
            for (var member = 0; member < counts.Length; member++)
            {
                cancellation.ThrowIfCancellationRequested();
                counts[member]++;
                if (score(Mixed(counts, pick)) is var reached && reached > nextScore) (next, nextScore) = (member, reached);
                counts[member]--;
            }
            counts[next]++;
            if (nextScore > bestScore + (pick == 1 ? 0 : Race.Tie)) (best, bestScore) = ((int[])counts.Clone(), nextScore);
        }
        return best;
    }

    // Rows of a sample are independent, so its first ones are a fair part of it.
    private DataFrame Mixed(int[] counts, int picks)
    {
        var rows = samples[0].Rows.Count;
        var parts = new List<DataFrame>();
        for (var member = 0; member < counts.Length; member++)
            if (counts[member] > 0) parts.Add(samples[member].Slice(0, (int)Math.Max(1, rows * counts[member] / picks)));
        return DataFrame.Concatenate([.. parts]);
    }
}
