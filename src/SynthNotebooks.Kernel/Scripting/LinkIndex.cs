namespace SynthNotebooks.Kernel.Scripting;

/// <summary>All pieces of a session that later ones can see, by the names that they declare. For one thread at a time.</summary>
internal sealed class LinkIndex
{
    private readonly Dictionary<string, NameDeclarers> _declarers = new(StringComparer.Ordinal);
    private readonly List<ChainLink> _links = []; // by number
    private readonly List<ChainLink> _alwaysSeen = [];
    private int _newestInScope, _newestWithLibraries;

    public int Count => _links.Count;

    public void Add(ChainLink link)
    {
        _links.Add(link);
        if (link.IsAlwaysSeen) _alwaysSeen.Add(link);
        if (link.BringsIntoScope) _newestInScope = link.Number;
        if (link.BringsReferences) _newestWithLibraries = link.Number;
        foreach (var declared in link.Declared)
        {
            if (!_declarers.TryGetValue(declared.Name, out var declarers)) _declarers[declared.Name] = declarers = new NameDeclarers();
            declarers.Add(link, declared);
        }
    }

    /// <summary>Whether a piece means the same behind any newer pieces as in its own place, and so does what is compiled behind it.</summary>
    public bool IsMovable(ChainLink link)
    {
        return link.Declared.All(declared => IsNewest(declared.Name))
        && (link.Outline.IsIndependent ? link.Number > _newestWithLibraries : link.Number > _newestInScope && link.Outline.Names.All(IsNewest));

        bool IsNewest(string name) => !_declarers.TryGetValue(name, out var declarers) || declarers.Newest!.Number <= link.Number;
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
            foreach (var link in DeclaringUpTo(name, int.MaxValue)) Find(link);
        while (open.TryPop(out var link))
            foreach (var name in link.Outline.Names)
                foreach (var earlier in DeclaringUpTo(name, link.Number)) Find(earlier);
        return found;

        void Find(ChainLink link)
        {
            if (found.TryAdd(link.Number, link)) open.Push(link);
        }
    }

    /// <summary>The names that have declarers out of a view, each with all that a new piece can find, the newest first.</summary>
    public IEnumerable<(string Name, IEnumerable<ChainLink> Declarers)> DeclaredOutside(ChainView view) =>
        _declarers.Select(entry => (entry.Key, Declarers: entry.Value.UpTo(int.MaxValue))).Where(entry => entry.Declarers.Any(link => !view.Contains(link)))
            .Select(entry => (entry.Key, (IEnumerable<ChainLink>)entry.Declarers.Distinct().OrderByDescending(link => link.Number)));

    private IEnumerable<ChainLink> DeclaringUpTo(string name, int number) => _declarers.TryGetValue(name, out var declarers) ? declarers.UpTo(number) : [];

    /// <summary>The declarers of one name.</summary>
    private sealed class NameDeclarers
    {
        // Functions end the search for others of their name, so that of two variables with a function between neither stands for the other.
        private readonly Dictionary<(string Signature, int FunctionsBefore), List<ChainLink>> _alike = [];
        private int _functions;

        public ChainLink? Newest { get; private set; }

        public void Add(ChainLink link, ChainLink.Declaration declared)
        {
            if (declared.IsFunction) _functions++;
            var key = (declared.Signature, declared.IsFunction ? 0 : _functions);
            if (!_alike.TryGetValue(key, out var links)) _alike[key] = links = [];
            if (links.Count == 0 || links[^1] != link) links.Add(link);
            Newest = link;
        }

        /// <summary>The newest ones of each kind among the pieces up to some number.</summary>
        public IEnumerable<ChainLink> UpTo(int number) => _alike.Values.Select(links => NewestUpTo(links, number)).OfType<ChainLink>();

        private static ChainLink? NewestUpTo(List<ChainLink> links, int number)
        {
            if (links[^1].Number <= number) return links[^1];
            var (low, high) = (0, links.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (links[middle].Number <= number) low = middle + 1;
                else high = middle;
            }
            return low == 0 ? null : links[low - 1];
        }
    }
}
