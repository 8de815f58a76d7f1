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

    void AddReference(string path);

    void AddNative(string path);

    /// <summary>Runs C# with magics as if it stood in the cell.</summary>
    /// <param name="code">The text.</param>
    /// <param name="label">What errors call it.</param>
    /// <param name="folder">Where its own relative paths start.</param>
    Task RunAsync(string code, string label, string folder);
}
