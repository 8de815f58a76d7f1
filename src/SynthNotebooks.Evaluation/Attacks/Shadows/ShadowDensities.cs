using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>How likely the published model and every shadow model find each candidate.</summary>
/// <param name="Observed">Log density under the published model, one a candidate.</param>
/// <param name="Shadows">[models][candidates].</param>
internal sealed record ShadowDensities(double[] Observed, double[][] Shadows)
{
    private const double Most = 1000; // beyond it a density is as good as none, or as a point

    /// <summary>Null when a shadow model does not tell densities.</summary>
    public static ShadowDensities? Of(AttackInput input, CancellationToken cancellation)
    {
        if (input.Model is not IDensity published) return null;
        var models = ShadowModels.Of(input, cancellation);
        if (models.Models.Any(model => model is not IDensity)) return null;
        return input.Cache.Of(() => new ShadowDensities(
            Clamped(published.LogDensity(input.Candidates, cancellation)), [.. models.Models.Select(model => Clamped(((IDensity)model).LogDensity(input.Candidates, cancellation)))]));
    }

    private static double[] Clamped(double[] densities) => Array.ConvertAll(densities, density => double.IsNaN(density) ? -Most : Math.Clamp(density, -Most, Most));
}
