using System.Globalization;
using System.Text.Json;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>Reads the settings that a front end sends; every failure names the control and what it takes.</summary>
internal static class PanelRequest
{
    /// <exception cref="ArgumentException">A setting is missing, of another kind, or not legal.</exception>
    public static PanelSettings Read(JsonElement request)
    {
        if (!request.TryGetProperty("settings", out var given) || given.ValueKind != JsonValueKind.Object) throw new ArgumentException("The panel sent no settings.");
        var settings = new PanelSettings
        {
            Rows = (int)Whole("rows", 1, PanelSettings.MostRows),
            Model = Text("model"),
            Seed = Whole("seed", 0, ulong.MaxValue),
            SampleSeed = Whole("sampleSeed", 0, ulong.MaxValue),
            Constraints = [.. Text("constraints").Split('\n').Select(line => line.Trim().TrimEnd(';')).Where(line => line.Length > 0)],
            Epsilon = Text("epsilon") is { Length: > 0 } ? Number("epsilon") : null,
            Delta = Number("delta"),
            Method = Text("method"),
            Domain = Text("domain").Trim(),
            BuyDomain = Text("buyDomain").Trim().Length == 0 ? 0 : Number("buyDomain"),
            Ledger = Text("ledger").Trim(),
        };
        settings.Check();
        return settings;

        string Text(string name) => given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ArgumentException($"The panel sent no text for {name}.");

        ulong Whole(string name, ulong least, ulong most) =>
            ulong.TryParse(Text(name).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new ArgumentException($"{Label(name)} takes a whole number, {least} to {most}; it is '{Text(name)}'.");

        double Number(string name) =>
            double.TryParse(Text(name).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? number
                : throw new ArgumentException($"{Label(name)} takes a number; it is '{Text(name)}'.");
    }

    private static string Label(string name) => name switch { "sampleSeed" => "sample seed", "buyDomain" => "share for the domain", _ => name };
}
