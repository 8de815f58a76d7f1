using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Privacy;

namespace SynthNotebooks.Notebooks.Tests.Releases;

/// <summary>A bug of a synthesizer's accounting, each one that real systems had.</summary>
public enum SynthesizerBug
{
    None,
    EachMarginalTakesTheWholeBudget,
    ChecksAfterAllWasMeasured,
    NoiseDividedByN,
    DomainReadFromTheData,
    SameNoiseForEveryMarginal,
    ExactNumberOfRows,
}

/// <summary>Test-only double: noisy histograms of a, b and both, from which rows are drawn; right, or with one planted bug.</summary>
internal sealed class HistogramSynthesizer(double rho, SynthesizerBug bug) : IGenerator
{
    public IFittedGenerator Fit(DataFrame training, FitContext context)
    {
        int[] a = [.. training["a"].ToNumbers().Select(value => (int)value)], b = [.. training["b"].ToNumbers().Select(value => (int)value)];
        var codes = bug == SynthesizerBug.DomainReadFromTheData ? a.Max() + 1 : 3;
        var (first, second, both) = (new long[codes], new long[codes], new long[codes * codes]);
        for (var row = 0; row < a.Length; row++)
        {
            first[a[row]]++;
            second[b[row]]++;
            both[a[row] * codes + b[row]]++;
        }
        var measurements = new List<(string, double)>();
        var seed = new CryptographicBits().NextUInt64();
        var pair = Array.Empty<double>();
        var budget = new AllottedBudget(1, 0);
        foreach (var (name, counts) in new[] { ("a", first), ("b", second), ("a x b", both) })
        {
            pair = Measure(counts, a.Length, seed);
            for (var cell = 0; cell < pair.Length; cell++) measurements.Add(($"{name} [{cell}]", pair[cell]));
        }
        if (bug == SynthesizerBug.ChecksAfterAllWasMeasured) Assert.Throws<BudgetException>(() => budget.Reserve("three marginals", PrivacyCost.Pure(3))); // too late: all is told
        return new Model(training.InferSchema(), pair, codes, measurements, bug == SynthesizerBug.ExactNumberOfRows ? a.Length : Math.Max(1, Math.Round(pair.Sum())));
    }

    private double[] Measure(long[] counts, int n, ulong seed)
    {
        RandomBits bits = bug == SynthesizerBug.SameNoiseForEveryMarginal ? new InsecureSeededBits(seed) : new CryptographicBits();
        var share = bug is SynthesizerBug.EachMarginalTakesTheWholeBudget or SynthesizerBug.ChecksAfterAllWasMeasured ? rho : rho / 3;
        var mechanism = DiscreteGaussianMechanism.ForRho(CountSensitivity.OfHistograms(new AddRemove()), share, bits);
        var noisy = mechanism.Release(counts);
        var shrunk = bug == SynthesizerBug.NoiseDividedByN ? n : 1.0;
        var released = counts.Select((count, cell) => count + (noisy[cell] - count) / shrunk).ToArray();
        return released;
    }

    private sealed class Model(TableSchema schema, double[] pair, int codes, List<(string, double)> measurements, double total) : IFittedGenerator, IMeasured, IPrivateRelease
    {
        public TableSchema Schema => schema;

        public IReadOnlyList<(string Name, double Value)> Measurements => measurements;

        public string Claim => "test";

        public bool IsPrivate => true;

        public double Rho => 0;

        public double Total => total;

        public DataFrame SampleChunk(int rows, SplitRandom random)
        {
            double[] shares = [.. pair.Select(count => Math.Max(0, count))];
            var (sum, a, b) = (shares.Sum(), new long[rows], new long[rows]);
            for (var row = 0; row < rows; row++)
            {
                var (left, cell) = (random.NextDouble() * sum, 0);
                while (cell < shares.Length - 1 && left >= shares[cell]) left -= shares[cell++];
                (a[row], b[row]) = (cell / codes, cell % codes);
            }
            return new(new Int64Column("a", a), new Int64Column("b", b));
        }
    }
}
