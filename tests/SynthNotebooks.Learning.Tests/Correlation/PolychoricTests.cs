using SynthNotebooks.Data;

namespace SynthNotebooks.Learning.Tests.Correlation;

public class PolychoricTests
{
    [Theory]
    [InlineData(-0.95)]
    [InlineData(-0.3)]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(0.9)]
    public void A_table_of_exact_probabilities_gives_its_correlation(double rho)
    {
        double[] x = [double.NegativeInfinity, -0.7, 0.2, 1.1, double.PositiveInfinity], y = [double.NegativeInfinity, 0.4, 1.5, double.PositiveInfinity];
        var table = new double[4, 3];
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 3; j++)
                table[i, j] = 1e6 * (Cdf(i + 1, j + 1) - Cdf(i, j + 1) - Cdf(i + 1, j) + Cdf(i, j));

        Assert.Equal(rho, Polychoric.Estimate(table, priorRecords: 0), 1e-5);

        double Cdf(int i, int j) => BivariateNormal.Cdf(x[i], y[j], rho);
    }

    [Fact] // median dichotomies: ρ = sin(2π(p₁₁ − 1/4)), Sheppard 1899
    public void Tetrachoric_correlation_at_the_medians() =>
        Assert.Equal(Math.Sin(2 * Math.PI * (0.35 - 0.25)), Polychoric.Estimate(new double[,] { { 350, 150 }, { 150, 350 } }, priorRecords: 0), 1e-5);

    [Fact]
    public void Misfit_is_the_share_of_misplaced_records()
    {
        Assert.Equal(0, Polychoric.Misfit(new double[,] { { 250, 250 }, { 250, 250 } }, 0));
        // a crossed table against independence: half of the records are in the wrong cell, chance explains less than .03 of it
        Assert.InRange(Polychoric.Misfit(new double[,] { { 500, 0 }, { 0, 500 } }, 0), 0.47, 0.5);
    }

    [Fact]
    public void A_single_class_has_no_correlation() => Assert.Equal(0, Polychoric.Estimate(new double[,] { { 3, 4, 5 } }));

    [Fact]
    public void An_empty_table_has_no_correlation() => Assert.Equal(0, Polychoric.Estimate(new double[2, 2]));

    [Fact]
    public void The_prior_keeps_sparse_tables_off_the_limit() =>
        Assert.InRange(Polychoric.Estimate(new double[,] { { 3, 0 }, { 0, 3 } }), 0.5, 0.99);

    [Fact]
    public void Classes_of_a_normal_sample_recover_its_correlation()
    {
        const double rho = 0.55;
        const int n = 20_000;
        var random = new SplitRandom(5);
        double[] a = new double[n], b = new double[n];
        for (var i = 0; i < n; i++)
        {
            a[i] = random.NextNormal();
            b[i] = rho * a[i] + Math.Sqrt(1 - rho * rho) * random.NextNormal();
        }
        OrderedClasses x = OrderedClasses.OfNumbers(a, 16), y = OrderedClasses.OfNumbers(b, 16);
        var table = new double[x.Count, y.Count];
        for (var i = 0; i < n; i++) table[x.Codes[i], y.Codes[i]]++;

        // standard error (1 − ρ²)/√n; 5 of them fail with probability below 1e-6, and 16 classes lose under a twentieth of the information
        Assert.Equal(rho, Polychoric.Estimate(table), 5.2 * (1 - rho * rho) / Math.Sqrt(n));
    }
}
