using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SynthNotebooks.Browser.Tests;

[Collection("browser")]
public class PanelTests(NotebookServer server)
{
    private const string Load = "#!load ../datasets/healthcare/patients.csv --as patients";

    [Fact]
    public async Task A_panel_makes_a_table_anew_for_other_settings_and_the_same_for_the_same()
    {
        await using var tab = await server.OpenAsync("notebooks", "panel", Load, "#!panel patients --as synthetic");
        await tab.RunAllAsync();
        var panel = tab.Page.Locator("[data-synthnb=live]");
        var status = panel.Locator("[role=status]").First;
        await Expect(status).ToHaveTextAsync("Ready.");
        await tab.ScreenshotAsync("panel", panel);

        await panel.GetByLabel("Rows", new() { Exact = true }).FillAsync("300");
        await panel.GetByLabel("Seed of the fit").FillAsync("7");
        await panel.GetByLabel("Constraints").FillAsync("age >= 18");
        var written = await panel.Locator("pre code:visible").InnerTextAsync();
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(status).ToContainTextAsync("synthetic: 300 rows", new() { Timeout = 120_000 });
        await Expect(panel.Locator("pre code:visible")).ToHaveTextAsync(written); // the kernel writes the magics as the panel does
        var first = await panel.Locator("table tbody").First.InnerTextAsync();
        await tab.ScreenshotAsync("panel-result", panel);
        var rows = await tab.RunAsync("synthetic.Rows.Count");
        await Expect(rows.Locator(".output_result")).ToHaveTextAsync("300");

        await panel.GetByLabel("Seed of the rows").FillAsync("1");
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(status).ToContainTextAsync("sample seed 1");
        await Expect(panel.Locator("table tbody").First).Not.ToHaveTextAsync(first, new() { UseInnerText = true });
        await panel.GetByLabel("Seed of the rows").FillAsync("0");
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(status).ToContainTextAsync("sample seed 0");
        Assert.Equal(first, await panel.Locator("table tbody").First.InnerTextAsync());
        tab.NoErrors();
    }
}
