using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Turns rows of correlated normal variables into Student t variables that share one random scale a row, and these into uniform numbers.</summary>
/// <remarks>
/// With a chi-squared variable W of ν degrees of freedom, z·√(ν/W) is multivariate t: variables are large together, even uncorrelated ones. Source:
/// Demarta, McNeil, International Statistical Review 73(1), 2005, doi:10.1111/j.1751-5823.2005.tb00254.x.
/// </remarks>
internal sealed class StudentScale
{
    private const int Steps = 4096;
    private readonly double[] _scales; // √(ν/W) at even steps of its distribution function
    private readonly StudentDistribution _student;
    private readonly (double Value, double Slope)[] _cdf; // at even steps of z/√(ν + z²), from −1 to 1

    /// <param name="degrees">ν, 2 to 1000.</param>
    public StudentScale(double degrees)
    {
        Degrees = degrees;
        _scales = new double[Steps];
        var gamma = new GammaDistribution(degrees / 2, 2);
        for (var i = 0; i < Steps; i++) _scales[i] = Math.Sqrt(degrees / gamma.Quantile((i + 0.5) / Steps));
        _cdf = new (double, double)[Steps + 1];
        _student = new StudentDistribution(0, 1, degrees);
        for (var i = 0; i <= Steps; i++)
        {
            var w = 2.0 * i / Steps - 1;
            var z = i == 0 ? double.NegativeInfinity : i == Steps ? double.PositiveInfinity : w * Math.Sqrt(degrees / (1 - w * w));
            _cdf[i].Value = _student.Cdf(z);
        }
        for (var i = 0; i < Steps; i++) _cdf[i].Slope = _cdf[i + 1].Value - _cdf[i].Value;
    }

    /// <summary>ν.</summary>
    public double Degrees { get; }

    /// <summary>The scales, all equally likely.</summary>
    public ReadOnlyMemory<double> Scales => _scales;

    /// <summary>The quantile of a t variable, 0 to 1.</summary>
    public double Quantile(double uniform) => uniform <= 0 ? double.NegativeInfinity : uniform >= 1 ? double.PositiveInfinity : _student.Quantile(uniform);

    /// <summary>The random scales of some rows, stratified into 4096 steps.</summary>
    public void Draw(Span<double> scales, SplitRandom random)
    {
        for (var row = 0; row < scales.Length; row++) scales[row] = _scales[random.NextBelow(Steps)];
    }

    /// <summary>The random scale of a row.</summary>
    public double Draw(SplitRandom random) => _scales[random.NextBelow(Steps)];

    /// <summary>The random scale of a row of which some t variables are known.</summary>
    /// <param name="squares">tᵀ·R⁻¹·t of the known variables and their correlations R.</param>
    /// <param name="known">Their number.</param>
    /// <param name="random">The only source of randomness.</param>
    public double Given(double squares, int known, SplitRandom random) =>
        Math.Sqrt((Degrees + squares) / (2 * GammaVariate.Draw((Degrees + known) / 2, random)));

    /// <summary>The distribution function of a t variable, strictly inside (0, 1).</summary>
    public double Cdf(double t)
    {
        var position = (t / Math.Sqrt(Degrees + t * t) + 1) * (Steps / 2);
        var i = Math.Clamp((int)position, 0, Steps - 1);
        return Math.Clamp(_cdf[i].Value + (position - i) * _cdf[i].Slope, 1e-15, 1 - 1e-15);
    }
}
