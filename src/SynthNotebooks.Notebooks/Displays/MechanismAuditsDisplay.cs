using System.Globalization;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Claimed against empirical ε, a row a mechanism or method.</summary>
public sealed class MechanismAuditsDisplay : TableDisplay<MechanismAudits>
{
    /// <inheritdoc/>
    protected override TableView View(MechanismAudits value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(
            $"audit of {value.Subject}",
            [new("audited"), new("claimed epsilon", IsNumber: true), new("proven at least", IsNumber: true), new("provable at most", IsNumber: true), new("delta", IsNumber: true), new("runs a side or canaries", IsNumber: true), new("verdict")],
            [.. value.Results.Select(audit => (IReadOnlyList<string?>)
            [
                audit.Id, Number(audit.Result.Claimed), Number(audit.Result.LowerBound), Number(audit.Result.Ceiling), Number(audit.Result.Delta),
                audit.Result.Runs.ToString("N0", CultureInfo.InvariantCulture), audit.Result.Refuted ? "REFUTED" : "not refuted",
            ])])
        {
            Note = string.Create(CultureInfo.InvariantCulture,
                $"Confidence {100 * value.Confidence:0.######} %: a right claim is refuted by chance in at most {100 * (1 - value.Confidence):0.######} % of such audits (of all rows together). What is not refuted is not proven."),
        };
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
