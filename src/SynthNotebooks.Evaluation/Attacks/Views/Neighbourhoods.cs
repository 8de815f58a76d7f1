using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Views;

/// <summary>The nearest synthetic rows and the nearest rows of the attacker's own of every candidate; shared by the attacks that compare distances.</summary>
/// <param name="ToSynthetic">Up to <see cref="Most"/> neighbours, ascending.</param>
/// <param name="ToReference">The same among the attacker's own rows; null without any.</param>
/// <param name="SyntheticRows">Rows searched.</param>
/// <param name="ReferenceRows">Rows searched.</param>
internal sealed record Neighbourhoods(NeighbourLists ToSynthetic, NeighbourLists? ToReference, int SyntheticRows, int ReferenceRows)
{
    /// <summary>Neighbours a candidate.</summary>
    public const int Most = 20;

    public static Neighbourhoods Of(AttackInput input, CancellationToken cancellation) => input.Cache.Of(() =>
    {
        var tables = AttackTables.Of(input, cancellation);
        return new Neighbourhoods(Search(tables.Synthetic), tables.Reference is { } reference ? Search(reference) : null, tables.Synthetic.Rows, tables.Reference?.Rows ?? 0);

        NeighbourLists Search(MixedPoints references) => new NearestNeighbours(references).Find(tables.Candidates, Math.Min(Most, references.Rows), input.Threads, cancellation);
    });
}
