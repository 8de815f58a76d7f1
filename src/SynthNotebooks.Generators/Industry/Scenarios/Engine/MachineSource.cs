using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>The states that a parent row goes through in time: one row for each visit of a state (semi-Markov).</summary>
/// <remarks>
/// In a state first the next state is chosen among the open ways, then the stay is drawn. Chances are shares: those given are used as they are
/// while their sum is at most 1, the rest goes to <c>rest</c> or stays in the state for another stay; sums above 1 are scaled down to 1.
/// </remarks>
internal sealed class MachineSource : RowSource
{
    private const int MostVisits = 10_000_000;
    private readonly MachinePlan _plan;
    private readonly EventWindow _window;
    private readonly string _owner;
    private readonly ScenarioNode _node;

    private readonly int _variables;

    /// <param name="plan">The machine.</param>
    /// <param name="window">When it runs.</param>
    /// <param name="variables">What its states set.</param>
    /// <param name="emits">Whether states emit rows, which must know when a stay ends.</param>
    /// <param name="node">For errors.</param>
    /// <param name="owner">For errors.</param>
    public MachineSource(MachinePlan plan, EventWindow window, IReadOnlyList<GivenAttribute> variables, bool emits, ScenarioNode node, string owner)
    {
        (_plan, _window, _variables, _node, _owner) = (plan, window, variables.Count, node, owner);
        Given = [new GivenAttribute("time", CellType.Time), new GivenAttribute("state", new CellType(CellKind.Text, plan.States)), new GivenAttribute("until", CellType.Time), .. variables, .. emits ? [new GivenAttribute("end of stay", CellType.Time, Hidden: true)] : Array.Empty<GivenAttribute>()];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var (begin, end) = _window.Of(parent, random);
        if (!(end > begin)) return;
        // Frame slots: time, state, previous_state, visits, then the variables
        var frame = new Row(_plan.Frame.NumberSlots, _plan.Frame.TextSlots) { Parent = parent };
        frame.Random.Copy(random);
        for (var i = 4; i < frame.Numbers.Length; i++) frame.Numbers[i] = double.NaN;
        (frame.Numbers[0], frame.Numbers[2]) = (begin, double.NaN);
        var state = Start(frame, random);
        Span<double> given = new double[Given.Count];
        for (var visit = 1; visit <= MostVisits; visit++)
        {
            if ((visit & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            var law = _plan.Laws[state];
            var time = frame.Numbers[0];
            (frame.Numbers[1], frame.Numbers[3]) = (state, visit);
            foreach (var (slot, rule) in law.Sets) frame.Numbers[slot] = rule.Draw(frame, random);
            var (next, until) = law.IsFinal ? (-1, double.PositiveInfinity) : Leave(law, state, frame, time, random);
            given[0] = _window.Recorded(time, begin);
            given[1] = state;
            given[2] = until < end ? _window.Recorded(until, begin) : double.NaN;
            for (var i = 3; i < 3 + _variables; i++) given[i] = frame.Numbers[i + 1];
            if (given.Length > 3 + _variables) given[^1] = until < end ? given[2] : end;
            rows.Add(given);
            if (!(until < end)) return;
            (frame.Numbers[0], frame.Numbers[2]) = (until, state);
            state = next;
        }
        throw new ScenarioException(_node.Place, $"{_owner}: more than {MostVisits} visits of states for one parent; stays are too short.");
    }

    private int Start(Row frame, SplitRandom random)
    {
        Span<double> weights = stackalloc double[_plan.States.Count];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = _plan.Start[i]?.Of(frame, random) ?? 0;
            if (double.IsNaN(weights[i])) weights[i] = 0;
            total += weights[i];
        }
        return total > 0 ? WeightedChoice.Of(weights, random) : throw new ScenarioException(_node.Place, $"{_owner}: all weights of 'start' are 0.");
    }

    private (int Next, double Until) Leave(StateLaw law, int state, Row frame, double time, SplitRandom random)
    {
        for (var tries = 0; tries < 1_000_000; tries++)
        {
            var stay = law.Stay!.Draw(frame, random);
            if (double.IsNaN(stay)) return (state, double.PositiveInfinity);
            if (stay < 0) throw new ScenarioException(_node.Place, FormattableString.Invariant($"{_owner}: state '{_plan.States[state]}' lasts {stay:R} seconds; it must be at least 0."));
            time += stay;
            if (time > 1e12) return (state, double.PositiveInfinity);
            if (Choose(law, frame, random) is not { } change) continue; // no way is taken: it stays for another stay
            return (change.To, time + (change.Delay?.Of(frame, random) ?? 0));
        }
        throw new ScenarioException(_node.Place, $"{_owner}: state '{_plan.States[state]}' is not left in a million stays; is it final?");
    }

    private static StateChange? Choose(StateLaw law, Row frame, SplitRandom random)
    {
        Span<double> chances = law.Next.Length <= 64 ? stackalloc double[law.Next.Length] : new double[law.Next.Length];
        var (total, rest) = (0.0, -1);
        for (var i = 0; i < chances.Length; i++)
        {
            var change = law.Next[i];
            chances[i] = 0;
            if (change.Guard is { } guard && guard(frame, random) is 0 or double.NaN) continue;
            if (change.Chance is null) rest = i;
            else total += chances[i] = change.Chance.Of(frame, random) is var chance && double.IsNaN(chance) ? 0 : chance;
        }
        var left = random.NextDouble() * Math.Max(1, total);
        for (var i = 0; i < chances.Length; i++)
        {
            left -= chances[i];
            if (chances[i] > 0 && left < 0) return law.Next[i];
        }
        return rest >= 0 ? law.Next[rest] : null;
    }
}
