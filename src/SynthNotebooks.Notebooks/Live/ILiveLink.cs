using System.Text.Json.Nodes;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>What a live output needs of a kernel that can talk to its outputs; a kernel that cannot need not implement it.</summary>
public interface ILiveLink
{
    /// <summary>The notebook. It can show nothing through <see cref="INotebookHost.DisplayAsync"/>, since no cell is running.</summary>
    INotebookHost Host { get; }

    /// <summary>Sends an answer to the output; thread-safe.</summary>
    /// <param name="answer">Handed over: not to be changed afterwards.</param>
    void Send(JsonObject answer);
}
