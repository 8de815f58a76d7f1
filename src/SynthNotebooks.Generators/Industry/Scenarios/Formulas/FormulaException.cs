namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>A formula is wrong at a position; its reader adds the place of the formula.</summary>
internal sealed class FormulaException(int at, string message) : Exception(message)
{
    /// <summary>Position in the formula, from 0.</summary>
    public int At { get; } = at;
}
