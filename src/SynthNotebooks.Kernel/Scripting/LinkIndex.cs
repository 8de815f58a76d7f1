namespace SynthNotebooks.Kernel.Scripting;

/// <summary>All pieces of a session that later ones can see, by the names that they declare. For one thread at a time.</summary>
internal sealed class LinkIndex
{
    private readonly Dictionary<string, Dictionary<string, List<ChainLink>>> _declarers = new(StringComparer.Ordinal);
    private readonly List<ChainLink> _links = []; // by number
    private readonly List<ChainLink> _alwaysSeen = [];
    private int _newestInScope;

    public int Count => _links.Count;

    public void Add(ChainLink link)
    {
        _links.Add(link);
        if (link.IsAlwaysSeen) _alwaysSeen.Add(link);
        if (link.BringsIntoScope) _newestInScope = link.Number;
        foreach (var (name, signature) in link.Declared)
        {
            if (!_declarers.TryGetValue(name, out var bySignature)) _declarers[name] = bySignature = new(StringComparer.Ordinal);
            if (!bySignature.TryGetValue(signature, out var links)) bySignature[signature] = links = [];
            if (links.Count == 0 || links[^1] != link) links.Add(link);
        }
    }

    /// <summary>The newest declarers of a name, one of each signature.</summary>
    public IEnumerable<ChainLink> Declaring(string name) => _declarers.TryGetValue(name, out var bySignature) ? bySignature.Values.Select(links => links[^1]) : [];

    /// <summary>Whether a piece, and what is compiled behind it, means the same behind any newer pieces as in its own place.</summary>
    public bool IsMovable(ChainLink link)
    {
        if (link.Declared.Any(declared => Declaring(declared.Name).Any(other => other.Number > link.Number))) return false;
        return link.Outline.IsIndependent || (link.Number > _newestInScope && link.Outline.Names.All(name => Declaring(name).All(other => other == link)));
    }

    /// <summary>The pieces that a text with some names can depend on, and the newest, with all that these depend on themselves.</summary>
    /// <param name="names">Those in the text.</param>
    /// <param name="newest">How many of the newest pieces.</param>
    /// <param name="also">More pieces, whose own dependencies are among them.</param>
    public SortedDictionary<int, ChainLink> Closure(IEnumerable<string> names, int newest, IEnumerable<ChainLink> also)
    {
        var found = new SortedDictionary<int, ChainLink>();
        foreach (var link in also) found.TryAdd(link.Number, link);
        var open = new Stack<ChainLink>();
        foreach (var link in _alwaysSeen) Find(link);
        foreach (var link in _links.TakeLast(newest)) Find(link);
        foreach (var name in names)
            foreach (var link in Declaring(name)) Find(link);
        while (open.TryPop(out var link))
            foreach (var name in link.Outline.Names)
                foreach (var earlier in DeclaringBefore(name, link)) Find(earlier);
        return found;

        void Find(ChainLink link)
        {
            if (found.TryAdd(link.Number, link)) open.Push(link);
        }
    }

    /// <summary>The names whose newest declarers are not all in a view, each with one that is not.</summary>
    public IEnumerable<(string Name, ChainLink Link)> DeclaredOutside(ChainView view) =>
        _declarers.Keys.SelectMany(name => Declaring(name).Where(link => !view.Contains(link)).Select(link => (name, link)));

    private IEnumerable<ChainLink> DeclaringBefore(string name, ChainLink link)
    {
        if (!_declarers.TryGetValue(name, out var bySignature)) yield break;
        foreach (var (signature, links) in bySignature)
        {
            if (link.Declared.Contains(new ChainLink.Declaration(name, signature))) continue; // its own hides it
            if (NewestBefore(links, link.Number) is { } earlier) yield return earlier;
        }
    }

    private static ChainLink? NewestBefore(List<ChainLink> links, int number)
    {
        var (low, high) = (0, links.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (links[middle].Number < number) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? null : links[low - 1];
    }
}
