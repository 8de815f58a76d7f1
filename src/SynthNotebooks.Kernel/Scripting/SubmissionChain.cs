using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The C# of a session: every piece that has run, in order, with the values it left behind.</summary>
/// <remarks>
/// The compiler looks every name up in each piece before, so that a long session would grow slower with every cell. Once there are many, those
/// that a cell does not mention are put aside, and taken back when one does (docs/adr/0011).
/// </remarks>
internal sealed class SubmissionChain
{
    /// <summary>How many pieces are looked through before some are put aside.</summary>
    public const int DefaultLongest = 256;

    private const int MostNewestKept = 32;

    private readonly ReferenceSet _references;
    private readonly SubmissionLoadContext _loader = new();
    private readonly Lazy<ChainView> _empty; // made by whoever needs it first, the warm-up or a cell
    private readonly ConcurrentDictionary<string, CellSource> _sources = new();
    private readonly Lock _gate = new(); // of the index, the view and its limit
    private readonly LinkIndex _index = new();
    private readonly int _leastLongest, _newestKept;
    private ChainView? _view;
    private int _longest;
    private object?[] _states = new object?[64];
    private int _slots; // used elements of _states; the first is the host object, which we have none of
    private int _number, _probes;

    /// <param name="references">What pieces see besides the base library.</param>
    /// <param name="usings">Namespaces in scope from the start.</param>
    /// <param name="longest">How many pieces are looked through before some are put aside.</param>
    public SubmissionChain(IEnumerable<Assembly> references, IEnumerable<string> usings, int longest = DefaultLongest)
    {
        (_longest, _leastLongest, _newestKept) = (longest, longest, Math.Clamp(longest / 8, 1, MostNewestKept));
        var assemblies = references.ToArray();
        _references = new ReferenceSet(assemblies);
        foreach (var assembly in assemblies) _loader.AddLoaded(assembly);
        var initial = _references.Fresh;
        _references.Fresh = [];
        _empty = new Lazy<ChainView>(() => ChainView.Empty(SubmissionCompiler.Root(initial, usings)));
    }

    public VariableTable Variables { get; } = new();

    /// <summary>The source that stands under a path in debugging symbols.</summary>
    public bool TryGetSource(string path, out CellSource source) => _sources.TryGetValue(path, out source!);

    /// <summary>A cell begins: it answers for what earlier cells left behind, too.</summary>
    public void Begin(CellContext cell) => _loader.LastCell = cell;

    /// <summary>Makes an assembly file visible to what is compiled from now on.</summary>
    public void AddReference(string path)
    {
        if (_references.Add(path)) _loader.AddPath(path);
    }

