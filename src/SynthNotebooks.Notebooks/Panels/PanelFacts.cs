using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>What the script of a panel builds the controls from.</summary>
internal static class PanelFacts
{
    public static JsonObject Of(string id, ParameterPanel panel, IReadOnlyList<string> columns, Catalog<GeneratorAttribute> models)
    {
        var settings = panel.Settings;
        return new()
        {
            ["kind"] = "panel",
            ["id"] = id,
            ["data"] = panel.Data,
            ["as"] = panel.SaveAs,
            ["columns"] = Texts(columns.Take(60)),
            ["models"] = new JsonArray([.. PanelChoices.Models(models).Select(group => (JsonNode)new JsonObject { ["group"] = group.Group, ["ids"] = Texts(group.Ids) })]),
            ["methods"] = Texts(PanelChoices.Methods(models)),
            ["epsilons"] = Texts(PanelChoices.Epsilons.Append(settings.Epsilon ?? 1).Distinct().Order().Select(Number)),
            ["settings"] = new JsonObject
            {
                ["rows"] = Number(settings.Rows),
                ["model"] = settings.Model,
                ["seed"] = Number(settings.Seed),
                ["sampleSeed"] = Number(settings.SampleSeed),
                ["constraints"] = string.Join("\n", settings.Constraints),
                ["epsilon"] = settings.Epsilon is { } epsilon ? Number(epsilon) : "",
                ["delta"] = Number(settings.Delta),
                ["method"] = settings.Method,
                ["domain"] = settings.Domain,
                ["buyDomain"] = Number(settings.BuyDomain),
                ["ledger"] = settings.Ledger,
            },
        };
    }

    /// <summary>A number as a magic takes it.</summary>
    public static string Number<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
