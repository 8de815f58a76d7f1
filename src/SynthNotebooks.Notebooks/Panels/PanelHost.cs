using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>The notebook for magics that a panel runs: what they show goes to the panel, progress at once and everything else with the result.</summary>
internal sealed class PanelHost(ILiveLink link) : INotebookHost
{
    private readonly List<Handle> _shown = [];

    public INotebookVariables Variables => link.Host.Variables;

    public string WorkingDirectory => link.Host.WorkingDirectory;

    /// <summary>Sentences that were shown.</summary>
    public IReadOnlyList<string> Sentences => [.. _shown.Select(handle => handle.Last switch { Note note => note.Text, string text => text, _ => "" }).Where(text => text.Length > 0).Select(VisibleText.Of)];

    /// <summary>Tables that were shown, except tables of data: the panel turns the pages of its own.</summary>
    public IReadOnlyList<TableView> Tables => [.. _shown.Select(handle => handle.Last).Where(value => value is not DataFrame).Select(ViewOf).OfType<TableView>()];

    public Task<IDisplayHandle> DisplayAsync(object value)
    {
        var handle = new Handle(link);
        _shown.Add(handle);
        return Shown();

        async Task<IDisplayHandle> Shown()
        {
            await handle.UpdateAsync(value);
            return handle;
        }
    }

    private static TableView? ViewOf(object value) =>
        DisplayFormatters.All.OfType<ITableDisplay>().FirstOrDefault(display => ((IDisplayFormatter)display).Displays.IsInstanceOfType(value))?.ViewOf(value);

    private sealed class Handle(ILiveLink link) : IDisplayHandle
    {
        public object Last { get; private set; } = "";

        public Task UpdateAsync(object value)
        {
            Last = value;
            if (value is ProgressView progress)
            {
                var share = Math.Clamp(double.IsNaN(progress.Share) ? 0 : progress.Share, 0, 1);
                var stage = progress.Stage.Length > 0 ? ", " + progress.Stage : "";
                link.Send(new() { ["kind"] = "progress", ["share"] = share, ["text"] = VisibleText.Of(string.Create(CultureInfo.InvariantCulture, $"{progress.Title}: {100 * share:0} %{stage}")) });
            }
            return Task.CompletedTask;
        }
    }
}
