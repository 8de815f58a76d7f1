using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Secrets;

/// <summary>Attribute inference: learns the secret from the other columns of the synthetic table and predicts it for known people.</summary>
/// <remarks>
/// Most of its success is what the population tells about anybody; the baseline, the same learner trained on real rows without the targets, and the risk beyond people who took no part
/// say what the table adds. At most 20,000 rows are learnt; about a second. Source: Stadler, Oprisanu, Troncoso, USENIX Security 2022, arXiv:2011.07018.
/// </remarks>
[Attack("attribute-inference", AttackKind.Attribute, AttackCost.Learning, AttackControls.Copy | AttackControls.Disjoint | AttackControls.Baseline,
    Needs = AttackNeeds.Reference, Title = "Attribute inference", MostCandidates = 4000)]
public sealed class PredictedSecretAttack : IAttack
{
    private const int MostRows = 20_000;

    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Synthetic.Columns.Count < 2) return new NotPossible("the secret is the only column");
        if (SecretColumn.Of(input.Synthetic.Columns[input.Secret!]) is not { } secret) return new NotPossible($"'{input.Secret}' has fewer than two values in the synthetic table");
        var tables = AttackTables.Of(input, cancellation);
        return new AttributeGuesses(secret.Learn(tables.SyntheticFeatures, tables.CandidateFeatures, MostRows, input, cancellation), ReferenceGuesses.Of(input, cancellation));
    }
}
