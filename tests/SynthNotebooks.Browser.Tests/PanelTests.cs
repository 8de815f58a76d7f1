using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SynthNotebooks.Browser.Tests;

[Collection("browser")]
public class PanelTests(NotebookServer server)
{
    private const string Load = "#!load ../datasets/healthcare/patients.csv --as patients";
    private const float Patience = 120_000;

    [Fact]
    public async Task A_panel_makes_a_table_anew_for_other_settings_and_the_same_for_the_same()
    {
        await using var tab = await server.OpenAsync("notebooks", "panel", Load, "#!panel patients --as synthetic");
        await tab.RunAllAsync();
        var panel = tab.Page.Locator("[data-synthnb=live]");
        await Expect(Status(panel)).ToHaveTextAsync("Ready.");
        await tab.ScreenshotAsync("panel", panel);

        await panel.GetByLabel("Rows", new() { Exact = true }).FillAsync("300");
        await panel.GetByLabel("Seed of the fit").FillAsync("7");
        await panel.GetByLabel("Constraints").FillAsync("age >= 18");
        var written = await panel.Locator("pre code:visible").InnerTextAsync();
        var first = await GenerateAsync(panel, "synthetic: 300 rows");
        Assert.Equal(written, await panel.Locator("pre code:visible").InnerTextAsync()); // the kernel writes the magics as the panel does
        await tab.ScreenshotAsync("panel-result", panel);
        var rows = await tab.RunAsync("synthetic.Rows.Count");
        await Expect(rows.Locator(".output_result")).ToHaveTextAsync("300");

        await panel.GetByLabel("Seed of the rows").FillAsync("1");
        Assert.NotEqual(first, await GenerateAsync(panel, "sample seed 1"));
        await panel.GetByLabel("Seed of the rows").FillAsync("0");
        Assert.Equal(first, await GenerateAsync(panel, "sample seed 0"));

        await panel.GetByText("Next", new() { Exact = true }).ClickAsync();
        await Expect(panel.GetByText("rows 11 to 20 of 300")).ToBeVisibleAsync();
        tab.NoErrors();
    }

    [Fact]
    public async Task The_slider_sets_epsilon_the_ledger_is_charged_and_a_refusal_is_told()
    {
        await using var tab = await server.OpenAsync("notebooks", "private-panel", Load,
            "var table = new DataFrame(new[] { \"sex\", \"age\", \"smoking\", \"systolic_bp\", \"hypertension\", \"diabetes\" }.Select(name => patients[name]).ToArray()).WithOrigin(patients.Origin);",
            "#!budget --ledger panel.ledger --limit 1", "#!panel table --ledger panel.ledger --as released");
        await tab.RunAllAsync();
        var panel = tab.Page.Locator("[data-synthnb=live]");
        await panel.GetByLabel("Privacy", new() { Exact = true }).CheckAsync();
        await Expect(panel.GetByLabel("Fidelity / model")).ToBeHiddenAsync();

        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(Status(panel)).ToContainTextAsync("domain", new() { Timeout = Patience });
        await tab.ScreenshotAsync("panel-refusal", panel);

        await panel.GetByLabel("Domain", new() { Exact = true }).FillAsync("tutorials/privacy-budget.domain.json");
        var slider = panel.GetByLabel("Epsilon", new() { Exact = true });
        await slider.FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(panel.Locator("output")).ToHaveTextAsync("0.5");
        await Expect(panel.Locator("pre code:visible")).ToContainTextAsync("#!dp table --method mst --epsilon 0.5");
        var written = await panel.Locator("pre code:visible").InnerTextAsync();
        await GenerateAsync(panel, "epsilon 0.5");
        Assert.Equal(written, await panel.Locator("pre code:visible").InnerTextAsync());
        await Expect(panel.GetByText("charged to the ledger", new() { Exact = false }).Last).ToBeVisibleAsync();
        await Expect(panel.GetByText("Budget of table: epsilon")).ToBeVisibleAsync();
        await tab.ScreenshotAsync("panel-private", panel);

        await slider.FocusAsync();
        await tab.Page.Keyboard.PressAsync("End");
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(Status(panel)).ToContainTextAsync("refused", new() { Timeout = Patience });
        await Expect(Status(panel)).ToContainTextAsync("is left");
        tab.NoErrors();
    }

