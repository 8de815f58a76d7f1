namespace SynthNotebooks.Privacy;

/// <summary>Releases real numbers: clamped and rounded to a public grid, with discrete Gaussian noise in steps of the grid; ρ-zCDP.</summary>
/// <remarks>
/// <para>Claim: ρ-zCDP with ρ = Δ₂²/(2σ²), both in steps, for neighbours within the grid sensitivity, in which the rounding is counted.</para>
/// <para>Not constant-time. Cost: O(1) expected draws a coordinate. Sources: as the discrete Gaussian mechanism; Mironov, CCS 2012, doi:10.1145/2382196.2382264 (why a grid).</para>
/// </remarks>
[Mechanism("grid-gaussian", "grid steps")]
public sealed class GridGaussianMechanism : IAuditedMechanism
{
    private readonly DiscreteGaussianMechanism _noise;
    private readonly PublicGrid _grid;

    /// <param name="sensitivity">Of the vector on its grid.</param>
    /// <param name="rho">What a release costs, above 0.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    public GridGaussianMechanism(GridSensitivity sensitivity, double rho, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        (_grid, _noise) = (sensitivity.Grid, DiscreteGaussianMechanism.ForRho(sensitivity, rho, bits));
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim => _noise.Claim;

    /// <summary>Standard deviation of the noise in the unit of the values.</summary>
    public double Deviation => _grid.Step * Math.Sqrt(_noise.Variance.ToDouble());

    /// <summary>The noisy vector of queries, same length; each is clamped and rounded first.</summary>
    public double[] Release(ReadOnlySpan<double> values) => GridNoise.Release(values, _grid, steps => _noise.Release(steps));

    /// <summary>The noisy sum of records, for a sensitivity made by <see cref="GridSensitivity.OfSum"/>.</summary>
    public double ReleaseSum(ReadOnlySpan<double> records) => _grid.ToNumber(_noise.Release(_grid.Sum(records)));

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var rho = (epsilon * epsilon).ToDouble() / 2;
        var mechanism = new GridGaussianMechanism(GridSensitivity.OfSum(new PublicGrid(0, 1, -2), new AddRemove()), rho, bits);
        return new(PrivacyClaim.ZeroConcentrated(rho, new AddRemove()), () => (long)(mechanism.ReleaseSum([0.5, 7]) * 4), () => (long)(mechanism.ReleaseSum([0.5]) * 4));
    }
}
