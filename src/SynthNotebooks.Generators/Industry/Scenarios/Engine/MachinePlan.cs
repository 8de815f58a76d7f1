using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A machine of states: how long each lasts and what follows.</summary>
/// <param name="States">Their names.</param>
/// <param name="Start">Weights of the first state.</param>
/// <param name="Laws">One for each state.</param>
/// <param name="Frame">The machine's own row while it runs: time, state, previous_state, visits, and the variables that states set.</param>
internal sealed record MachinePlan(IReadOnlyList<string> States, Parameter?[] Start, StateLaw[] Laws, EntityPlan Frame);

/// <summary>One state.</summary>
/// <param name="IsFinal">Whether nothing follows.</param>
/// <param name="Stay">Seconds that it lasts; null for a final one.</param>
/// <param name="Next">What may follow.</param>
/// <param name="Sets">Variables that are set on entering it.</param>
internal sealed record StateLaw(bool IsFinal, Rule? Stay, StateChange[] Next, (int Slot, Rule Rule)[] Sets);

/// <summary>A way out of a state.</summary>
/// <param name="To">Position of the next state.</param>
/// <param name="Guard">Condition that it is open under; null for always.</param>
/// <param name="Chance">Its chance; null for the rest.</param>
/// <param name="Delay">Seconds added to the stay before it; null for none.</param>
internal sealed record StateChange(int To, NumberFormula? Guard, Parameter? Chance, Parameter? Delay);
