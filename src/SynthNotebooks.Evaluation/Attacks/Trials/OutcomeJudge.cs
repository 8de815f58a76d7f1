using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Attacks.Scoring;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>Compares outcomes with the labels.</summary>
internal static class OutcomeJudge
{
    private const double Near = 0.05; // a guessed number counts as right within this share of the truth, as in Anonymeter
    private const int MostExactNumbers = 20; // numbers of fewer values must be met exactly

    public static TrialResult Membership(string id, MembershipScores outcome, CandidateDraw draw, AttackOptions options)
    {
        if (outcome.Scores.Count != draw.Rows.Length) throw new InvalidOperationException($"Attack '{id}' gave {outcome.Scores.Count} scores for {draw.Rows.Length} candidates.");
        double[] scores = [.. outcome.Scores.Select(score => double.IsNaN(score) ? throw new InvalidOperationException($"Attack '{id}' gave a score that is NaN.") : Math.Clamp(score, double.MinValue, double.MaxValue))];
        var results = new List<AttackResult>();
        foreach (var (scope, places) in new[] { ("average", draw.Average), ("worst", draw.Worst) })
        {
            double[] ins = [.. places.Where(place => draw.Member[place]).Select(place => scores[place])], outs = [.. places.Where(place => !draw.Member[place]).Select(place => scores[place])];
            if (ins.Length == 0 || outs.Length == 0) continue;
            results.Add(new(id, AttackKind.Membership, scope) { Membership = MembershipVerdict.Of(ins, outs, options.Seed, options.Delta), Members = ins.Length, NonMembers = outs.Length });
        }
        return results.Count == 0
            ? TrialResult.Impossible("members and non-members are needed")
            : new(results, null, Array.ConvertAll(draw.Average, place => scores[place]), Array.ConvertAll(draw.Average, place => draw.Member[place]));
    }

    public static TrialResult Links(string id, RecordLinks outcome, CandidateDraw draw)
    {
        var ins = draw.Average.Where(place => draw.Member[place]).ToArray();
        var outs = draw.Average.Where(place => !draw.Member[place]).ToArray();
        return Risk(id, AttackKind.Linkage, RiskEstimate.Of(ins.Count(place => outcome.Linked[place]), ins.Length, outs.Count(place => outcome.Linked[place]), outs.Length, ins.Count(place => outcome.Baseline[place])), ins.Length, outs.Length);
    }

    public static TrialResult Singled(string id, SingledOut outcome, CandidateDraw draw)
    {
        if (outcome.Matches.Count == 0) return TrialResult.Impossible("no predicate is met by exactly one synthetic row");
        var members = draw.Member.Count(member => member);
        var baseline = outcome.Baseline.Count == 0 ? (int?)null : (int)Math.Round(outcome.Baseline.Count(matches => Single(matches, true)) * (double)outcome.Matches.Count / outcome.Baseline.Count);
        var risk = RiskEstimate.Of(
            outcome.Matches.Count(matches => Single(matches, true)), outcome.Matches.Count, outcome.Matches.Count(matches => Single(matches, false)), outcome.Matches.Count, baseline);
        return Risk(id, AttackKind.SinglingOut, risk, members, draw.Member.Length - members);

        bool Single(int[] matches, bool member) => matches.Length < SingledOut.MostMatches && matches.Count(place => draw.Member[place] == member) == 1;
    }

    public static TrialResult Audit(string id, CanaryGuesses outcome, double delta)
    {
        var finding = new AuditFinding(
            OneRunAudit.LowerBound(outcome.Canaries, outcome.Guesses, outcome.Right, delta), OneRunAudit.LowerBound(outcome.Canaries, outcome.Guesses, outcome.Guesses, delta),
            outcome.Canaries, outcome.Guesses, outcome.Right);
        return new([new(id, AttackKind.Audit, "canaries") { Audit = finding, Members = outcome.Guesses / 2, NonMembers = outcome.Guesses - outcome.Guesses / 2 }], null, null, null);
    }

    public static AttackResult Secret(string id, string secret, Column truth, int[] memberRows, AttributeGuesses members, int[] otherRows, AttributeGuesses others)
    {
        var compare = Comparison(truth);
        int? baseline = members.Baseline is { } guesses ? Right(guesses, memberRows) : null;
        var risk = RiskEstimate.Of(Right(members.Values, memberRows), memberRows.Length, Right(others.Values, otherRows), otherRows.Length, baseline);
        return new(id, AttackKind.Attribute, "average") { Risk = risk, Secret = secret, Members = memberRows.Length, NonMembers = otherRows.Length };

        int Right(IReadOnlyList<string?> values, int[] rows)
        {
            var count = 0;
            for (var i = 0; i < rows.Length; i++)
                if (compare(values[i], truth.GetText(rows[i]))) count++;
            return count;
        }
    }

    private static Func<string?, string?, bool> Comparison(Column truth)
    {
        if (truth.Kind is not (ColumnKind.Integer or ColumnKind.Real)) return (guess, known) => string.Equals(guess?.Trim(), known?.Trim(), StringComparison.Ordinal);
        var tolerance = truth.ToNumbers().Distinct().Skip(MostExactNumbers).Any() ? Near : 0;
        return (guess, known) => guess is null || known is null ? guess == known
            : NumberText.TryParse(guess, out var a) && NumberText.TryParse(known, out var b) && Math.Abs(a - b) <= tolerance * Math.Abs(b);
    }

    private static TrialResult Risk(string id, AttackKind kind, RiskEstimate risk, int members, int others) =>
        new([new(id, kind, "average") { Risk = risk, Members = members, NonMembers = others }], null, null, null);
}
