using System.Text.Json;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>The kernel's end of an output that can ask for more, such as a panel or a table that turns its pages.</summary>
/// <remarks>
/// Two views that are equal answer alike, so that <see cref="LiveOutputs"/> gives them one id. Every front end that shows the output has a link of its own; requests come one
/// after the other, never while a cell runs.
/// </remarks>
public interface ILiveView
{
    /// <summary>Answers a request over the link. What a user can mend is an answer; nothing is thrown for it.</summary>
    /// <param name="request">What the front end asks; not trusted.</param>
    /// <param name="link">Where the answer goes.</param>
    /// <param name="interrupt">The user interrupts the kernel: the work stops within 0.5 s.</param>
    Task ReceiveAsync(JsonElement request, ILiveLink link, CancellationToken interrupt);
}
