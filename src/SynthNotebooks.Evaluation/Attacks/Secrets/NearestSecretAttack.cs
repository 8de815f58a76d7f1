using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.Secrets;

/// <summary>Anonymeter's inference: takes the secret of the synthetic row that is nearest to a person in all other columns.</summary>
/// <remarks>Risk: successes on members beyond those on people who took no part. Cost: one search. Source: Giomi et al., PoPETs 2023(2), arXiv:2211.10459.</remarks>
[Attack("inference", AttackKind.Attribute, AttackCost.Distances, AttackControls.Copy | AttackControls.Disjoint, Title = "Inference (Anonymeter)", MostCandidates = 4000)]
public sealed class NearestSecretAttack : IAttack
{
    /// <inheritdoc/>
    public AttackOutcome Run(AttackInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Synthetic.Columns.Count < 2) return new NotPossible("the secret is the only column");
        var near = Neighbourhoods.Of(input, cancellation).ToSynthetic;
        var secret = input.Synthetic.Columns[input.Secret!];
        var guesses = new string?[near.Queries];
        for (var i = 0; i < guesses.Length; i++) guesses[i] = secret.GetText(near.RowsOf(i)[0]);
        return new AttributeGuesses(guesses, ReferenceGuesses.Of(input, cancellation));
    }
}
