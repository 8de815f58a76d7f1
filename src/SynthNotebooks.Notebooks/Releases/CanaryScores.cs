namespace SynthNotebooks.Notebooks.Releases;

/// <summary>Scores of canaries by the measurements of one release: how far each canary's cells stand above those of the others.</summary>
internal static class CanaryScores
{
    /// <summary>One score a canary; 0 for all when no measured table tells canaries apart.</summary>
    /// <param name="tables">Measured tables, whose columns are a (a code each canary) and b (its parity).</param>
    /// <param name="canaries">How many.</param>
    public static double[] Of(IReadOnlyList<(string Name, List<double> Cells)> tables, int canaries)
    {
        var scores = new double[canaries];
        foreach (var (_, cells) in tables)
        {
            // A table of a alone has a cell a canary; one of a and b two, of which the other parity's is empty in truth.
            var width = cells.Count == canaries ? 1 : cells.Count == 2 * canaries ? 2 : 0;
            if (width == 0) continue;
            var own = new double[canaries];
            double mean = 0, variance = 0;
            for (var i = 0; i < canaries; i++)
            {
                own[i] = cells[width * i + (width == 2 ? i & 1 : 0)];
                mean += own[i] / canaries;
            }
            foreach (var value in own) variance += (value - mean) * (value - mean) / canaries;
            for (var i = 0; i < canaries; i++) scores[i] += (own[i] - mean) / Math.Max(variance, 1e-12); // the weights of a likelihood ratio
        }
        return scores;
    }
}
