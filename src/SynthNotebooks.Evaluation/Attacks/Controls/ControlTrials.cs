using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Trials;

namespace SynthNotebooks.Evaluation.Attacks.Controls;

/// <summary>The checks of an attack on tables made for it: a copy of members, rows of other people, permuted labels.</summary>
/// <remarks>At most <see cref="MostPeople"/> members and as many others, so that checks cost little beside the attack.</remarks>
internal sealed class ControlTrials
{
    /// <summary>Most members of a check.</summary>
    public const int MostPeople = 1000;

    private readonly Lazy<AttackTrial> _copy;
    private readonly Lazy<AttackTrial>? _disjoint;
    private readonly AttackOptions _options;

    public ControlTrials(Division people, TableSchema schema, AttackOptions options)
    {
        _options = options;
        var count = (int)Math.Min(MostPeople, people.Members.Rows.Count);
        DataFrame members = people.Members.Slice(0, count), others = people.Others.Slice(0, (int)Math.Min(count, people.Others.Rows.Count));
        _copy = new(() => Trial(members, members, others, Cut(people.Reference, 0, 2 * MostPeople), schema));
        if (people.Reference is not { } own || own.Rows.Count < 4) return;
        var half = (int)Math.Min(own.Rows.Count / 2, 2 * MostPeople);
        _disjoint = new(() => Trial(own.Slice(0, half), members, others, Cut(own, half, 2 * MostPeople), schema));
    }

    /// <summary>The checks that the attack declares and that are cheap enough to be made each time.</summary>
    public IReadOnlyList<ControlResult> Of(CatalogEntry<AttackAttribute> entry, TrialResult outcome, CancellationToken cancellation)
    {
        var (controls, declared) = (new List<ControlResult>(), entry.Attribute.Controls);
        if (declared.HasFlag(AttackControls.Copy))
        {
            var copy = _copy.Value.Run(entry, cancellation);
            if (copy.Results.Count > 0)
            {
                controls.Add(ControlJudge.Copy(entry, copy, _copy.Value));
                if (declared.HasFlag(AttackControls.Baseline) && ControlJudge.Baseline(entry, copy) is { } baseline) controls.Add(baseline);
            }
        }
        if (declared.HasFlag(AttackControls.Disjoint) && _disjoint is not null && _disjoint.Value.Run(entry, cancellation) is { Results.Count: > 0 } disjoint)
            controls.Add(ControlJudge.Disjoint(entry, disjoint));
        if (declared.HasFlag(AttackControls.PermutedLabels) && outcome is { Scores: { } scores, Member: { } member }) controls.Add(ControlJudge.Permuted(entry, scores, member, _options.Seed));
        return controls;
    }

    /// <summary>The checks of the pool and of the scorer, made once.</summary>
    public IReadOnlyList<ControlResult> Shared(AttackTrial trial, TableSchema schema, CancellationToken cancellation) =>
        trial.HasOthers ? [PoolCheck.Of(trial, schema, _options, cancellation), .. ScorerChecks.All()] : [.. ScorerChecks.All()];

    // The generator of a check repeats what it learnt; asked to learn anew it repeats that.
    private AttackTrial Trial(DataFrame learnt, DataFrame members, DataFrame others, DataFrame? reference, TableSchema schema)
    {
        var model = RepeatedRows.Of(learnt, schema);
        var options = _options with { Model = model, Refit = (table, _) => RepeatedRows.Of(table, schema) };
        return new(model.Sample((int)learnt.Rows.Count, new SampleOptions { Seed = _options.Seed }), members, others, reference, schema, options);
    }

    private static DataFrame? Cut(DataFrame? table, int start, int most) => table is null || table.Rows.Count <= start ? null : table.Slice(start, (int)Math.Min(most, table.Rows.Count - start));
}
