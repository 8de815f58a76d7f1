using Microsoft.Playwright;

namespace SynthNotebooks.Browser.Tests;

/// <summary>A notebook in a tab of the browser, used as a person does; what the page reports as an error fails the test.</summary>
internal sealed class NotebookTab : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly JupyterServer _server;
    private readonly string _path;

    private NotebookTab(IPage page, JupyterServer server, string path)
    {
        (Page, _server, _path) = (page, server, path);
        page.PageError += (_, error) => { lock (_errors) _errors.Add(error); };
        page.Console += (_, message) =>
        {
            // Notebook 6 asks for ipywidgets' extension whether it is installed or not.
            if (message.Type == "error" && !$"{message.Text} {message.Location}".Contains("/nbextensions/widgets/", StringComparison.Ordinal)) lock (_errors) _errors.Add($"{message.Text} ({message.Location})");
        };
    }

    public IPage Page { get; }

    public static async Task<NotebookTab> OpenAsync(IPage page, JupyterServer server, string path)
    {
        var tab = new NotebookTab(page, server, path);
        await tab.LoadAsync();
        return tab;
    }

    /// <summary>Loads the page, anew if need be, until the kernel is there.</summary>
    public async Task LoadAsync()
    {
        await Page.GotoAsync(_server.Address("notebooks/" + _path));
        await Page.WaitForFunctionAsync("() => window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected() && Jupyter.notebook._fully_loaded");
    }

    /// <summary>Runs all cells by the menu and waits for the last; fails when one shows an error that it is not tagged for.</summary>
    public async Task RunAllAsync()
    {
        await Page.ClickAsync("#celllink");
        await Page.ClickAsync("#run_all_cells");
        await IdleAsync();
        var failures = await Page.EvaluateAsync<string[]>(
            """
            () => Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && !(c.metadata.tags || []).includes('raises-exception'))
              .flatMap(c => c.output_area.outputs.filter(o => o.output_type === 'error').map(o => c.get_text() + ': ' + o.evalue))
            """);
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    /// <summary>Waits until no cell runs or waits.</summary>
    public async Task IdleAsync()
    {
        // After an error the cells behind it are not run.
        await Page.WaitForFunctionAsync(
            """
            () => {
              var cells = Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code' && c.get_text().trim());
              return cells.every(c => typeof c.input_prompt_number === 'number') || cells.some(c => c.output_area.outputs.some(o => o.output_type === 'error'));
            }
            """, null, new() { Timeout = 300_000 });
        await Page.WaitForFunctionAsync("() => !Jupyter.notebook.kernel_busy");
    }

    /// <summary>Appends a cell, without running it; returns its place.</summary>
    public Task<int> AppendAsync(string code) => Page.EvaluateAsync<int>(
        """
        code => {
          var cell = Jupyter.notebook.insert_cell_at_bottom('code');
          cell.set_text(code);
          var place = Jupyter.notebook.find_cell_index(cell);
          Jupyter.notebook.select(place);
          cell.focus_cell();
          return place;
        }
        """, code);

    /// <summary>Appends a cell and runs it with the keyboard.</summary>
    public async Task<ILocator> RunAsync(string code)
    {
        var cell = Page.Locator(".cell").Nth(await AppendAsync(code));
        await Page.Keyboard.PressAsync("Control+Enter");
        return cell;
    }

    public ILocator Cell(int place) => Page.Locator(".cell").Nth(place);

    public async Task ScreenshotAsync(string name, ILocator? of = null)
    {
        var path = Path.Combine(NotebookServer.Screenshots, name + ".png");
        if (of is null) await Page.ScreenshotAsync(new() { Path = path });
        else await of.ScreenshotAsync(new() { Path = path });
    }

    /// <summary>Saves the notebook and waits until that is done; returns its file.</summary>
    public async Task<string> SaveAsync()
    {
        await Page.EvaluateAsync("() => Jupyter.notebook.save_notebook()");
        return Path.Combine(_server.Folder, "work", _path);
    }

    /// <summary>Fails when the page has reported an error.</summary>
    /// <param name="except">Errors that begin so are none.</param>
    public void NoErrors(string? except = null)
    {
        string[] errors;
        lock (_errors) errors = [.. _errors.Where(error => except is null || !error.StartsWith(except, StringComparison.Ordinal))];
        Assert.True(errors.Length == 0, string.Join('\n', errors));
    }

    public async ValueTask DisposeAsync()
    {
        // The kernel goes with the tab: the machine is small.
        await Page.EvaluateAsync("() => Jupyter.notebook.session.delete()");
        await Page.Context.CloseAsync();
    }
}
