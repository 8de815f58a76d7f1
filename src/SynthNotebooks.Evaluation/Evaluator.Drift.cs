using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation;

public static partial class Evaluator
{
    /// <summary>How far a real table has moved from an earlier one: the metrics of fidelity, told as drift.</summary>
    /// <param name="earlier">The reference; decides which columns there are and how they are read.</param>
    /// <param name="later">The table that may have drifted; has all columns of the earlier one.</param>
    /// <param name="options">Null for the defaults. Groups that ask about a generator (privacy, detection, utility, fairness) take no part.</param>
    /// <returns>The later table in the place of the synthetic one; the ceiling is a resample of the earlier table that is as noisy as a later one without drift.</returns>
    /// <exception cref="EvaluationException">As for <see cref="Evaluate"/>.</exception>
    public static EvaluationReport Drift(DataFrame earlier, DataFrame later, EvaluationOptions? options = null)
    {
        options ??= new();
        return Evaluate(earlier, later, options: options with
        {
            Purpose = EvaluationPurpose.Drift,
            Groups = [.. options.Groups.Where(group => group is not (MetricGroup.Privacy or MetricGroup.Detection or MetricGroup.Utility or MetricGroup.Fairness))],
        });
    }
}
