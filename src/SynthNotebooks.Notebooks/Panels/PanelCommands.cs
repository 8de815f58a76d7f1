using System.Globalization;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>Settings of a panel as the magics that do the same; the panel runs these and nothing else.</summary>
internal static class PanelCommands
{
    /// <summary>The lines: <c>#!dp</c> for a private release, else <c>#!fit</c> and <c>#!sample</c>.</summary>
    /// <param name="data">Variable of the table.</param>
    /// <param name="saveAs">Variable of the result.</param>
    /// <param name="settings">Checked.</param>
    /// <remarks>The script of the panel writes the same lines while settings change (Assets/panel.js); a browser test compares the two.</remarks>
    public static IReadOnlyList<string> Of(string data, string saveAs, PanelSettings settings) => settings.Epsilon is { } epsilon
        ?
        [
            $"#!dp {data} --method {Value(settings.Method)} --epsilon {Number(epsilon)} --delta {Number(settings.Delta)}"
                + Optional("domain", settings.Domain) + (settings.BuyDomain > 0 ? $" --buy-domain {Number(settings.BuyDomain)}" : "")
                + $" --rows {Number(settings.Rows)}" + Optional("ledger", settings.Ledger) + $" --as {saveAs}",
        ]
        :
        [
            $"#!fit {data} --model {Value(settings.Model)} --seed {Number(settings.Seed)}" + Optional("constraints", string.Join("; ", settings.Constraints)) + $" --as {ModelOf(saveAs)}",
            $"#!sample {ModelOf(saveAs)} --rows {Number(settings.Rows)} --seed {Number(settings.SampleSeed)} --as {saveAs}",
        ];

    /// <summary>Variable of the fitted model beside the result.</summary>
    public static string ModelOf(string saveAs) => saveAs + "_model";

    private static string Optional(string name, string value) => value.Length == 0 ? "" : $" --{name} {Value(value)}";

    // Only what can do without them goes without quotes; JSON stands for itself.
    private static string Value(string text) => text.StartsWith('{') || (text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or '-' or ':') && text[0] != '-') ? text : $"\"{text}\"";

    private static string Number(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
