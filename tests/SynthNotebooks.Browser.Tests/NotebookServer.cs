using Microsoft.Playwright;

namespace SynthNotebooks.Browser.Tests;

/// <summary>One server and one browser for all tests, since both take seconds to start.</summary>
public sealed class NotebookServer : IAsyncLifetime
{
    private IPlaywright? _playwright;

    internal JupyterServer Server { get; private set; } = null!;

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>Screenshots are left here.</summary>
    internal static string Screenshots { get; } = Repository.Path("out", "test-results", "browser");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Screenshots);
        Assertions.SetDefaultExpectTimeout(60_000); // what a loaded machine may need for a cell
        Server = await JupyterServer.StartAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"], Timeout = 120_000 });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null) await Browser.CloseAsync();
        _playwright?.Dispose();
        if (Server is not null) await Server.DisposeAsync();
    }

    /// <summary>Opens a notebook of the shipped ones, or one made of cells.</summary>
    internal async Task<NotebookTab> OpenAsync(string path)
    {
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1200, Height = 1400 } });
        context.SetDefaultTimeout(60_000);
        return await NotebookTab.OpenAsync(await context.NewPageAsync(), Server, path);
    }

    internal Task<NotebookTab> OpenAsync(string folder, string name, params string[] cells)
    {
        var path = $"{folder}/{name}.ipynb";
        var notebook = new
        {
            cells = cells.Select((code, i) => new { cell_type = "code", id = $"c{i}", metadata = new { }, execution_count = (int?)null, outputs = Array.Empty<object>(), source = code }),
            metadata = new { kernelspec = new { display_name = ".NET (C#) SynthNotebooks", language = "C#", name = ".net-csharp" } },
            nbformat = 4,
            nbformat_minor = 5,
        };
        File.WriteAllText(Path.Combine(Server.Folder, "work", path), System.Text.Json.JsonSerializer.Serialize(notebook));
        return OpenAsync(path);
    }
}
