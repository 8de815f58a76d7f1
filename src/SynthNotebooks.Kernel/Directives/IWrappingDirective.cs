namespace SynthNotebooks.Kernel.Directives;

/// <summary>A magic that runs around the rest of its cell, as <c>#!time</c> does.</summary>
internal interface IWrappingDirective : IDirective
{
    Task WrapAsync(DirectiveCall call, Func<Task> rest, CancellationToken interrupt);
}

/// <summary>A built-in magic that compiles or runs C# itself; it heeds the interrupt, so it needs no thread that can be aborted.</summary>
internal interface ISessionDirective : IDirective;

/// <summary>What built-in magics ask of the session.</summary>
internal interface ISessionServices
{
    /// <summary>Every magic, by name.</summary>
    IReadOnlyList<IDirective> Directives { get; }

    /// <summary>Folder that relative paths start from.</summary>
    string Folder { get; }

    /// <summary>Where restored packages are remembered.</summary>
    string PackageCache { get; }

    /// <summary>Package sources added with <c>#i</c>.</summary>
    IList<string> PackageSources { get; }

    /// <summary>The size of a value of the host's types; null when the host has none.</summary>
    Func<object, string?>? SizeOf { get; }

    void AddReference(string path);

    /// <summary>As <see cref="AddReference"/>; what the assembly needs is looked for beside it.</summary>
    void AddReferenceWithNeighbours(string path);

    void AddNative(string path);

    /// <summary>Makes translations of an assembly's texts loadable.</summary>
    void AddSatellite(string culture, string path);

    /// <summary>Runs what reads a file, while nothing within may read the same file again.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="magic">Who reads it.</param>
    /// <param name="run">Reads and runs it.</param>
    /// <exception cref="DirectiveException">The file is being read already: it imports itself, perhaps through others.</exception>
    Task WithinFileAsync(string path, string magic, Func<Task> run);

    /// <summary>Runs C# with magics as if it stood in the cell.</summary>
    /// <param name="code">The text.</param>
    /// <param name="label">What errors call it.</param>
    /// <param name="folder">Where its own relative paths start.</param>
    Task RunAsync(string code, string label, string folder);
}
