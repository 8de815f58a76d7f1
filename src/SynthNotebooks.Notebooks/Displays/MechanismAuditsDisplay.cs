using System.Globalization;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Claimed against empirical ε, a row a mechanism.</summary>
public sealed class MechanismAuditsDisplay : TableDisplay<MechanismAudits>
{
    /// <inheritdoc/>
    protected override TableView View(MechanismAudits value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            "audits of mechanisms on their worst pair of neighbours",
            [new("mechanism"), new("claimed epsilon", IsNumber: true), new("proven at least", IsNumber: true), new("provable at most", IsNumber: true), new("delta", IsNumber: true), new("runs a side", IsNumber: true), new("verdict")],
            [.. value.Results.Select(audit => (IReadOnlyList<string?>)
            [
                audit.Id, Number(audit.Result.Claimed), Number(audit.Result.LowerBound), Number(audit.Result.Ceiling), Number(audit.Result.Delta),
                audit.Result.Runs.ToString("N0", CultureInfo.InvariantCulture), audit.Result.Refuted ? "REFUTED" : "not refuted",
            ])])
        {
            Note = "All bounds hold together at 95 %: when every mechanism is right, one of them is refuted by chance in at most 5 % of audits.",
        };
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