    [Fact]
    public async Task A_run_is_stopped_and_the_panel_lives_through_a_reload_until_its_kernel_ends()
    {
        await using var tab = await server.OpenAsync("notebooks", "stopped-panel", Load, "#!panel patients --model auto --as synthetic");
        await tab.RunAllAsync();
        var panel = tab.Page.Locator("[data-synthnb=live]");
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(panel.Locator("progress")).ToBeVisibleAsync();
        await panel.GetByText("Stop", new() { Exact = true }).ClickAsync();
        await Expect(Status(panel)).ToContainTextAsync("Stopped; synthetic is as it was before.", new() { Timeout = Patience });

        await tab.SaveAsync();
        await tab.LoadAsync();
        await Expect(Status(panel)).ToHaveTextAsync("Ready.");

        await tab.Page.EvaluateAsync("() => Jupyter.notebook.restart_kernel({ confirm: false })");
        await Expect(Status(panel)).ToContainTextAsync("run its cell again", new() { Timeout = Patience });
        await Expect(panel.GetByText("Generate", new() { Exact = true })).ToBeDisabledAsync();
        tab.NoErrors();
    }

    [Fact]
    public async Task As_in_JupyterLab_the_panel_reaches_the_kernel_over_the_pages_own_server()
    {
        await using var tab = await server.OpenAsync("notebooks", "socket-panel", Load, "#!panel patients --rows 50 --as synthetic");
        await tab.RunAllAsync();

        // JupyterLab gives a page its configuration but no kernel, and runs the scripts of a trusted output as clones.
        await tab.Page.EvaluateAsync(
            """
            html => {
              var kept = window.Jupyter;
              window.Jupyter = undefined;
              var config = document.body.appendChild(document.createElement('script'));
              config.id = 'jupyter-config-data';
              config.type = 'application/json';
              config.textContent = JSON.stringify({ baseUrl: '/' });
              var host = document.createElement('div');
              host.id = 'lab';
              host.style.cssText = 'position:fixed;z-index:100;inset:0;background:white;overflow:auto';
              host.innerHTML = kept.notebook.get_cell(1).output_area.outputs[0].data['text/html'];
              document.body.appendChild(host);
              host.querySelectorAll('script').forEach(script => {
                var clone = document.createElement('script');
                for (var attribute of script.attributes) clone.setAttribute(attribute.name, attribute.value);
                clone.textContent = script.textContent;
                script.parentNode.replaceChild(clone, script);
              });
              window.Jupyter = kept;
            }
            """, null);
        var panel = tab.Page.Locator("#lab");
        await Expect(Status(panel)).ToHaveTextAsync("Ready.", new() { Timeout = Patience });
        await GenerateAsync(panel, "synthetic: 50 rows");

        await panel.GetByLabel("Fidelity / model").SelectOptionAsync("auto");
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(panel.Locator("progress")).ToBeVisibleAsync();
        await panel.GetByText("Stop", new() { Exact = true }).ClickAsync();
        await Expect(Status(panel)).ToContainTextAsync("Stopped", new() { Timeout = Patience });
        tab.NoErrors(except: "Comm promise not found"); // Notebook 6 hears the comm too, and says that it is not its own
    }

    private static ILocator Status(ILocator panel) => panel.Locator("[role=status]").First;

    // Presses the button, waits for the result, and returns the first page of it.
    private static async Task<string> GenerateAsync(ILocator panel, string headline)
    {
        await panel.GetByText("Generate", new() { Exact = true }).ClickAsync();
        await Expect(Status(panel)).ToContainTextAsync(headline, new() { Timeout = Patience });
        return await panel.Locator("tbody:visible").First.InnerTextAsync();
    }
}
