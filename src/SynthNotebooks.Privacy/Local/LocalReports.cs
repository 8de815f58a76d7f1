using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Local;

/// <summary>Reports of the mechanisms that name categories or set a bit for each.</summary>
internal static class LocalReports
{
    public static (PrivacyClaim, IReadOnlyList<Column>, IReadOnlyList<FrequencyEstimate>) Answers(string column, int[] codes, IReadOnlyList<string> categories, Rational epsilon, RandomBits bits, CancellationToken cancellation)
    {
        var mechanism = new RandomisedResponse(epsilon, bits);
        var (reported, counts) = Named(codes, 2, code => mechanism.Report(code == 1) ? 1 : 0, cancellation);
        var truth = 1 / (1 + PortableMath.Exp(-epsilon.ToDouble()));
        return (mechanism.Claim, [new TextColumn(column, reported, categories)], Debiased(categories, counts, codes.Length, truth, 1 - truth));
    }

    public static (PrivacyClaim, IReadOnlyList<Column>, IReadOnlyList<FrequencyEstimate>) Choices(string column, int[] codes, IReadOnlyList<string> categories, Rational epsilon, RandomBits bits, CancellationToken cancellation)
    {
        var mechanism = new KRandomisedResponse(categories.Count, epsilon, bits);
        var (reported, counts) = Named(codes, categories.Count, mechanism.Report, cancellation);
        var e = PortableMath.Exp(epsilon.ToDouble());
        var other = 1 / (e + categories.Count - 1);
        return (mechanism.Claim, [new TextColumn(column, reported, categories)], Debiased(categories, counts, codes.Length, e * other, other));
    }

    public static (PrivacyClaim, IReadOnlyList<Column>, IReadOnlyList<FrequencyEstimate>) Bits(string column, int[] codes, IReadOnlyList<string> categories, Rational epsilon, RandomBits bits, CancellationToken cancellation)
    {
        var mechanism = new OptimisedUnaryEncoding(categories.Count, epsilon, bits);
        var set = new bool[categories.Count][];
        for (var i = 0; i < set.Length; i++) set[i] = new bool[codes.Length];
        var counts = new long[set.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = mechanism.Report(codes[row]);
            for (var i = 0; i < report.Length; i++)
            {
                set[i][row] = report[i];
                if (report[i]) counts[i]++;
            }
        }
        Column[] columns = [.. categories.Select((category, i) => new BooleanColumn($"{column}={category}", set[i]))];
        return (mechanism.Claim, columns, Debiased(categories, counts, codes.Length, 0.5, 1 / (PortableMath.Exp(epsilon.ToDouble()) + 1)));
    }

    private static (int[] Reported, long[] Counts) Named(int[] codes, int categories, Func<int, int> report, CancellationToken cancellation)
    {
        var (reported, counts) = (new int[codes.Length], new long[categories]);
        for (var row = 0; row < codes.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            counts[reported[row] = report(codes[row])]++;
        }
        return (reported, counts);
    }

    // Given the records, reports are independent coins: n·Var = f·p(1 − p) + (1 − f)·q(1 − q), over (p − q)², at the estimated share f.
    private static FrequencyEstimate[] Debiased(IReadOnlyList<string> categories, long[] counts, int rows, double truth, double other)
    {
        var shares = FrequencyOracles.Estimate(counts, rows, truth, other);
        var estimates = new FrequencyEstimate[shares.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var share = Math.Clamp(shares[i], 0, 1);
            var variance = (share * truth * (1 - truth) + (1 - share) * other * (1 - other)) / ((truth - other) * (truth - other)) / rows;
            estimates[i] = new(categories[i], shares[i], Math.Sqrt(variance));
        }
        return estimates;
    }
}
