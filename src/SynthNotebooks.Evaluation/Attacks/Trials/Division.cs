using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>Who is attacked and what the attacker knows: half of the holdout is the reference, the other half and as many members are the candidates.</summary>
/// <param name="Members">Rows that the generator learnt.</param>
/// <param name="Others">As many rows that it never saw; none without a holdout of two rows.</param>
/// <param name="Reference">The attacker's own rows; null when there are none.</param>
internal sealed record Division(DataFrame Members, DataFrame Others, DataFrame? Reference)
{
    public static Division Of(AlignedTables tables, AttackOptions options)
    {
        var random = new SplitRandom(options.Seed).Split("division");
        var train = Shuffled(tables.Train, random.Split("train"));
        var half = options.MostCandidates / 2;
        if (tables.Holdout is not { } holdout || holdout.Rows.Count < 2)
            return new(train.Slice(0, (int)Math.Min(half, train.Rows.Count)), train.Slice(0, 0), null);
        var held = Shuffled(holdout, random.Split("holdout"));
        var reference = (int)(held.Rows.Count / 2);
        var candidates = (int)Math.Min(Math.Min(held.Rows.Count - reference, train.Rows.Count), half);
        return new(train.Slice(0, candidates), held.Slice(reference, candidates), held.Slice(0, reference));
    }

    private static DataFrame Shuffled(DataFrame table, SplitRandom random)
    {
        var rows = new int[table.Rows.Count];
        for (var row = 0; row < rows.Length; row++) rows[row] = row;
        random.Shuffle(rows.AsSpan());
        return table.Take(rows);
    }
}