    /// <summary>As <see cref="AddReference"/>, for a file that the user names: what it needs is looked for beside it.</summary>
    public void AddReferenceWithNeighbours(string path)
    {
        AddReference(path);
        _loader.AddFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Makes a native library loadable.</summary>
    public void AddNative(string path) => _loader.AddNative(path);

    /// <summary>Makes translations of an assembly's texts loadable.</summary>
    public void AddSatellite(string culture, string path) => _loader.AddSatellite(culture, path);

    /// <exception cref="CompilationException">The text has errors.</exception>
    public Submission Compile(CellSource source, CancellationToken cancellation) => Compile(_number + 1, source, mayPutAside: true, cancellation);

    /// <summary>Compiles a piece that leaves no trace in the session; safe while cells run.</summary>
    /// <exception cref="CompilationException">The text has errors.</exception>
    public Submission CompileProbe(CellSource source, CancellationToken cancellation) => Compile(Interlocked.Decrement(ref _probes), source, mayPutAside: false, cancellation);

    /// <summary>A compilation for questions about a text, never run; safe while cells run.</summary>
    public CSharpCompilation Analyse(SyntaxTree tree) => SubmissionCompiler.Analyse(tree, ViewFor(() => tree, mayPutAside: false).Last, _references.Fresh);

    /// <summary>What earlier pieces declare and <see cref="Analyse"/> shows only where the text names it, or shows older ones of, the newest first; safe while cells run.</summary>
    /// <param name="prefix">What the names begin with, in either case.</param>
    public IReadOnlyList<CompletionItem> NamesOutOfSight(string prefix)
    {
        lock (_gate)
        {
            var view = _view ?? _empty.Value;
            return view.Count == _index.Count ? [] : [.. _index.DeclaredOutside(view).Where(found => found.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                .SelectMany(found => found.Declarers.SelectMany(link => link.Outline.Items.Where(item => item.Text == found.Name)))];
        }
    }

    /// <summary>Appends a piece and gives what runs it.</summary>
    /// <param name="submission">Compiled on top of the last piece.</param>
    /// <param name="keep">False for an expression that must leave no trace.</param>
    public Func<Task<object?>> Load(Submission submission, bool keep = true)
    {
        if (keep) _number = submission.Number;
        // What declares nothing is left out of all views.
        var bringsReferences = _references.Fresh.Length > 0;
        keep &= submission.Declares || bringsReferences;
        var hasCode = submission.Image.Length > 0;
        var slot = hasCode ? _slots + 1 : _slots;
        if (keep) Keep(submission, new ChainLink(submission, slot, bringsReferences));
        if (!hasCode) return () => Task.FromResult<object?>(null);
        _sources[SubmissionCompiler.PathOf(submission.Number)] = submission.Source;
        var assembly = _loader.LoadSubmission(submission.Compilation.AssemblyName!, submission.Image, submission.Symbols);
        var factory = submission.Compilation.GetEntryPoint(default)!;
        var type = assembly.GetType(factory.ContainingType.MetadataName, throwOnError: true)!;
        var run = type.GetMethod(factory.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<Func<object?[], Task<object>>>();
        if (keep) _slots = slot;
        if (keep && slot >= _states.Length) Array.Resize(ref _states, 2 * slot);
        var states = keep ? _states : [.. _states, null];
        return () =>
        {
            var task = run(states);
            if (keep) Variables.Declare(states[slot]!);
            return task!;
        };
    }

    private Submission Compile(int number, CellSource source, bool mayPutAside, CancellationToken cancellation)
    {
        var view = ViewFor(() => SubmissionCompiler.Parse(source, number, cancellation), mayPutAside);
        return SubmissionCompiler.Compile(number, source, view.Last, _slots, _references.Fresh, cancellation) with { Behind = view };
    }

    private ChainView ViewFor(Func<SyntaxTree> tree, bool mayPutAside)
    {
        lock (_gate)
        {
            var view = _view ?? _empty.Value;
            var isLong = mayPutAside && view.Count >= _longest;
            if (!isLong && view.Count == _index.Count) return view;
            var names = SubmissionOutline.NamesIn(tree());
            return _view = isLong ? Shortened(view, names) : Completed(view, names);
        }
    }

    private ChainView Shortened(ChainView view, IReadOnlyList<string> names)
    {
        var links = _index.Closure(names, _newestKept, also: []);
        _longest = Math.Max(_leastLongest, 2 * links.Count); // many may belong together
        foreach (var link in view.Links) link.Reduce();
        return view.With(links.Values);
    }

    private ChainView Completed(ChainView view, IReadOnlyList<string> names)
    {
        var links = _index.Closure(names, newest: 0, also: view.Links).Values;
        var missing = links.Where(link => !view.Contains(link)).ToArray();
        if (missing.Length == 0) return view;
        _longest = Math.Max(_longest, 2 * _index.Closure(names, _newestKept, also: []).Count); // else the next piece would put them aside again
        // In their right places most of the others would have to be compiled again.
        return missing.All(_index.IsMovable) ? missing.Aggregate(view, (result, link) => result.Append(link)) : view.With(links);
    }

    private void Keep(Submission submission, ChainLink link)
    {
        _references.Fresh = [];
        lock (_gate)
        {
            _index.Add(link);
            _view = submission.Behind!.Append(link, submission.Compilation);
        }
    }
}
