using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

public class DenoisingTests
{
    [Theory, Seeds(20)]
    public void The_basis_is_orthonormal_and_invertible_at_any_length(ulong seed)
    {
        var random = new SplitRandom(seed);
        var length = 2 + random.NextBelow(60);
        var basis = new HaarBasis(length, 1 + random.NextBelow(length - 1));
        double[] cells = [.. new double[length].Select(_ => random.NextNormal())], coefficients = new double[length], back = new double[length];
        basis.Analyse(cells, coefficients);
        basis.Synthesise(coefficients, back);

        Assert.Equal(cells.Sum(x => x * x), coefficients.Sum(x => x * x), 1e-9);
        for (var i = 0; i < length; i++) Assert.Equal(cells[i], back[i], 1e-9);
    }

    [Fact]
    public void A_smooth_histogram_loses_most_of_its_noise_and_keeps_its_spike()
    {
        int[] domain = [100];
        double[] truth = [.. Enumerable.Range(0, 100).Select(i => 500 * Math.Exp(-(i - 40.0) * (i - 40) / 600) + (i == 20 ? 20_000 : 0))];
        double before = 0, after = 0;
        for (ulong seed = 0; seed < 30; seed++)
        {
            var random = new SplitRandom(seed);
            var noisy = NoisyMarginal.Of(AttributeSet.Of(0), [.. truth.Select(value => value + 90 * random.NextNormal())], 8100);
            var clean = MarginalDenoising.Of(noisy, [.. truth.Select(_ => truth.Sum() / 100)], domain, [true]);
            before += noisy.Values.Zip(truth).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
            after += clean.Values.Zip(truth).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
            Assert.Equal(noisy.Values.Sum(), clean.Values.Sum(), 0.001 * 70_000); // the number of records is not shrunk away
        }

        Assert.True(after < 0.5 * before, $"squared error {before:G4} became {after:G4}");
    }

    [Fact]
    public void Precise_numbers_stay_as_they_are()
    {
        var random = new SplitRandom(2);
        var noisy = NoisyMarginal.Of(AttributeSet.Of(0), [.. new double[64].Select(_ => 10_000 * random.NextDouble())], 1);

        var clean = MarginalDenoising.Of(noisy, new double[64], [64], [true]);

        for (var i = 0; i < 64; i++) Assert.InRange(clean.Values[i], noisy.Values[i] - 8, noisy.Values[i] + 8);
    }

    [Theory, Seeds(50)]
    public void The_projection_is_the_nearest_vector_of_counts(ulong seed)
    {
        var random = new SplitRandom(seed);
        double[] values = [.. new double[1 + random.NextBelow(20)].Select(_ => 50 * random.NextNormal())];
        var projected = SimplexProjection.Of(values, 30);

        Assert.Equal(30, projected.Sum(), 1e-9);
        Assert.All(projected, value => Assert.True(value >= 0));
        // Optimality: values that stay positive are moved by one amount, the others by no less.
        var move = values.Zip(projected).Where(pair => pair.Second > 0).Select(pair => pair.First - pair.Second).ToArray();
        Assert.All(move, amount => Assert.Equal(move[0], amount, 1e-9));
        Assert.All(values.Zip(projected).Where(pair => pair.Second == 0), pair => Assert.True(pair.First - move[0] <= 1e-9));
    }
}
