using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SynthNotebooks.Notebooks.Live;

/// <summary>The live outputs that were shown, by id; thread-safe. A host that can talk to outputs looks them up here, any other leaves them be.</summary>
/// <remarks>
/// An id follows from what the output shows, so that reruns show the same bytes. Views that show the same but are not equal get ids of their own. The last
/// <see cref="Most"/> are kept: an older output shows what it showed, and can ask for nothing more.
/// </remarks>
public sealed class LiveOutputs
{
    /// <summary>Views kept.</summary>
    public const int Most = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Id, ILiveView View)> _newest = new();

    /// <summary>Offers a view under an id that its output carries.</summary>
    /// <param name="kind">Begins the id, e.g. <c>panel</c>.</param>
    /// <param name="shown">All that the output shows without the kernel; the id is a hash of it.</param>
    /// <param name="view">Answers from now on.</param>
    public string Offer(string kind, string shown, ILiveView view)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(view);
        var stem = $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))[..12]}";
        lock (_gate)
        {
            var id = stem;
            for (var other = 2; Node(id) is { } taken; id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{other++}"))
            {
                if (!taken.Value.View.Equals(view)) continue;
                _newest.Remove(taken);
                break;
            }
            _newest.AddFirst((id, view));
            if (_newest.Count > Most) _newest.RemoveLast();
            return id;
        }
    }

    /// <summary>The view of an id; false when there is none, or none any more.</summary>
    public bool TryFind(string id, [NotNullWhen(true)] out ILiveView? view)
    {
        lock (_gate) view = Node(id)?.Value.View;
        return view is not null;
    }

    private LinkedListNode<(string Id, ILiveView View)>? Node(string id)
    {
        for (var node = _newest.First; node is not null; node = node.Next)
            if (node.Value.Id == id) return node;
        return null;
    }
}
