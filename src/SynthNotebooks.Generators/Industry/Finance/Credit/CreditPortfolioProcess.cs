using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;

namespace SynthNotebooks.Generators.Industry.Finance.Credit;

/// <summary>A loan book through the years: grades, defaults that hang together through a macro factor, losses; one row for each year and loan.</summary>
/// <remarks>
/// The macro factor is a first-order autoregression of variance 1. A loan whose borrower defaulted leaves and a new one takes its place in the
/// next year, drawn as the first ones were. Years begin with the period; one that the period's end cuts short is left out. Cost: about a tenth
/// of a microsecond a row.
/// </remarks>
[Process("credit-portfolio", typeof(CreditPortfolioOptions))]
public sealed class CreditPortfolioProcess : IProcess
{
    private const double ExposureSpread = 0.9; // of the logarithm

    private static readonly string[] Sectors = ["households", "services", "trade", "construction", "industry", "farming"];
    private static readonly double[] SectorSums = WeightedChoice.Sums([45, 18, 13, 9, 11, 4]);
    private static readonly double[] GradeSums = WeightedChoice.Sums(CreditGrade.All.Select(grade => grade.Share));
    private static readonly double[] Thresholds = [.. CreditGrade.All.Select(grade => PortableMath.NormalQuantile(grade.DefaultProbability))];

    private readonly CreditPortfolioOptions _options;
    private readonly CreditStress _stress;

    /// <exception cref="ArgumentException">An option is not legal; the message tells which and what is.</exception>
    public CreditPortfolioProcess(CreditPortfolioOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Require.InRange(options.Loans, 1, 1e6);
        Require.InRange(options.Correlation, 0, 0.99);
        Require.InRange(options.Persistence, 0, 0.999);
        Require.InRange(options.StressYear, 1, 1000);
        Require.InRange(options.MedianExposure, 1, 1e9);
        Require.InRange(options.FloatingShare, 0, 1);
        Require.InRange(options.Concentration, 0, 1e6);
        (_options, _stress) = (options, CreditStress.Named(options.Stress));
        Columns =
        [
            new("loan", ColumnKind.Integer),
            new("grade", ColumnKind.Text) { Categories = [.. CreditGrade.All.Select(grade => grade.Name)] },
            new("sector", ColumnKind.Text) { Categories = Sectors },
            new("floating", ColumnKind.Boolean),
            new("exposure", ColumnKind.Real) { Decimals = 2 },
            new("macro", ColumnKind.Real) { Decimals = 6 },
            new("defaulted", ColumnKind.Boolean),
            new("loss", ColumnKind.Real) { Decimals = 2 },
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ProcessColumn> Columns { get; }

    /// <inheritdoc/>
    public void Run(ProcessRun run, IProcessRows rows)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rows);
        var economy = run.Random.Split("economy");
        var borrowers = new Borrower[_options.Loans];
        for (var i = 0; i < borrowers.Length; i++) borrowers[i] = new(run.Random.Split((ulong)i), _options);
        var (memory, fresh, macro) = (_options.Persistence, Math.Sqrt(1 - _options.Persistence * _options.Persistence), economy.NextNormal());
        for (var year = 1; ; year++)
        {
            var (start, end) = (Anniversary(run.Start, year - 1), Anniversary(run.Start, year));
            if (end > run.End) return;
            run.Cancellation.ThrowIfCancellationRequested();
            if (year > 1) macro = memory * macro + fresh * economy.NextNormal();
            Year(borrowers, year == _options.StressYear ? _stress : CreditStress.Baseline, macro, start, rows);
        }
    }

    private void Year(Borrower[] borrowers, CreditStress stress, double macro, double start, IProcessRows rows)
    {
        var factor = macro + stress.Macro;
        for (var i = 0; i < borrowers.Length; i++)
        {
            var borrower = borrowers[i];
            borrower.ReplaceIfDefaulted();
            var (loan, grade) = (borrower.Loan, borrower.Grade);
            var chance = VasicekPool.Conditional(Thresholds[grade] + CreditPortfolio.Fall(loan, stress), _options.Correlation, factor);
            var loss = borrower.Defaults(chance) ? loan.Exposure * LossShare.Draw(Math.Min(1, loan.LossGivenDefault + stress.LossAdded), _options.Concentration, borrower.Random) : 0;
            rows.Add(start, i + 1, grade, Array.IndexOf(Sectors, loan.Sector), loan.IsFloating ? 1 : 0, loan.Exposure, factor, borrower.IsDefaulted ? 1 : 0, loss);
        }
    }

    private static double Anniversary(double start, int years)
    {
        var from = DateTime.UnixEpoch.AddSeconds(start);
        return (from.AddYears(years) - DateTime.UnixEpoch).TotalSeconds;
    }

    private sealed class Borrower
    {
        private readonly CreditPortfolioOptions _options;

        public Borrower(SplitRandom random, CreditPortfolioOptions options)
        {
            (Random, _options) = (random, options);
            Renew();
        }

        public SplitRandom Random { get; }
        public Loan Loan { get; private set; }
        public int Grade { get; private set; }
        public bool IsDefaulted { get; private set; }

        public void ReplaceIfDefaulted()
        {
            if (IsDefaulted) Renew();
            IsDefaulted = false;
        }

        public bool Defaults(double chance) => IsDefaulted = Random.NextDouble() < chance;

        private void Renew()
        {
            Grade = WeightedChoice.OfSums(GradeSums, Random);
            var grade = CreditGrade.All[Grade];
            Loan = new(
                _options.MedianExposure * PortableMath.Exp(ExposureSpread * Random.NextNormal()), grade.DefaultProbability, grade.LossGivenDefault,
                Sectors[WeightedChoice.OfSums(SectorSums, Random)], Random.NextDouble() < _options.FloatingShare);
        }
    }
}
