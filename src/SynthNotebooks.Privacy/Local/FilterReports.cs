using System.Numerics;
using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Local;

/// <summary>RAPPOR's permanent reports, and shares by least squares on the filters of the declared categories.</summary>
/// <remarks>
/// Two hash functions; f is the smallest fraction with ε∞ = 4 ln((2 − f)/f) at most ε. The filter has at least four bits a category, and more until the filters are linearly
/// independent, which depends on the categories alone. Source: Erlingsson, Pihur, Korolova, CCS 2014, arXiv:1407.6981.
/// </remarks>
internal static class FilterReports
{
    private const int Hashes = 2, MostBits = 4096;

    public static (PrivacyClaim, IReadOnlyList<Column>, IReadOnlyList<FrequencyEstimate>) Make(string column, int[] codes, IReadOnlyList<string> categories, double epsilon, RandomBits bits, CancellationToken cancellation)
    {
        var (options, inverse) = Design(categories, epsilon, bits);
        var mechanism = new Rappor(options, bits);
        var counts = new long[options.Bits];
        var texts = new string[codes.Length];
        var text = new char[options.Bits];
        for (var row = 0; row < codes.Length; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var report = mechanism.Memorise(categories[codes[row]]);
            for (var i = 0; i < report.Length; i++)
            {
                text[i] = report[i] ? '1' : '0';
                if (report[i]) counts[i]++;
            }
            texts[row] = new string(text);
        }
        return (mechanism.Claim, [TextColumn.Of(column, texts)], Estimates(categories, counts, codes.Length, options.Forgetting.ToDouble(), inverse));
    }

    private static (RapporOptions Options, double[][] Inverse) Design(IReadOnlyList<string> categories, double epsilon, RandomBits bits)
    {
        // f = 2/(1 + e^(ε/4)), rounded up to a fraction so that ε∞ does not pass ε
        var forgetting = new Rational(Math.Min(1L << 40, (long)Math.Ceiling((1L << 40) * 2 / (1 + PortableMath.Exp(epsilon / (2 * Hashes)))) + 4), 1L << 40);
        for (var size = Math.Max(8, (int)BitOperations.RoundUpToPowerOf2((uint)(4 * categories.Count))); size <= MostBits; size *= 2)
        {
            var options = new RapporOptions { Bits = size, Hashes = Hashes, Forgetting = forgetting };
            var plain = new Rappor(options, bits);
            bool[][] design = [.. categories.Select(plain.Filter)];
            if (Inverse(design) is { } inverse) return (options, inverse);
        }
        throw new ArgumentException($"{categories.Count} categories need a filter of more than {MostBits} bits; take the mechanism oue.", nameof(categories));
    }

    // The pseudo-inverse (XᵀX)⁻¹Xᵀ by Gauss-Jordan elimination; null when filters depend on each other.
    private static double[][]? Inverse(bool[][] design)
    {
        var (k, m) = (design.Length, design[0].Length);
        var rows = new double[k][];
        for (var i = 0; i < k; i++)
        {
            rows[i] = new double[k + m];
            for (var j = 0; j < k; j++)
                for (var b = 0; b < m; b++)
                    if (design[i][b] && design[j][b]) rows[i][j]++;
            for (var b = 0; b < m; b++) rows[i][k + b] = design[i][b] ? 1 : 0;
        }
        for (var pivot = 0; pivot < k; pivot++)
        {
            var best = pivot;
            for (var i = pivot + 1; i < k; i++)
                if (Math.Abs(rows[i][pivot]) > Math.Abs(rows[best][pivot])) best = i;
            (rows[pivot], rows[best]) = (rows[best], rows[pivot]);
            if (Math.Abs(rows[pivot][pivot]) < 1e-9) return null;
            for (var i = 0; i < k; i++)
            {
                if (i == pivot) continue;
                var factor = rows[i][pivot] / rows[pivot][pivot];
                if (factor == 0) continue;
                for (var j = pivot; j < k + m; j++) rows[i][j] -= factor * rows[pivot][j];
            }
        }
        for (var i = 0; i < k; i++)
            for (var j = k + m - 1; j >= i; j--) rows[i][j] /= rows[i][i];
        return [.. rows.Select(row => row[k..])];
    }

    // A bit that is set comes out set with 1 − f/2, a clear one with f/2; bits of a report are independent given the record.
    private static FrequencyEstimate[] Estimates(IReadOnlyList<string> categories, long[] counts, int rows, double forgetting, double[][] inverse)
    {
        var set = new double[counts.Length];
        for (var bit = 0; bit < set.Length; bit++) set[bit] = ((double)counts[bit] / rows - forgetting / 2) / (1 - forgetting);
        var variance = forgetting / 2 * (1 - forgetting / 2) / ((1 - forgetting) * (1 - forgetting)) / rows;
        var estimates = new FrequencyEstimate[categories.Count];
        for (var i = 0; i < estimates.Length; i++)
        {
            FixedOrderSum share = new(), squares = new();
            for (var bit = 0; bit < set.Length; bit++)
            {
                share.Add(inverse[i][bit] * set[bit]);
                squares.Add(inverse[i][bit] * inverse[i][bit]);
            }
            estimates[i] = new(categories[i], share.Value, Math.Sqrt(variance * squares.Value));
        }
        return estimates;
    }
}
