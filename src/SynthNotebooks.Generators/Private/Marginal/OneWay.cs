namespace SynthNotebooks.Generators.Private;

/// <summary>Noisy histograms of single columns.</summary>
internal static class OneWay
{
    /// <summary>Measures every column, each at the same cost.</summary>
    /// <param name="session">The fit.</param>
    /// <param name="rho">What all columns together may use.</param>
    public static NoisyMarginal[] Measure(PrivateSession session, double rho)
    {
        var variance = session.Domain.Length / (2 * rho);
        var marginals = new NoisyMarginal[session.Domain.Length];
        for (var i = 0; i < marginals.Length; i++)
        {
            session.Context.Cancellation.ThrowIfCancellationRequested();
            marginals[i] = Denoised(session.Reading.Measure(AttributeSet.Of(i), variance), session);
        }
        return marginals;
    }

    /// <summary>A histogram without the noise that its neighbours show to be noise.</summary>
    public static NoisyMarginal Denoised(NoisyMarginal single, PrivateSession session)
    {
        var even = new double[single.Values.Length];
        even.AsSpan().Fill(single.Values.Sum() / even.Length);
        return MarginalDenoising.Of(single, even, session.Domain, session.Ordered);
    }

    /// <summary>The product of the histograms, each the nearest that counts can be.</summary>
    public static TreeDistribution Independent(int[] domain, IReadOnlyList<NoisyMarginal> marginals)
    {
        var tree = JunctionTree.Of(domain, []);
        var total = NoisyMarginal.Total(marginals);
        var tables = new double[tree.Nodes.Length][];
        foreach (var marginal in marginals)
        {
            var table = SimplexProjection.Of(marginal.Values, total);
            for (var i = 0; i < table.Length; i++) table[i] /= total;
            tables[tree.Holding(marginal.Columns)] = table;
        }
        return new(tree, tables, [.. tables.Select((table, node) => new LogPotential(tree.Nodes[node].Shape.Columns, Logs(table)))], total);
    }

    /// <summary>The distribution of greatest entropy by the histograms that keeps the constraints; without any, their product.</summary>
    public static TreeDistribution Fitted(PrivateSession session, IReadOnlyList<NoisyMarginal> marginals) => session.Zeros.Count == 0
        ? Independent(session.Domain, marginals)
        : new EntropicDescent(session.Tree(session.Domain, marginals), marginals, NoisyMarginal.Total(marginals), session.Zeros).Run(3000, 1e-6, session.Context.Cancellation);

    // Logarithms from which a fit can start: no state is ruled out for good.
    private static double[] Logs(double[] table) => [.. table.Select(share => Data.PortableMath.Log(Math.Max(share, 1e-7)))];
}
