using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>The C# of a session: every piece that has run, in order, with the values it left behind.</summary>
internal sealed class SubmissionChain
{
    private readonly ReferenceSet _references;
    private readonly SubmissionLoadContext _loader = new();
    private readonly Lazy<CSharpCompilation> _root; // made by whoever needs it first, the warm-up or a cell
    private readonly ConcurrentDictionary<string, CellSource> _sources = new();
    private object?[] _states = new object?[64];
    private int _slots; // used elements of _states; the first is the host object, which we have none of
    private int _number, _probes;

    public SubmissionChain(IEnumerable<Assembly> references, IEnumerable<string> usings)
    {
        var assemblies = references.ToArray();
        _references = new ReferenceSet(assemblies);
        foreach (var assembly in assemblies) _loader.AddLoaded(assembly);
        var initial = _references.Fresh;
        _references.Fresh = [];
        _root = new Lazy<CSharpCompilation>(() => SubmissionCompiler.Root(initial, usings));
    }

    /// <summary>The newest piece; what completion looks things up in.</summary>
    public CSharpCompilation Last
    {
        get => field ?? _root.Value;
        private set;
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
    public Submission Compile(CellSource source, CancellationToken cancellation) =>
        SubmissionCompiler.Compile(_number + 1, source, Last, _references.Fresh, cancellation);

    /// <summary>Compiles a piece that leaves no trace in the session; safe while cells run.</summary>
    /// <exception cref="CompilationException">The text has errors.</exception>
    public Submission CompileProbe(CellSource source, CancellationToken cancellation) =>
        SubmissionCompiler.Compile(Interlocked.Decrement(ref _probes), source, Last, _references.Fresh, cancellation);

    /// <summary>A compilation for questions about a text, never run; safe while cells run.</summary>
    public CSharpCompilation Analyse(SyntaxTree tree) => SubmissionCompiler.Analyse(tree, Last, _references.Fresh);

    /// <summary>Appends a piece and gives what runs it.</summary>
    /// <param name="submission">Compiled on top of the last piece.</param>
    /// <param name="keep">False for an expression that must leave no trace.</param>
    public Func<Task<object?>> Load(Submission submission, bool keep = true)
    {
        if (keep) _number = submission.Number;
        // What declares nothing is left out: every name of a later piece is looked for in each link of the chain.
        keep &= submission.Declares || _references.Fresh.Length > 0;
        if (keep) (Last, _references.Fresh) = (submission.Compilation, []);
        if (submission.Image.Length == 0) return () => Task.FromResult<object?>(null);
        _sources[SubmissionCompiler.PathOf(submission.Number)] = submission.Source;
        var assembly = _loader.LoadSubmission(submission.Compilation.AssemblyName!, submission.Image, submission.Symbols);
        var factory = submission.Compilation.GetEntryPoint(default)!;
        var type = assembly.GetType(factory.ContainingType.MetadataName, throwOnError: true)!;
        var run = type.GetMethod(factory.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.CreateDelegate<Func<object?[], Task<object>>>();
        var slot = _slots + 1;
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
}
