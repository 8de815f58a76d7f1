using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Panels;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>The settings as a list with the magics that do the same; controls in their place where scripts run.</summary>
public sealed class ParameterPanelDisplay : HtmlDisplay<ParameterPanel>
{
    /// <inheritdoc/>
    protected override Html ToHtml(ParameterPanel value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var still = Html.Concat(
            TableLayout.ToHtml(View(value)),
            Html.Element("p", "The same as magic commands:"),
            Html.Element("pre", Html.Element("code", Html.Concat(value.Commands.SelectMany((command, line) => line == 0 ? [Html.Text(command)] : new[] { Html.NewLine, Html.Text(command) })))));
        return LiveScript.Behind(still, value.Facts(), "link.js", "layout.js", "table.js", "panel.js");
    }

    /// <inheritdoc/>
    protected override string ToText(ParameterPanel value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TableLayout.ToText(View(value)) + string.Concat(value.Commands.Select(command => VisibleText.Of(command) + "\n"));
    }

    private static TableView View(ParameterPanel panel)
    {
        var settings = panel.Settings;
        var isPrivate = settings.Epsilon is not null;
        var rows = new List<IReadOnlyList<string?>> { Row("rows", PanelFacts.Number(settings.Rows)) };
        if (isPrivate)
        {
            rows.Add(Row("privacy", $"epsilon {PanelFacts.Number(settings.Epsilon!.Value)}, delta {PanelFacts.Number(settings.Delta)}, charged to the ledger"));
            rows.Add(Row("private method", settings.Method));
            rows.Add(Row("domain", settings.Domain.Length > 0 ? settings.Domain : settings.BuyDomain > 0 ? "bought" : "none declared"));
        }
        else
        {
            rows.Add(Row("model", settings.Model));
            rows.Add(Row("seeds", $"fit {PanelFacts.Number(settings.Seed)}, sample {PanelFacts.Number(settings.SampleSeed)}"));
            rows.Add(Row("constraints", settings.Constraints.Count > 0 ? string.Join("; ", settings.Constraints) : "none"));
            rows.Add(Row("privacy", "no guarantee; choose an epsilon for one"));
        }
        return new($"{panel.Data} to {panel.SaveAs}", [new("setting"), new("value")], rows)
        {
            Badge = "parameter panel",
            Note = "Run the cell in a notebook for controls in place of this list.",
            CellLimit = 300,
        };

        static IReadOnlyList<string?> Row(string setting, string value) => [setting, value];
    }
}
