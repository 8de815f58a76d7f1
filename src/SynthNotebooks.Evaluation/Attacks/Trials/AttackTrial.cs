using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>Members and non-members in one shuffled pool, and what the attacker has; attacks are made and judged here, which alone knows the labels.</summary>
internal sealed class AttackTrial
{
    private readonly AttackOptions _options;
    private readonly DataFrame _synthetic, _pool;
    private readonly DataFrame? _reference;
    private readonly TableSchema _schema;
    private readonly bool[] _member;
    private readonly Dictionary<int, CandidateDraw> _draws = [];
    private readonly Dictionary<(string Secret, bool Members, int Most), AttackInput> _secretInputs = [];
    private int[]? _byIsolation;

    /// <param name="synthetic">The published table.</param>
    /// <param name="members">Rows that the generator learnt, at least one.</param>
    /// <param name="others">Rows that it never saw, as many or none.</param>
    /// <param name="reference">Rows that the attacker has; null for none.</param>
    /// <param name="schema">How all are read.</param>
    /// <param name="options">Model, seed, threads and the rest.</param>
    public AttackTrial(DataFrame synthetic, DataFrame members, DataFrame others, DataFrame? reference, TableSchema schema, AttackOptions options)
    {
        (_synthetic, _reference, _schema, _options) = (synthetic, reference, schema, options);
        var order = new int[checked((int)(members.Rows.Count + others.Rows.Count))];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        new SplitRandom(options.Seed).Split("pool").Shuffle(order.AsSpan());
        _pool = DataFrame.Concatenate([members, others]).Take(order);
        _member = Array.ConvertAll(order, row => row < members.Rows.Count);
    }

    /// <summary>Records in the pool.</summary>
    public DataFrame Pool => _pool;

    /// <summary>Whether each record of the pool is a member.</summary>
    public IReadOnlyList<bool> Member => _member;

    /// <summary>Whether there is anybody to compare members with.</summary>
    public bool HasOthers => Array.IndexOf(_member, false) >= 0;

    /// <summary>Makes an attack and judges it.</summary>
    /// <returns>Results, or the reason why there is none.</returns>
    public TrialResult Run(CatalogEntry<AttackAttribute> entry, CancellationToken cancellation)
    {
        if (Lacking(entry.Attribute) is { } lacking) return TrialResult.Impossible(lacking);
        var attack = (IAttack)Activator.CreateInstance(entry.Type)!;
        if (entry.Attribute.Kind == AttackKind.Attribute) return SecretTrial(entry, attack, cancellation);
        var draw = Draw(entry.Attribute.MostCandidates, cancellation);
        return attack.Run(draw.Input, cancellation) switch
        {
            NotPossible reason => TrialResult.Impossible(reason.Reason),
            MembershipScores scores => OutcomeJudge.Membership(entry.Id, scores, draw, _options),
            RecordLinks links => OutcomeJudge.Links(entry.Id, links, draw),
            SingledOut guesses => OutcomeJudge.Singled(entry.Id, guesses, draw),
            CanaryGuesses guesses => OutcomeJudge.Audit(entry.Id, guesses, _options.Delta),
            var other => throw new InvalidOperationException($"Attack '{entry.Id}' returned {other.GetType().Name}, which does not go with {entry.Attribute.Kind}."),
        };
    }

    /// <summary>Columns that attacks on attributes want to know here.</summary>
    public IReadOnlyList<string> Secrets()
    {
        if (_options.Secrets.Count > 0) return _options.Secrets;
        var last = _schema.Columns.LastOrDefault(column => column.Role is ColumnRole.Category or ColumnRole.Ordinal && column.Distinct is >= 2 and <= 20);
        return last is null ? [] : [last.Name];
    }

    /// <summary>Share of non-members whose record a synthetic row repeats; 0 without any.</summary>
    public double RepeatedOthers()
    {
        var draw = Draw(0, default);
        var near = Views.Neighbourhoods.Of(draw.Input, default).ToSynthetic;
        int others = 0, repeated = 0;
        for (var i = 0; i < draw.Member.Length; i++)
        {
            if (draw.Member[i]) continue;
            others++;
            if (near.DistancesOf(i)[0] <= 0) repeated++;
        }
        return others == 0 ? 0 : repeated / (double)others;
    }

    private string? Lacking(AttackAttribute attribute)
    {
        if (attribute.Kind != AttackKind.Audit && !HasOthers) return "records that the generator never saw are needed to judge it; give a holdout of at least two rows (--holdout)";
        if (attribute.Needs.HasFlag(AttackNeeds.Reference) && _reference is null) return "real rows that are no candidates are needed; give a holdout (--holdout)";
        if (attribute.Needs.HasFlag(AttackNeeds.Density) && _options.Model is not IDensity)
            return _options.Model is null ? "the fitted model is needed; give it (--model)" : "the model does not tell how likely a record is";
        if (attribute.Needs.HasFlag(AttackNeeds.Measurements) && _options.Model is not IMeasured)
            return _options.Model is null ? "the fitted model is needed; give it (--model)" : "the model does not consist of measurements";
        return attribute.Needs.HasFlag(AttackNeeds.Refit) && _options.Refit is null ? "the generator must be fitted again; give the model (--model)" : null;
    }

    private TrialResult SecretTrial(CatalogEntry<AttackAttribute> entry, IAttack attack, CancellationToken cancellation)
    {
        var results = new List<AttackResult>();
        var reason = "no column has 2 to 20 categories, so that none is an obvious secret; name one";
        foreach (var secret in Secrets())
        {
            var ins = SecretInput(secret, members: true, entry.Attribute.MostCandidates, out var memberRows);
            var outs = SecretInput(secret, members: false, entry.Attribute.MostCandidates, out var otherRows);
            var (first, second) = (attack.Run(ins, cancellation), attack.Run(outs, cancellation));
            if ((first as NotPossible ?? second as NotPossible) is { } impossible) reason = impossible.Reason;
            else results.Add(OutcomeJudge.Secret(entry.Id, secret, _pool.Columns[secret], memberRows, (AttributeGuesses)first, otherRows, (AttributeGuesses)second));
        }
        return results.Count > 0 ? new(results, null, null, null) : TrialResult.Impossible(reason);
    }

    private AttackInput SecretInput(string secret, bool members, int most, out int[] rows)
    {
        var found = new List<int>();
        for (var row = 0; row < _member.Length && (most == 0 || found.Count < most / 2); row++)
            if (_member[row] == members) found.Add(row);
        rows = [.. found];
        if (_secretInputs.TryGetValue((secret, members, most), out var known)) return known;
        return _secretInputs[(secret, members, most)] = Input(_pool.Drop(secret).Take(rows), secret);
    }

    private CandidateDraw Draw(int most, CancellationToken cancellation)
    {
        if (_draws.TryGetValue(most, out var known)) return known;
        _byIsolation ??= Isolation.Order(_pool, _schema, _options, cancellation);
        var draw = CandidateDraw.Of(_member, _byIsolation, most, _options.WorstShare);
        return _draws[most] = draw with { Input = Input(_pool.Take(draw.Rows), null) };
    }

    private AttackInput Input(DataFrame candidates, string? secret) => new(_synthetic, candidates, _schema)
    {
        Reference = _reference,
        Refit = _options.Refit,
        Model = _options.Model,
        Secret = secret,
        Shadows = _options.Shadows,
        Seed = _options.Seed,
        Threads = _options.Threads,
    };
}
