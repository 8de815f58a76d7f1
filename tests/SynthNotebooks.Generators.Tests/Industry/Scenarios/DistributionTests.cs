namespace SynthNotebooks.Generators.Tests.Industry.Scenarios;

public class DistributionTests
{
    private const int Rows = 60_000;

    // The mean by the normal law of means at 5.6 standard errors (chance 2e-8), the share below a point by Hoeffding
    [Theory]
    [InlineData("normal: {mean: 5, sd: 2}", 5, 2, 6, 0.69146)]
    [InlineData("lognormal: {median: 10, sigma: 0.5}", 11.33148, 6.03901, 10, 0.5)]
    [InlineData("lognormal: {mean: 10, sigma: 0.5}", 10, 5.32940, 8.824969, 0.5)]
    [InlineData("uniform: [2, 6]", 4, 1.154701, 3, 0.25)]
    [InlineData("integer: [1, 6]", 3.5, 1.707825, 2, 0.333333)]
    [InlineData("exponential: {mean: 4}", 4, 4, 4, 0.632121)]
    [InlineData("exponential: {rate: 0.25}", 4, 4, 4, 0.632121)]
    [InlineData("weibull: {shape: 2, scale: 3}", 2.658681, 1.389748, 3, 0.632121)]
    [InlineData("gamma: {shape: 2, scale: 3}", 6, 4.242641, 6, 0.593994)]
    [InlineData("gamma: {shape: 0.5, mean: 2}", 2, 2.828427, 2, 0.682689)]
    [InlineData("beta: {alpha: 2, beta: 2}", 0.5, 0.223607, 0.25, 0.15625)]
    [InlineData("beta: {mean: 0.5, concentration: 4}", 0.5, 0.223607, 0.25, 0.15625)]
    [InlineData("poisson: 3", 3, 1.732051, 2, 0.423190)]
    [InlineData("poisson: 200", 200, 14.142136, 199, 0.490600)]
    [InlineData("binomial: {trials: 10, p: 0.3}", 3, 1.449138, 2, 0.382783)]
    [InlineData("binomial: {trials: 1000, p: 0.5}", 500, 15.811388, 500, 0.512613)]
    [InlineData("negative-binomial: {mean: 4, size: 2}", 4, 3.464102, 0, 0.111111)]
    [InlineData("geometric: 0.25", 3, 3.464102, 1, 0.4375)]
    [InlineData("zipf: {exponent: 1, n: 3}", 1.636364, 0.770873, 1, 0.545455)]
    [InlineData("pareto: {scale: 1, shape: 5}", 1.25, 0.322749, 1.148698, 0.5)]
    [InlineData("triangular: [0, 1, 4]", 1.666667, 0.849837, 1, 0.25)]
    [InlineData("gumbel: {location: 1, scale: 2}", 2.154431, 2.565100, 1, 0.367879)]
    [InlineData("student: {degrees: 10}", 0, 1.118034, 1.372184, 0.9)]
    [InlineData("logistic: {location: 1, scale: 2}", 1, 3.627599, 1, 0.5)]
    [InlineData("mixture: [{weight: 3, normal: [0, 1]}, {weight: 1, normal: [10, 1]}]", 2.5, 4.444097, 5, 0.75)]
    [InlineData("empirical: {quantiles: [0, 1, 4]}", 1.5, 1.190238, 1, 0.5)]
    public void Draws_have_the_mean_and_the_share_of_the_law(string rule, double mean, double sd, double point, double share)
    {
        var values = Worlds.Table("x: {" + rule + "}", Rows)["x"].ToNumbers();

        Assert.InRange(values.Average(), mean - 5.6 * sd / Math.Sqrt(Rows), mean + 5.6 * sd / Math.Sqrt(Rows));
        Assert.InRange(values.Count(value => value <= point + 1e-9) / (double)Rows, share - Tolerance.OfMean(Rows), share + Tolerance.OfMean(Rows));
    }

    [Fact]
    public void Draws_beyond_the_limits_are_drawn_again()
    {
        var values = Worlds.Table("x: {normal: [0, 1], min: 0}", Rows)["x"].ToNumbers();

        Assert.DoesNotContain(values, value => value <= 0);
        Assert.InRange(values.Average(), 0.797885 - 5.6 * 0.602810 / Math.Sqrt(Rows), 0.797885 + 5.6 * 0.602810 / Math.Sqrt(Rows)); // half-normal
    }

    [Fact]
    public void Choices_come_in_proportion_to_weights_that_depend_on_the_row()
    {
        var table = Worlds.Table("old: {chance: 0.5}\nc: {choose: {a: \"if(old, 3, 1)\", b: 1}}", Rows);
        var old = table["old"].ToNumbers();
        var c = table["c"];

        foreach (var (group, share) in ((double, double)[])[(1, 0.75), (0, 0.5)])
        {
            var rows = Enumerable.Range(0, Rows).Where(row => old[row] == group).ToArray();
            Assert.InRange(rows.Count(row => c.GetText(row) == "a") / (double)rows.Length, share - Tolerance.OfMean(rows.Length), share + Tolerance.OfMean(rows.Length));
        }
    }

    [Fact]
    public void A_group_has_the_correlation_of_its_copula()
    {
        var table = Worlds.Of("scenario: c\nentities:\n  e:\n    attributes: {a: {normal: [0, 1]}, b: {normal: [5, 2]}, c: {uniform: [0, 1]}}\n    groups: [{copula: gaussian, attributes: [a, b, c], correlation: [[1, 0.6, -0.3], [0.6, 1, 0], [-0.3, 0, 1]]}]", Rows)["e"];
        var (a, b, c) = (table["a"].ToNumbers(), table["b"].ToNumbers(), table["c"].ToNumbers());

        // Fisher: atanh of the correlation has standard error 1/sqrt(n - 3)
        Assert.InRange(Math.Atanh(Correlation(a, b)) - Math.Atanh(0.6), -5.6 / Math.Sqrt(Rows - 3), 5.6 / Math.Sqrt(Rows - 3));
        var ofUniform = -0.3 * Math.Sqrt(3 / Math.PI); // correlation of a normal number with the rank of another
        Assert.InRange(Correlation(a, c) - ofUniform, -5.6 / Math.Sqrt(Rows), 5.6 / Math.Sqrt(Rows));
        Assert.InRange(Correlation(b, c), -5.6 / Math.Sqrt(Rows), 5.6 / Math.Sqrt(Rows));
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.Sqrt(xx * yy);
    }
}
