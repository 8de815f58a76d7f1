using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Live;

namespace SynthNotebooks.Notebooks.Tests.Live;

/// <summary>A front end in memory that shows one live output.</summary>
internal sealed class FakeLink(INotebookHost host) : ILiveLink
{
    public INotebookHost Host => host;

    public List<JsonObject> Answers { get; } = [];

    public JsonObject Last => Answers[^1];

    public void Send(JsonObject answer)
    {
        lock (Answers) Answers.Add(answer);
    }

    public Task Ask(ILiveView view, object request, CancellationToken interrupt = default) => view.ReceiveAsync(JsonSerializer.SerializeToElement(request), this, interrupt);
}
