using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>Reads the measurements that a model consists of (MST, PrivBayes, AIM): those that move with a record in shadow models tell whether it was learnt.</summary>
/// <remarks>
/// A matched filter on the measurements that differ most between shadow models with and without the record. Knowing structure and measurements is the strongest position an attacker can
/// have, and the tightest audit. Cost: the shadow fits. Sources: Golob et al., 2024, arXiv:2402.06699; arXiv:2604.18352.
/// </remarks>
[Attack("measurements", AttackKind.Membership, AttackCost.ManyFits, AttackControls.Copy | AttackControls.Disjoint | AttackControls.PermutedLabels,
    Needs = AttackNeeds.Refit | AttackNeeds.Reference | AttackNeeds.Measurements, Title = "Measurement vector", MostCandidates = 200)]
public sealed class MeasurementAttack : IAttack
{
    private const int Strongest = 3;
    private const double LeastVariance = 1e-9;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Model is not IMeasured published) return new NotPossible("the model does not consist of measurements");
        var models = ShadowModels.Of(input, cancellation);
        if (models.Models.Any(model => model is not IMeasured)) return new NotPossible("the model fitted again does not consist of measurements");
        var names = Common(published, models);
        if (names.Length == 0) return new NotPossible("models fitted again measure other things");
        var observed = Vector(published, names);
        var shadows = models.Models.Select(model => Vector((IMeasured)model, names)).ToArray();
        var scores = new double[input.Candidates.Rows.Count];
        Parallel.For(0, scores.Length, new ParallelOptions { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation }, i =>
            scores[i] = Filtered(observed, shadows, [.. models.Holds.Select(holds => holds[i])]));
        return new MembershipScores(scores);
    }

    private static string[] Common(IMeasured published, ShadowModels models)
    {
        var known = published.Measurements.Select(measurement => measurement.Name).Distinct(StringComparer.Ordinal);
        foreach (var model in models.Models) known = known.Intersect(((IMeasured)model).Measurements.Select(measurement => measurement.Name), StringComparer.Ordinal);
        return [.. known];
    }

    private static double[] Vector(IMeasured model, string[] names)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in model.Measurements) values.TryAdd(name, value);
        // In units of the mean: shadow models learn fewer rows, and counts grow with rows.
        var unit = names.Average(name => Math.Abs(values[name]));
        return Array.ConvertAll(names, name => unit > 0 ? values[name] / unit : values[name]);
    }

    private static double Filtered(double[] observed, double[][] shadows, bool[] holds)
    {
        var best = new (double Strength, double Score)[Strongest];
        for (var j = 0; j < observed.Length; j++)
        {
            double inSum = 0, outSum = 0, squares = 0;
            int ins = 0, outs = 0;
            for (var s = 0; s < shadows.Length; s++)
                if (holds[s]) (inSum, ins) = (inSum + shadows[s][j], ins + 1);
                else (outSum, outs) = (outSum + shadows[s][j], outs + 1);
            double inMean = inSum / ins, outMean = outSum / outs;
            for (var s = 0; s < shadows.Length; s++)
            {
                var rest = shadows[s][j] - (holds[s] ? inMean : outMean);
                squares += rest * rest;
            }
            var variance = squares / Math.Max(1, shadows.Length - 2) + LeastVariance;
            var gap = inMean - outMean;
            var strength = gap * gap / variance;
            if (strength <= best[^1].Strength) continue;
            best[^1] = (strength, gap * (observed[j] - (inMean + outMean) / 2) / variance);
            for (var k = best.Length - 1; k > 0 && best[k].Strength > best[k - 1].Strength; k--) (best[k], best[k - 1]) = (best[k - 1], best[k]);
        }
        return best.Sum(part => part.Score);
    }
}
