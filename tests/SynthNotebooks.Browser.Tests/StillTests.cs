using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SynthNotebooks.Browser.Tests;

/// <summary>Live outputs where no kernel or no script is to be had.</summary>
[Collection("browser")]
public class StillTests(NotebookServer server)
{
    [Fact]
    public async Task A_saved_panel_is_legible_on_a_page_without_a_kernel_and_without_scripts_and_in_an_untrusted_notebook()
    {
        string saved;
        await using (var tab = await server.OpenAsync("notebooks", "still", "#!load ../datasets/healthcare/patients.csv --as patients", "#!panel patients --constraints \"age >= 18\" --as synthetic", "#!browse patients"))
        {
            await tab.RunAllAsync();
            saved = await tab.SaveAsync();
        }

        foreach (var (theme, scripts) in new[] { ("light", true), ("dark", true), ("light", false) })
        {
            var page = Path.ChangeExtension(saved, $".{theme}.html");
            await JupyterServer.RunAsync("/usr/bin/jupyter", "nbconvert", "--to", "html", $"--HTMLExporter.theme={theme}", "--output", page, saved);
            await using var context = await server.Browser.NewContextAsync(new() { JavaScriptEnabled = scripts, ViewportSize = new() { Width = 1100, Height = 1300 } });
            var shown = await context.NewPageAsync();
            await shown.GotoAsync(new Uri(page).AbsoluteUri, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var panel = shown.Locator("[data-synthnb=live]").First;
            if (scripts)
            {
                await Expect(panel.Locator("[role=status]").First).ToContainTextAsync("No kernel can be reached from here");
                await Expect(panel.GetByText("Generate", new() { Exact = true })).ToBeDisabledAsync();
                await panel.GetByLabel("Rows", new() { Exact = true }).FillAsync("77");
            }
            await Expect(panel.Locator("pre code:visible")).ToContainTextAsync(scripts ? "--rows 77" : "--rows 1000");
            await Expect(shown.Locator("[data-synthnb=live]").Last.Locator("tbody:visible tr")).ToHaveCountAsync(5);
            await shown.ScreenshotAsync(new() { Path = Path.Combine(NotebookServer.Screenshots, $"still-{theme}{(scripts ? "" : "-no-script")}.png"), FullPage = true });
        }

        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(saved))!;
        notebook["cells"]![1]!["outputs"]![0]!["data"]!["text/plain"] = "changed, so that the signature is void";
        await File.WriteAllTextAsync(saved, notebook.ToJsonString());
        await using var untrusted = await server.OpenAsync("notebooks/still.ipynb");
        await Expect(untrusted.Cell(1).Locator("pre code")).ToContainTextAsync("#!fit patients --model copula");
        await Expect(untrusted.Cell(1).Locator("form")).ToHaveCountAsync(0);
        await untrusted.ScreenshotAsync("still-untrusted");
        untrusted.NoErrors();
    }
}
