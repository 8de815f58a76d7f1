using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>A compiled formula with a numeric, boolean, temporal or categorical value; NaN is missing.</summary>
internal delegate double NumberFormula(Row row, SplitRandom random);

/// <summary>A compiled formula with a text; null is missing.</summary>
internal delegate string? TextFormula(Row row, SplitRandom random);
