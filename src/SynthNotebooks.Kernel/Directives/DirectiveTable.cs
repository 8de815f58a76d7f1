using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Directives;

/// <summary>The magics of a session, built-in and the host's.</summary>
internal sealed class DirectiveTable : ISessionServices
{
    private readonly SortedDictionary<string, IDirective> _byName = new(StringComparer.Ordinal);
    private readonly Stack<string> _files = new(); // being imported or loaded, innermost on top
    private readonly SubmissionChain _chain;
    private readonly Func<string, string, string, Task> _run;

    public DirectiveTable(CSharpSessionOptions options, SubmissionChain chain, Func<string, string, string, Task> run)
    {
        (_chain, _run) = (chain, run);
        Folder = Path.GetFullPath(options.Folder ?? Environment.CurrentDirectory);
        PackageCache = options.PackageCache
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "synthnotebooks", "packages");
        SizeOf = options.SizeOf;
        foreach (var directive in BuiltInDirectives.Of(this).Concat(options.Directives)) _byName[directive.Name] = directive;
    }

    public string Folder { get; set; }

    public string PackageCache { get; }

    public Func<object, string?>? SizeOf { get; }

    public IList<string> PackageSources { get; } = [];

    public IReadOnlyList<IDirective> Directives => [.. _byName.Values];

    public bool TakesBody(string name) => _byName.GetValueOrDefault(name) is ICellDirective;

    /// <exception cref="DirectiveException">There is none of that name.</exception>
    public IDirective Find(string name) => _byName.TryGetValue(name, out var directive) ? directive : throw new DirectiveException(Unknown(name));

    public void AddReference(string path) => _chain.AddReference(path);

    public void AddReferenceWithNeighbours(string path) => _chain.AddReferenceWithNeighbours(path);

    public void AddNative(string path) => _chain.AddNative(path);

    public void AddSatellite(string culture, string path) => _chain.AddSatellite(culture, path);

    public async Task WithinFileAsync(string path, string magic, Func<Task> run)
    {
        if (_files.Contains(path)) throw new DirectiveException($"{magic}: {string.Join(" > ", _files.Reverse().SkipWhile(f => f != path).Append(path).Select(Path.GetFileName))} goes round in a circle.");
        _files.Push(path);
        try
        {
            await run().ConfigureAwait(false);
        }
        finally
        {
            _files.Pop();
        }
    }

    public Task RunAsync(string code, string label, string folder) => _run(code, label, folder);

    private string Unknown(string name)
    {
        var nearest = _byName.Keys.Where(k => k.StartsWith("#!", StringComparison.Ordinal)).MinBy(known => (EditDistance.Between(name, known), known));
        var hint = nearest is not null && EditDistance.Between(name, nearest) <= Math.Max(2, name.Length / 3) ? $" Did you mean {nearest}?" : "";
        return $"Unknown magic command {name}.{hint} #!lsmagic lists all of them.";
    }
}
