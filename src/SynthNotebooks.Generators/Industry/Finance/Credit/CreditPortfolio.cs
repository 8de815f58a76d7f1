using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>Losses of a portfolio of loans within one year when borrowers hang on one macro factor (a Gaussian copula of their defaults).</summary>
/// <remarks>
/// Source: Vasicek 2002, see <see cref="VasicekPool"/>; the copula's reading: Li, Journal of Fixed Income 9(4), 2000, doi:10.3905/jfi.2000.319253.
/// </remarks>
public sealed class CreditPortfolio
{
    private const int ChunkScenarios = 256;

    private readonly Loan[] _loans;
    private readonly double[] _thresholds;
    private readonly double _correlation, _concentration;

    /// <param name="loans">At least one.</param>
    /// <param name="correlation">Of the asset values of two borrowers; legal 0 to 0.99.</param>
    /// <param name="concentration">Losses given default follow a beta law with a + b equal to this; 0: they are what they are on average; legal 0 to 1e6.</param>
    /// <exception cref="ArgumentException">A loan's number is not legal; the message tells which loan.</exception>
    public CreditPortfolio(IEnumerable<Loan> loans, double correlation = 0.15, double concentration = 4)
    {
        ArgumentNullException.ThrowIfNull(loans);
        Require.InRange(correlation, 0, 0.99);
        Require.InRange(concentration, 0, 1e6);
        _loans = [.. loans];
        if (_loans.Length == 0) throw new ArgumentException("The portfolio has no loans.", nameof(loans));
        for (var i = 0; i < _loans.Length; i++)
        {
            var loan = _loans[i];
            if (!(loan.Exposure >= 0 && double.IsFinite(loan.Exposure))) throw Illegal(i, "exposure", loan.Exposure, "at least 0");
            if (!(loan.DefaultProbability > 0 && loan.DefaultProbability < 1)) throw Illegal(i, "default probability", loan.DefaultProbability, "between 0 and 1");
            if (!(loan.LossGivenDefault is >= 0 and <= 1)) throw Illegal(i, "loss given default", loan.LossGivenDefault, "0 to 1");
        }
        _thresholds = Array.ConvertAll(_loans, loan => PortableMath.NormalQuantile(loan.DefaultProbability));
        (_correlation, _concentration) = (correlation, concentration);

        static ArgumentException Illegal(int loan, string what, double value, string legal) =>
            new(string.Create(CultureInfo.InvariantCulture, $"Loan {loan}: {what} is {value}; it must be {legal}."), nameof(loans));
    }

    /// <summary>Loss of each of many simulated years.</summary>
    /// <param name="scenarios">Number of years, at least 1.</param>
    /// <param name="stress">State of the economy; null for the baseline.</param>
    /// <param name="seed">The same seed gives the same losses at any number of threads, and under every stress the same luck of every borrower.</param>
    /// <param name="cancellation">Asked for each year.</param>
    /// <remarks>Cost: some 10 nanoseconds for each loan and year, on all processors.</remarks>
    public LossDistribution Simulate(int scenarios, CreditStress? stress = null, ulong seed = 0, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scenarios);
        var (random, groups) = (new SplitRandom(seed).Split("credit losses"), Groups(stress ?? CreditStress.Baseline));
        var losses = new double[scenarios];
        Parallel.For(0, (scenarios + ChunkScenarios - 1) / ChunkScenarios, new ParallelOptions { CancellationToken = cancellation }, chunk =>
        {
            var chances = new double[groups.Thresholds.Length];
            for (var s = chunk * ChunkScenarios; s < Math.Min(scenarios, (chunk + 1) * ChunkScenarios); s++)
            {
                cancellation.ThrowIfCancellationRequested();
                losses[s] = Year(random.Split((ulong)s), groups, stress ?? CreditStress.Baseline, chances);
            }
        });
        return new(losses);
    }

    // Loans with the same shifted threshold share the work of their conditional probability.
    private (double[] Thresholds, int[] OfLoan) Groups(CreditStress stress)
    {
        var (numbers, thresholds, ofLoan) = (new Dictionary<double, int>(), new List<double>(), new int[_loans.Length]);
        for (var i = 0; i < _loans.Length; i++)
        {
            var threshold = _thresholds[i] + Fall(_loans[i], stress);
            if (!numbers.TryGetValue(threshold, out ofLoan[i]))
            {
                numbers.Add(threshold, ofLoan[i] = thresholds.Count);
                thresholds.Add(threshold);
            }
        }
        return ([.. thresholds], ofLoan);
    }

    internal static double Fall(in Loan loan, CreditStress stress) => (loan.IsFloating ? stress.Rate : 0) + (loan.Sector == stress.Sector ? stress.SectorFall : 0);

    private double Year(SplitRandom random, (double[] Thresholds, int[] OfLoan) groups, CreditStress stress, double[] chances)
    {
        var factor = stress.Macro + random.NextNormal();
        for (var g = 0; g < chances.Length; g++) chances[g] = VasicekPool.Conditional(groups.Thresholds[g], _correlation, factor);
        var (luck, severity, loss) = (random.Split("luck"), random.Split("severity"), new FixedOrderSum());
        for (var i = 0; i < _loans.Length; i++)
            if (luck.NextDouble() < chances[groups.OfLoan[i]])
                loss.Add(_loans[i].Exposure * LossShare.Draw(Math.Min(1, _loans[i].LossGivenDefault + stress.LossAdded), _concentration, severity));
        return loss.Value;
    }
}
