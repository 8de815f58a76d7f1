using SynthNotebooks.Data;
using SynthNotebooks.Privacy.Local;

namespace SynthNotebooks.Privacy.Tests.Local;

public class ColumnRandomiserTests
{
    private const double SixSigma = 6; // a right estimator fails with less than 1e-8 a category
    private static readonly string[] Letters = [.. "abcdefghijklmnopqrst".Select(c => c.ToString())];

    [Theory]
    [InlineData(LocalMechanism.RandomisedResponse, 2, 1.0)]
    [InlineData(LocalMechanism.KRandomisedResponse, 5, 1.0)]
    [InlineData(LocalMechanism.Oue, 20, 1.0)]
    [InlineData(LocalMechanism.Rappor, 6, 2.0)]
    public void Estimates_are_unbiased_within_their_stated_errors(LocalMechanism mechanism, int categories, double epsilon)
    {
        const int rows = 20_000;
        var table = Table(rows, categories, out var truth);

        var result = ColumnRandomiser.Run(table, "x", new(epsilon) { Mechanism = mechanism, Categories = Letters[..categories] }, new InsecureSeededBits(7));

        for (var i = 0; i < categories; i++)
            Assert.InRange(result.Estimates[i].Share, truth[i] - SixSigma * result.Estimates[i].StandardError, truth[i] + SixSigma * result.Estimates[i].StandardError);
        var distance = result.Estimates.Select((estimate, i) => Math.Pow((estimate.Share - truth[i]) / estimate.StandardError, 2)).Sum();
        Assert.InRange(distance, 0.0001 * categories, categories + 10 * Math.Sqrt(2 * categories) + 40); // errors are of the stated size, not far below
        Assert.True(result.Estimates.All(estimate => estimate.StandardError is > 0.001 and < 0.2));
    }

    [Theory]
    [InlineData(2, 1.0, LocalMechanism.RandomisedResponse)]
    [InlineData(10, 1.0, LocalMechanism.KRandomisedResponse)]
    [InlineData(11, 1.0, LocalMechanism.Oue)] // 3e + 2 = 10.15
    [InlineData(20, 2.0, LocalMechanism.KRandomisedResponse)] // 3e² + 2 = 24.2
    public void The_mechanism_with_the_smaller_variance_is_chosen(int categories, double epsilon, LocalMechanism expected) =>
        Assert.Equal(expected, ColumnRandomiser.Run(Table(50, categories, out _), "x", new(epsilon) { Categories = Letters[..categories] }, new InsecureSeededBits(1)).Mechanism);

    [Theory]
    [InlineData(LocalMechanism.KRandomisedResponse)]
    [InlineData(LocalMechanism.Oue)]
    [InlineData(LocalMechanism.Rappor)]
    public void The_claim_is_that_of_one_record_and_never_above_the_epsilon_asked_for(LocalMechanism mechanism)
    {
        var table = Table(20, 4, out _);
        var options = new ColumnRandomiserOptions(1.5) { Mechanism = mechanism, Categories = Letters[..4] };

        Assert.InRange(ColumnRandomiser.Run(table, "x", options, new CryptographicBits()).Claim.PureEpsilon, 1.499, 1.5);
        Assert.Equal(double.PositiveInfinity, ColumnRandomiser.Run(table, "x", options, new InsecureSeededBits(1)).Claim.PureEpsilon);
    }

    [Fact]
    public void Categories_must_be_declared_or_the_way_out_is_shown()
    {
        var error = Assert.Throws<ArgumentException>(() => ColumnRandomiser.Run(Table(20, 4, out _), "x", new(1), new CryptographicBits()));
        Assert.Contains("'x'", error.Message, StringComparison.Ordinal);
        Assert.Contains("--categories", error.Message, StringComparison.Ordinal);
        Assert.Contains("--observed", error.Message, StringComparison.Ordinal);
        Assert.True(ColumnRandomiser.Run(Table(20, 4, out _), "x", new(1) { ObservedCategories = true }, new CryptographicBits()).CategoriesObserved);
    }

    [Fact]
    public void A_value_outside_the_categories_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => ColumnRandomiser.Run(Table(20, 4, out _), "x", new(1) { Categories = ["a", "b"] }, new CryptographicBits()));
        Assert.Contains("'x': 'c'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unary_reports_replace_the_column_by_one_a_category()
    {
        var result = ColumnRandomiser.Run(Table(20, 3, out _), "x", new(1) { Mechanism = LocalMechanism.Oue, Categories = Letters[..3] }, new CryptographicBits());
        Assert.Equal(["x=a", "x=b", "x=c"], result.Table.Columns.Select(column => column.Name));
    }

    // Category i has a share in proportion to i + 1.
    private static DataFrame Table(int rows, int categories, out double[] truth)
    {
        var weights = Enumerable.Range(0, categories).SelectMany(i => Enumerable.Repeat(i, i + 1)).ToArray();
        var codes = Enumerable.Range(0, rows).Select(row => weights[row % weights.Length]).ToArray();
        truth = [.. Enumerable.Range(0, categories).Select(i => (double)codes.Count(code => code == i) / rows)];
        return new DataFrame(TextColumn.Of("x", codes.Select(code => Letters[code])));
    }
}
