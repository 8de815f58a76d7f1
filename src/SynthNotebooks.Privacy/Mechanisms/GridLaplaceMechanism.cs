namespace SynthNotebooks.Privacy;

/// <summary>Releases real numbers: clamped and rounded to a public grid, with discrete Laplace noise in steps of the grid; ε-DP.</summary>
/// <remarks>
/// <para>Claim: ε-DP for neighbours within the grid sensitivity, in which the rounding is counted. Outputs are multiples of the step, whatever the input.</para>
/// <para>Not constant-time. Cost: O(1) expected draws a coordinate. Sources: Mironov, CCS 2012, doi:10.1145/2382196.2382264 (why a grid); as the discrete Laplace mechanism.</para>
/// </remarks>
[Mechanism("grid-laplace", "grid steps")]
public sealed class GridLaplaceMechanism : IAuditedMechanism
{
    private readonly DiscreteLaplaceMechanism _noise;
    private readonly PublicGrid _grid;

    /// <param name="sensitivity">Of the vector on its grid.</param>
    /// <param name="epsilon">Above 0, at most 1000.</param>
    /// <param name="bits">Cryptographic for a claim.</param>
    public GridLaplaceMechanism(GridSensitivity sensitivity, Rational epsilon, RandomBits bits)
    {
        ArgumentNullException.ThrowIfNull(sensitivity);
        (_grid, _noise) = (sensitivity.Grid, new(sensitivity, epsilon, bits));
    }

    /// <inheritdoc/>
    public PrivacyClaim Claim => _noise.Claim;

    /// <summary>The noisy vector of queries, same length; each is clamped and rounded first.</summary>
    public double[] Release(ReadOnlySpan<double> values) => GridNoise.Release(values, _grid, steps => _noise.Release(steps));

    /// <summary>The noisy sum of records, for a sensitivity made by <see cref="GridSensitivity.OfSum"/>.</summary>
    public double ReleaseSum(ReadOnlySpan<double> records) => _grid.ToNumber(_noise.Release(_grid.Sum(records)));

    /// <inheritdoc/>
    public static MechanismTrial Trial(Rational epsilon, RandomBits bits)
    {
        var mechanism = new GridLaplaceMechanism(GridSensitivity.OfSum(new PublicGrid(0, 1, -2), new AddRemove()), epsilon, bits);
        return new(PrivacyClaim.Pure(epsilon.ToDoubleUp(), new AddRemove()), () => (long)(mechanism.ReleaseSum([0.5, 7]) * 4), () => (long)(mechanism.ReleaseSum([0.5]) * 4));
    }
}
