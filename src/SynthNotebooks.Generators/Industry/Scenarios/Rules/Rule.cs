using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>How the value of an attribute comes about. Immutable, safe to use from several threads.</summary>
internal abstract class Rule
{
    /// <summary>What it makes.</summary>
    public CellType Type { get; protected init; } = CellType.Number;

    /// <summary>Whether a value outside the attribute's limits may be drawn again; otherwise it is moved to the limit.</summary>
    public virtual bool Redraws => true;

    /// <summary>The parameters, for explanations.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];

    /// <summary>A value as a number, see <see cref="Row.Numbers"/>.</summary>
    /// <param name="row">What formulas read.</param>
    /// <param name="random">The attribute's stream in this row.</param>
    public abstract double Draw(Row row, SplitRandom random);

    /// <summary>A free text; called when <see cref="CellType.IsString"/>.</summary>
    public virtual string? DrawText(Row row, SplitRandom random) => throw new NotSupportedException(GetType().Name + " makes no text.");

    /// <summary>The value below which a share u of draws lies; NaN when the rule has no such function.</summary>
    public virtual double Quantile(Row row, double u, SplitRandom random) => double.NaN;

    /// <summary>Whether <see cref="Quantile"/> works, so that the rule can stand in a copula group.</summary>
    public virtual bool HasQuantile => false;
}
