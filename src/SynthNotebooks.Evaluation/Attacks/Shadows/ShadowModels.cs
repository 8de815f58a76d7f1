using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Shadows;

/// <summary>Models fitted on tables that hold each candidate or not, by chance; fitted once for all candidates and all attacks that need them.</summary>
/// <remarks>
/// Every candidate is in exactly half of the models, and every model also learns a random half of the attacker's own rows. Cost: as many fits as shadows.
/// Source: Shokri et al., IEEE S&amp;P 2017, arXiv:1610.05820; sharing among targets after Carlini et al., IEEE S&amp;P 2022, arXiv:2112.03570.
/// </remarks>
internal sealed class ShadowModels
{
    private ShadowModels(IFittedGenerator[] models, bool[][] holds, int[] rows, ulong[] seeds) => (Models, Holds, Rows, Seeds) = (models, holds, rows, seeds);

    /// <summary>The fitted models.</summary>
    public IReadOnlyList<IFittedGenerator> Models { get; }

    /// <summary>[model][candidate]: whether the model learnt the candidate.</summary>
    public IReadOnlyList<bool[]> Holds { get; }

    /// <summary>Rows that each model learnt.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Seeds for samples of the models.</summary>
    public IReadOnlyList<ulong> Seeds { get; }

    /// <summary>The shadow models of an input, fitted once.</summary>
    public static ShadowModels Of(AttackInput input, CancellationToken cancellation) => input.Cache.Of(() =>
    {
        var refit = input.Refit ?? throw new InvalidOperationException("Shadow models need Refit.");
        var random = new SplitRandom(input.Seed).Split("shadow models");
        var count = (int)input.Candidates.Rows.Count;
        var holds = Enumerable.Range(0, input.Shadows).Select(_ => new bool[count]).ToArray();
        for (var target = 0; target < count; target++)
        {
            var order = new int[input.Shadows];
            for (var i = 0; i < order.Length; i++) order[i] = i;
            random.Split("candidate").Split((ulong)target).Shuffle(order.AsSpan());
            foreach (var shadow in order.AsSpan(0, order.Length / 2)) holds[shadow][target] = true;
        }
        var models = new IFittedGenerator[input.Shadows];
        var (rows, seeds) = (new int[models.Length], new ulong[models.Length]);
        for (var shadow = 0; shadow < models.Length; shadow++)
        {
            cancellation.ThrowIfCancellationRequested();
            var own = random.Split("shadow").Split((ulong)shadow);
            var table = Training(input, holds[shadow], own);
            models[shadow] = refit(table, own.NextUInt64());
            (rows[shadow], seeds[shadow]) = ((int)table.Rows.Count, own.NextUInt64());
        }
        return new ShadowModels(models, holds, rows, seeds);
    });

    private static DataFrame Training(AttackInput input, bool[] holds, SplitRandom random)
    {
        var taken = new List<int>();
        for (var i = 0; i < holds.Length; i++)
            if (holds[i]) taken.Add(i);
        var candidates = input.Candidates.Take([.. taken]);
        if (input.Reference is not { } reference) return candidates;
        var rows = new int[reference.Rows.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = i;
        random.Shuffle(rows.AsSpan());
        return DataFrame.Concatenate([candidates, reference.Take(rows.AsSpan(0, (rows.Length + 1) / 2))]);
    }
}
