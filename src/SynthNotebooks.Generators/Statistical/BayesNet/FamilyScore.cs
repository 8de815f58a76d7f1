using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>How well a column's states are told by those of its parents, in natural logarithms; higher is better.</summary>
internal sealed class FamilyScore(StateColumns data, NetworkScore score)
{
    /// <param name="child">The column.</param>
    /// <param name="parents">Its parents, the most telling first: each later one refines the tables of those before.</param>
    public double Of(int child, ReadOnlySpan<int> parents)
    {
        var states = data.Codes[child];
        var (cells, coarser) = (states, data.Shares[child]);
        var (configurations, configurationCount) = (new int[data.Rows], 1);
        var likelihood = 0.0;
        foreach (var state in states) likelihood += coarser[state] > 0 ? PortableMath.Log(coarser[state]) : 0;
        if (score == NetworkScore.Bic && parents.IsEmpty) return likelihood - Penalty(child, 1);
        foreach (var parent in parents)
        {
            (configurations, configurationCount) = StateColumns.Pairs(configurations, configurationCount, data.Codes[parent], data.States[parent]);
            var (finer, cellCount) = StateColumns.Pairs(configurations, configurationCount, states, data.States[child]);
            var (counts, totals, left) = (new int[cellCount], new int[cellCount], new double[cellCount]);
            var owners = new int[configurationCount];
            for (var row = 0; row < finer.Length; row++)
            {
                counts[finer[row]]++;
                owners[configurations[row]]++;
                left[finer[row]] = coarser[cells[row]];
            }
            for (var row = 0; row < finer.Length; row++) totals[finer[row]] = owners[configurations[row]];
            if (score == NetworkScore.LeaveOneOut)
            {
                (var strength, likelihood) = BackoffStrength.Best(counts, totals, left);
                for (var cell = 0; cell < cellCount; cell++) left[cell] = BackoffStrength.LeftOut(counts[cell], totals[cell], left[cell], strength);
            }
            else
            {
                likelihood = -Penalty(child, configurationCount);
                for (var cell = 0; cell < cellCount; cell++) likelihood += counts[cell] * PortableMath.Log((double)counts[cell] / totals[cell]);
            }
            (cells, coarser) = (finer, left);
        }
        return likelihood;
    }

    private double Penalty(int child, int configurations) => 0.5 * PortableMath.Log(data.Rows) * (data.States[child] - 1) * configurations;
}
