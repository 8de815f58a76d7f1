using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Privacy;

/// <summary>One line of the ledger.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Kind"><c>limits</c>, <c>reserve</c> or <c>release</c>.</param>
/// <param name="Dataset">Whom it concerns; empty for limits.</param>
/// <param name="Purpose">What the money was for; the method for a release.</param>
/// <param name="Epsilon">Of a reserved cost, or the dataset's limit; +∞ when there is none.</param>
/// <param name="Rho">Of a reserved cost, or the total limit; +∞ when there is none.</param>
/// <param name="Delta">Of a reserved cost, or of the limits.</param>
/// <param name="Request">Keyed hash of a stored release's request; empty otherwise.</param>
/// <param name="Content">SHA-256 of a stored release; empty otherwise.</param>
/// <param name="Time">When it was written, UTC.</param>
/// <param name="Previous">Mark of the line before; empty for the first.</param>
/// <param name="Mark">Keyed hash of everything above; links the chain.</param>
public sealed record LedgerEntry(
    int Number, string Kind, string Dataset, string Purpose, double Epsilon, double Rho, double Delta, string Request, string Content, string Time, string Previous, string Mark)
{
    /// <summary>The cost that a reservation stands for.</summary>
    public PrivacyCost Cost => Delta > 0 ? PrivacyCost.Approximate(Epsilon, Delta) : double.IsFinite(Epsilon) ? PrivacyCost.Pure(Epsilon, Rho) : PrivacyCost.ZeroConcentrated(Rho);

    internal LedgerEntry Signed(byte[] key) => this with { Mark = MarkOf(key) };

    internal bool IsGenuine(byte[] key) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(MarkOf(key)), Encoding.ASCII.GetBytes(Mark));

    internal string ToLine() => Line(Mark);

    /// <summary>Reads a line; null when it is not one, or not spelt as <see cref="ToLine"/> spells it.</summary>
    internal static LedgerEntry? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var entry = new LedgerEntry(root.GetProperty("number").GetInt32(), Text("kind"), Text("dataset"), Text("purpose"), Number("epsilon"), Number("rho"), Number("delta"),
                Text("request"), Text("content"), Text("time"), Text("previous"), Text("mark"));
            return entry.ToLine() == line ? entry : null;

            string Text(string name) => root.GetProperty(name).GetString() ?? "";
            double Number(string name) => root.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.PositiveInfinity;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private string MarkOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Line(null))));

    // One spelling for one entry: names in this order, shortest numbers, no blanks, null for infinity.
    private string Line(string? mark)
    {
        var line = new StringBuilder(320);
        line.Append(CultureInfo.InvariantCulture, $"{{\"number\":{Number},\"kind\":{Quoted(Kind)},\"dataset\":{Quoted(Dataset)},\"purpose\":{Quoted(Purpose)}");
        line.Append(CultureInfo.InvariantCulture, $",\"epsilon\":{Spelt(Epsilon)},\"rho\":{Spelt(Rho)},\"delta\":{Spelt(Delta)}");
        line.Append(CultureInfo.InvariantCulture, $",\"request\":{Quoted(Request)},\"content\":{Quoted(Content)},\"time\":{Quoted(Time)},\"previous\":{Quoted(Previous)}");
        if (mark is not null) line.Append(CultureInfo.InvariantCulture, $",\"mark\":{Quoted(mark)}");
        return line.Append('}').ToString();

        static string Quoted(string text) => JsonSerializer.Serialize(text);
        static string Spelt(double number) => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "null";
    }
}
