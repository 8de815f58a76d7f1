using static Microsoft.Playwright.Assertions;

namespace SynthNotebooks.Browser.Tests;

[Collection("browser")]
public class NotebookTests(NotebookServer server)
{
    [Fact]
    public async Task The_healthcare_notebook_runs_to_its_dashboard_without_an_error()
    {
        await using var tab = await server.OpenAsync("notebooks/healthcare/patients.ipynb");

        await tab.RunAllAsync();

        await Expect(tab.Page.Locator(".output_error, .output_stderr")).ToHaveCountAsync(0);
        var dashboard = tab.Page.Locator(".output_svg svg").First;
        await dashboard.ScrollIntoViewIfNeededAsync();
        await Expect(dashboard).ToBeVisibleAsync();
        await tab.ScreenshotAsync("healthcare-dashboard");
        await tab.Page.Keyboard.PressAsync("Escape");

        await tab.AppendAsync("patients[\"sys");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Keyboard.PressAsync("End");
        await tab.Page.Keyboard.PressAsync("Tab");
        await Expect(tab.Page.Locator(".cell.selected .CodeMirror")).ToContainTextAsync("systolic_bp");
        tab.NoErrors();
    }

    [Fact]
    public async Task A_loop_is_interrupted_and_a_restart_begins_anew()
    {
        await using var tab = await server.OpenAsync("notebooks", "loop", "var kept = 21;");
        await tab.RunAllAsync();

        var loop = await tab.RunAsync("while (true) { }");
        await tab.Page.WaitForFunctionAsync("() => Jupyter.notebook.kernel_busy");
        await tab.Page.ClickAsync("button[data-jupyter-action='jupyter-notebook:interrupt-kernel']");
        await Expect(loop.Locator(".output_error")).ToContainTextAsync("KeyboardInterrupt");
        await Expect(loop.Locator(".input_prompt")).ToContainTextAsync("[2]"); // what is sent before the reply is in the queue that an error clears
        var sum = await tab.RunAsync("kept + kept");
        await Expect(sum.Locator(".output_result")).ToHaveTextAsync("42");

        // A cell sent before the restart has begun would go down with the old kernel.
        await tab.Page.EvaluateAsync("() => { Jupyter.notebook.events.one('kernel_ready.Kernel', () => { window.isNew = true; }); }");
        await tab.Page.ClickAsync("button[data-jupyter-action='jupyter-notebook:confirm-restart-kernel']");
        await tab.Page.ClickAsync(".modal-dialog .btn-danger");
        await tab.Page.WaitForFunctionAsync("() => window.isNew && Jupyter.notebook.kernel.is_connected() && !Jupyter.notebook.kernel_busy");
        var gone = await tab.RunAsync("kept");
        await Expect(gone.Locator(".output_error")).ToContainTextAsync("kept");
        await Expect(gone.Locator(".input_prompt")).ToContainTextAsync("[1]");
        tab.NoErrors();
    }
}
