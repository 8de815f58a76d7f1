namespace SynthNotebooks.Privacy.Tests;

public class AccountantVectorTests
{
    [Theory] // figures of the reference implementation
    [InlineData(0.1, 1e-5, 30.749566)]
    [InlineData(1, 1e-5, 3.730632)]
    [InlineData(1, 1e-6, 4.224679)]
    [InlineData(1, 1e-9, 5.495266)]
    [InlineData(2, 1e-5, 1.993812)]
    [InlineData(10, 1e-5, 0.499889)]
    public void Analytic_gaussian_noise_is_what_the_reference_says(double epsilon, double delta, double sigma)
    {
        Assert.Equal(sigma, GaussianAccountant.Sigma(epsilon, delta), 1e-6);
        Assert.Equal(epsilon, GaussianAccountant.Epsilon(GaussianAccountant.Sigma(epsilon, delta), delta), 1e-9);
        Assert.Equal(3 * sigma, GaussianAccountant.Sigma(epsilon, delta, sensitivity: 3), 3e-6);
    }

    [Fact]
    public void The_classic_formula_gives_too_little_noise_at_epsilon_ten() =>
        Assert.True(GaussianAccountant.Delta(Math.Sqrt(2 * Math.Log(1.25e5)) / 10, 10) > 1e-5);

    [Theory]
    [InlineData(0.1, 1e-6, 2.450788, 2.141939, 1.994527)]
    [InlineData(0.5, 1e-6, 5.756522, 5.221534, 4.886554)]
    [InlineData(1, 1e-6, 8.433844, 7.766217, 7.286081)]
    public void Rho_converts_to_epsilon(double rho, double delta, double classic, double tight, double gaussian)
    {
        Assert.Equal(classic, ZeroConcentratedAccountant.ClassicEpsilon(rho, delta), 1e-6);
        Assert.Equal(tight, ZeroConcentratedAccountant.Epsilon(rho, delta), 1e-6);
        Assert.Equal(gaussian, GaussianAccountant.Epsilon(Math.Sqrt(1 / (2 * rho)), delta), 1e-6);
    }

    [Theory]
    [InlineData(0.1, 1e-9, 1.771384e-4, 1e-10)]
    [InlineData(1, 1e-9, 0.01497306, 1e-8)]
    [InlineData(10, 1e-9, 1.090786, 1e-6)]
    [InlineData(1, 1e-5, 0.0305566, 1e-7)]
    public void Epsilon_converts_to_rho_and_never_back_to_more(double epsilon, double delta, double rho, double tolerance)
    {
        Assert.Equal(rho, ZeroConcentratedAccountant.Rho(epsilon, delta), tolerance);
        Assert.InRange(ZeroConcentratedAccountant.Epsilon(ZeroConcentratedAccountant.Rho(epsilon, delta), delta), epsilon * (1 - 1e-9), epsilon);
    }

    [Theory]
    [InlineData(2, 1.718134e-4)]
    [InlineData(4, 3.631540e-4)]
    [InlineData(32, 11.246276)]
    public void Sampled_gaussian_divergences_are_the_reference_s_in_both_implementations(int order, double divergence)
    {
        Assert.Equal(divergence, SampledGaussianRenyi.ByBinomial(0.01, 1, order), divergence * 1e-6);
        Assert.Equal(divergence, SampledGaussianRenyi.ByQuadrature(0.01, 1, order, replaced: false), divergence * 1e-6);
    }

    [Theory]
    [InlineData(0.004, 0.6)]
    [InlineData(0.1, 1.5)]
    [InlineData(0.5, 8)]
    public void Both_implementations_of_sampled_divergences_agree(double rate, double sigma)
    {
        foreach (var order in new[] { 2, 3, 7, 20, 64 })
        {
            var sum = SampledGaussianRenyi.ByBinomial(rate, sigma, order);
            Assert.Equal(sum, SampledGaussianRenyi.ByQuadrature(rate, sigma, order, replaced: false), 1e-9 * (1 + sum));
        }
    }

    [Fact]
    public void A_laplace_divergence_is_the_reference_s() => Assert.Equal(0.6191236, RenyiAccountant.Divergence(new LaplaceEvent(1), 2, new AddRemove()), 1e-7);

    [Theory]
    [InlineData(1, 4.49959)]
    [InlineData(2, 2.27579)]
    public void A_discrete_gaussian_costs_what_the_reference_says(double sigma, double epsilon) => Assert.Equal(epsilon, DiscreteGaussianAccountant.Epsilon(sigma, 1e-6), 1e-5);

    [Fact]
    public void Replacement_divergence_without_sampling_is_that_of_sensitivity_two() =>
        Assert.Equal(SampledGaussianRenyi.ByQuadrature(0.999999999, 2, 3, replaced: true), RenyiAccountant.Divergence(new GaussianEvent(2), 3, new ReplaceOne()), 1e-6);

    [Fact]
    public void The_advanced_theorem_inverts() =>
        Assert.Equal(1, CompositionTheorems.Advanced(CompositionTheorems.EpsilonOfAdvanced(1, 50, 1e-6), 50, 1e-6), 1e-9);

    [Fact]
    public void Groups_multiply_epsilon_by_k_and_rho_by_its_square()
    {
        var pure = PrivacyClaim.Pure(0.5, new AddRemove()).ForGroup(3);
        var concentrated = PrivacyClaim.ZeroConcentrated(0.1, new AddRemove()).ForGroup(3);
        var point = PrivacyClaim.Approximate(1, 1e-6, new AddRemove()).ForGroup(2);

        Assert.Equal(1.5, pure.PureEpsilon, 12);
        Assert.Equal(0.9, concentrated.Rho, 12);
        Assert.Equal(2, point.PointEpsilon, 12);
        Assert.Equal(1e-6 * (1 + Math.E), point.PointDelta, 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_delta_that_is_not_legal_is_named(double delta)
    {
        Assert.Equal("delta", Assert.Throws<ArgumentOutOfRangeException>(() => ZeroConcentratedAccountant.Epsilon(1, delta)).ParamName);
        Assert.Equal("delta", Assert.Throws<ArgumentOutOfRangeException>(() => GaussianAccountant.Sigma(1, delta)).ParamName);
        Assert.Equal("delta", Assert.Throws<ArgumentOutOfRangeException>(() => new LossAccountant(new AddRemove()).Epsilon(delta)).ParamName);
        Assert.Equal("delta", Assert.Throws<ArgumentOutOfRangeException>(() => new RenyiAccountant(new AddRemove()).Epsilon(delta)).ParamName);
    }
}
