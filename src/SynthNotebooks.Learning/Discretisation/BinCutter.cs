namespace SynthNotebooks.Learning;

/// <summary>Joins the atoms of a scale into at most a number of bins.</summary>
internal static class BinCutter
{
    /// <summary>The bin of each atom, ascending from 0.</summary>
    public static int[] Cut(RankScale scale, int mostBins)
    {
        var bins = new int[scale.Atoms];
        if (scale.Atoms <= mostBins)
        {
            for (var atom = 0; atom < bins.Length; atom++) bins[atom] = atom;
            return bins;
        }
        // A heavy atom splits the light ones around it into runs, each of which needs a bin of its own: so the even share is sought by bisection.
        double low = 0, high = 1;
        for (var step = 0; step < 40; step++)
        {
            var share = (low + high) / 2;
            if (Join(scale, share, bins) <= mostBins) high = share;
            else low = share;
        }
        Join(scale, high, bins);
        return bins;
    }

    // Greedy: a bin is closed when the next atom would lift it above the share.
    private static int Join(RankScale scale, double share, int[] bins)
    {
        var bin = 0;
        var start = 0.0;
        for (var atom = 0; atom < bins.Length; atom++)
        {
            var part = scale.Atom(atom);
            if (atom > 0 && part.High - start > share)
            {
                bin++;
                start = part.Low;
            }
            bins[atom] = bin;
        }
        return bin + 1;
    }
}
