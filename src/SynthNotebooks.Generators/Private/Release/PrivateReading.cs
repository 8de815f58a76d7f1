using SynthNotebooks.Privacy;

namespace SynthNotebooks.Generators.Private;

/// <summary>The only way from real rows to a private model: noisy marginals, and noisy choices among scores. Every step is paid for first.</summary>
/// <remarks>Neighbours differ by one record added or removed, so the number of rows is protected too: it is known from noisy sums alone.</remarks>
internal sealed class PrivateReading
{
    private const double VarianceGrid = 4096; // short fractions keep the exact sampler in machine words
    private const double RoundingOfScores = 1e-6; // of sums of floating-point numbers, far above what can arise
    private readonly RandomBits _bits;

    /// <param name="table">The real rows.</param>
    /// <param name="allowance">What may be used.</param>
    /// <param name="bits">Where noise comes from.</param>
    public PrivateReading(DiscreteTable table, RhoAllowance allowance, RandomBits bits)
        : this(table, allowance, bits, [])
    {
    }

    private PrivateReading(DiscreteTable table, RhoAllowance allowance, RandomBits bits, List<NoisyMarginal> measured) =>
        (Table, Allowance, _bits, Measured) = (table, allowance, bits, measured);

    /// <summary>The real rows; scores read them, and nothing else.</summary>
    public DiscreteTable Table { get; }

    /// <summary>What is left.</summary>
    public RhoAllowance Allowance { get; }

    /// <summary>All that was measured, in order.</summary>
    public List<NoisyMarginal> Measured { get; }

    /// <summary>The same rows with other states, at the expense of the same allowance.</summary>
    public PrivateReading Over(DiscreteTable recoded) => new(recoded, Allowance, _bits, Measured);

    /// <summary>ρ of a marginal measured with a variance.</summary>
    public static double CostOfMeasuring(double variance) => 1 / (2 * variance);

    /// <summary>ρ of an exponential mechanism.</summary>
    public static double CostOfChoosing(double epsilon) => epsilon * epsilon / 8;

    /// <summary>A marginal with discrete Gaussian noise.</summary>
    /// <param name="columns">Which.</param>
    /// <param name="variance">Of the noise; rounded up to a multiple of 1/4096.</param>
    public NoisyMarginal Measure(AttributeSet columns, double variance)
    {
        var steps = Math.Ceiling(variance * VarianceGrid);
        Allowance.Use(CostOfMeasuring(steps / VarianceGrid));
        var mechanism = new DiscreteGaussianMechanism(CountSensitivity.OfHistograms(new AddRemove()), new Rational((System.Numerics.BigInteger)steps, (long)VarianceGrid), _bits);
        var noisy = mechanism.Release(Table.Counts(columns));
        var values = new double[noisy.Length];
        for (var i = 0; i < values.Length; i++) values[i] = noisy[i];
        var measured = NoisyMarginal.Of(columns, values, steps / VarianceGrid);
        Measured.Add(measured);
        return measured;
    }

    /// <summary>The position of one of several candidates, by the exponential mechanism.</summary>
    /// <param name="scores">Each moves by at most 1 when a record is added or removed.</param>
    /// <param name="epsilon">Of the choice.</param>
    /// <param name="total">Noisy number of records; sets the grid that scores are rounded to.</param>
    public int Choose(ReadOnlySpan<double> scores, double epsilon, double total)
    {
        Allowance.Use(CostOfChoosing(epsilon));
        var reach = 8 * Math.Max(total, 1024);
        var grid = new PublicGrid(-reach, reach, Math.ILogB(reach) - 29);
        // Never above epsilon: a fraction of 32 bits, rounded downwards.
        var exponent = 30 - Math.ILogB(epsilon);
        var rational = new Rational((System.Numerics.BigInteger)Math.Floor(Math.ScaleB(epsilon, exponent)), System.Numerics.BigInteger.One << exponent);
        return new ExponentialMechanism(ScoreSensitivity.OnGrid(grid, 1 + RoundingOfScores, new AddRemove()), rational, _bits).Select(scores, grid);
    }

    /// <summary>For each pair of columns the sum over records of the product of their scores, with noise; uses up what is left.</summary>
    /// <param name="scores">Of each column's states.</param>
    /// <param name="bound">Largest sum of squares of a record's scores; longer records are shortened to it.</param>
    /// <param name="total">Noisy number of records; sets the grid.</param>
    public double[] SumOfProducts(double[][] scores, double bound, double total)
    {
        var columns = scores.Length;
        var products = columns * (columns - 1) / 2;
        var rho = Allowance.Left;
        Allowance.Use(rho);
        // Σ over pairs of (z_i z_j)² is at most ‖z‖⁴ / 2, Σ |z_i z_j| at most columns · ‖z‖² / 2.
        var (l1, l2) = (columns * bound / 2 * (1 + RoundingOfScores), bound / Math.Sqrt(2) * (1 + RoundingOfScores));
        var reach = 8 * Math.Max(total, 1024) * bound;
        var grid = new PublicGrid(-reach, reach, Math.ILogB(reach) - 29);
        var mechanism = new GridGaussianMechanism(GridSensitivity.OfQuery(grid, Math.Max(l1, l2), l2, products, new AddRemove()), rho, _bits);
        var sums = new double[products];
        var record = new double[columns];
        for (var row = 0; row < Table.Rows; row++)
        {
            var square = 0.0;
            for (var i = 0; i < columns; i++)
            {
                record[i] = scores[i][Table.States[i][row]];
                square += record[i] * record[i];
            }
            var shorten = square > bound ? bound / square : 1; // of a product
            for (int i = 0, at = 0; i < columns; i++)
                for (var j = i + 1; j < columns; j++) sums[at++] += shorten * record[i] * record[j];
        }
        return mechanism.Release(sums);
    }
}
