namespace SynthNotebooks.Data;

/// <summary>Finds the delimiter: the one that cuts the first rows into the same number of cells, more than one.</summary>
internal static class DelimiterSniffer
{
    private const int Rows = 50;

    public static byte Find(byte[] text, int start, int end)
    {
        byte best = (byte)',';
        var bestScore = 0.0;
        foreach (var candidate in ",;\t|"u8)
        {
            var score = Score(text, start, end, candidate);
            if (score > bestScore) (best, bestScore) = (candidate, score);
        }
        return best;
    }

    // Share of rows that agree with the first one, plus a little for more cells; 0 when it cuts nothing.
    private static double Score(byte[] text, int start, int end, byte delimiter)
    {
        try
        {
            var tokenizer = new CellTokenizer(text, start, end, delimiter);
            var first = tokenizer.ReadRow([], []);
            if (first < 2) return 0;
            int rows = 1, agreeing = 1;
            for (; rows < Rows; rows++)
            {
                var cells = tokenizer.ReadRow([], []);
                if (cells == 0) break;
                if (cells == first) agreeing++;
            }
            return (double)agreeing / rows + 1e-3 * Math.Min(first, 100);
        }
        catch (DataLoadException) // this delimiter leaves quotes in the wrong places
        {
            return 0;
        }
    }
}
