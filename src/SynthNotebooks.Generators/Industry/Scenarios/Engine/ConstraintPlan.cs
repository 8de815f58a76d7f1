using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A condition on a row.</summary>
/// <param name="Text">As written.</param>
/// <param name="Place">Where.</param>
/// <param name="Condition">Null for uniqueness.</param>
/// <param name="Unique">The attribute whose values must differ among the rows of one parent; null for a condition.</param>
/// <param name="Ready">Place of the last step that it needs; it is checked when all steps up to there, or up to the sorting of the rows, are done.</param>
/// <param name="Steps">Places of the drawing steps that it depends on among <see cref="EntityPlan.Early"/>, rising.</param>
internal sealed record ConstraintPlan(string Text, SourcePlace Place, NumberFormula? Condition, AttributePlan? Unique, int[] Steps, int Ready);
