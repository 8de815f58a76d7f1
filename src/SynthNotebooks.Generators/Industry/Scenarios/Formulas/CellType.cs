namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Type of an attribute or a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Categories">Of a text with few known values, which is held as its position here; null for free text, held as a string.</param>
internal sealed record CellType(CellKind Kind, IReadOnlyList<string>? Categories = null)
{
    public static readonly CellType Number = new(CellKind.Number), Integer = new(CellKind.Integer), Boolean = new(CellKind.Boolean),
        Date = new(CellKind.Date), Time = new(CellKind.Time), FreeText = new(CellKind.Text);

    public bool IsString => Kind == CellKind.Text && Categories is null;

    public bool IsNumeric => Kind is CellKind.Number or CellKind.Integer;

    public bool IsMoment => Kind is CellKind.Date or CellKind.Time;

    public override string ToString() => Kind switch { CellKind.Integer => "whole number", CellKind.Text => "text", _ => Kind.ToString().ToLowerInvariant() };
}
