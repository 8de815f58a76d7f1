using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Some pieces of a session, compiled one behind the other: what the next piece sees. Immutable.</summary>
internal sealed class ChainView
{
    // The compiler finishes what a piece follows before the piece itself, each within the next.
    private const int MostNested = 64;

    private readonly ChainView? _below;
    private readonly ChainLink? _link;
    private readonly ImmutableHashSet<ChainLink> _links;
    private readonly int _unfinished;

    private ChainView(CSharpCompilation last, ChainView? below, ChainLink? link, ImmutableHashSet<ChainLink> links, int unfinished) =>
        (Last, _below, _link, _links, _unfinished) = (last, below, link, links, unfinished);

    /// <summary>What the next piece is compiled behind.</summary>
    public CSharpCompilation Last { get; }

    public int Count => _links.Count;

    public IEnumerable<ChainLink> Links => _links;

    public static ChainView Empty(CSharpCompilation root) => new(root, null, null, [], 0);

    public bool Contains(ChainLink link) => _links.Contains(link);

    /// <param name="link">A piece.</param>
    /// <param name="compilation">The piece, compiled behind <see cref="Last"/>.</param>
    public ChainView Append(ChainLink link, CSharpCompilation compilation) => new(compilation, this, link, _links.Add(link), 0);

    /// <summary>Takes a piece back.</summary>
    /// <param name="link">A piece that means the same here as in its own place.</param>
    public ChainView Append(ChainLink link)
    {
        var result = new ChainView(link.After(Last), this, link, _links.Add(link), (_unfinished + 1) % MostNested);
        if (result._unfinished == 0) result.Last.Emit(Stream.Null);
        return result;
    }

    /// <summary>A view of other pieces; as far up as they are the same ones nothing is compiled anew.</summary>
    /// <param name="links">In the order of the session.</param>
    public ChainView With(IEnumerable<ChainLink> links)
    {
        var own = new Stack<ChainView>();
        for (var view = this; view is not null; view = view._below) own.Push(view);
        var result = own.Pop();
        foreach (var link in links)
        {
            if (own.TryPeek(out var next) && next._link == link)
            {
                result = own.Pop();
                continue;
            }
            own.Clear();
            result = result.Append(link);
        }
        return result;
    }
}
