using System.Reflection;
using SynthNotebooks.Kernel.Directives;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>What a host adds to a session of C#.</summary>
public sealed record CSharpSessionOptions
{
    /// <summary>Namespaces in scope besides .NET Interactive's; the full name of a type stands for <c>using static</c>.</summary>
    public IReadOnlyList<string> Usings { get; init; } = [];

    /// <summary>Assemblies that cells see besides the base library; each must be a file.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Magics besides the built-in ones; one with a built-in's name replaces it.</summary>
    public IReadOnlyList<IDirective> Directives { get; init; } = [];

    /// <summary>The keys that a value's indexer takes, for completion within <c>value["</c>; null when it is not such a value.</summary>
    public Func<object, IEnumerable<string>?>? IndexerKeys { get; init; }

    /// <summary>Methods of such values whose texts name keys, completed likewise: <c>value.OrderBy("</c>.</summary>
    public IReadOnlySet<string> KeyedMethods { get; init; } = new HashSet<string>();

    /// <summary>The size of a value of the host's own types, such as <c>100 x 5</c>, for <c>#!whos</c>; null for other values.</summary>
    public Func<object, string?>? SizeOf { get; init; }

    /// <summary>Folder that relative paths start from; the process's own by default.</summary>
    public string? Folder { get; init; }

    /// <summary>Where the results of <c>#r "nuget:"</c> are kept; a folder under the user's cache by default.</summary>
    public string? PackageCache { get; init; }

    /// <summary>How many earlier pieces the compiler looks through before some are put aside. Only time and memory depend on it.</summary>
    internal int LongestChain { get; init; } = SubmissionChain.DefaultLongest;
}
