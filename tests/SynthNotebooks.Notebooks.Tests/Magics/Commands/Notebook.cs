using SynthNotebooks.Contracts;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Tests.Hosting;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Tests.Magics;

/// <summary>A notebook in a folder of its own that runs magics line by line.</summary>
internal sealed class Notebook : IDisposable
{
    private static readonly Toolkit Toolkit = new()
    {
        Models = new Catalog<GeneratorAttribute>("model", typeof(CopulaGenerator).Assembly, typeof(AutoGenerator).Assembly, typeof(Notebook).Assembly),
    };

    private static readonly MagicCatalog Catalog = new(Toolkit);

    public string Folder { get; } = Directory.CreateTempSubdirectory("notebook").FullName;

    public FakeHost Host { get; }

    public Notebook() => Host = new FakeHost { WorkingDirectory = Folder };

    public string PathOf(string file) => Path.Combine(Folder, file);

    public async Task Run(string line, CancellationToken cancellation = default)
    {
        var name = line.Split(' ')[0];
        await Catalog[name].RunAsync(line[name.Length..], Host, cancellation);
    }

    /// <summary>Runs a line that must fail and change nothing; returns what the user is told.</summary>
    public async Task<string> Fail(string line)
    {
        var before = Snapshot();
        var error = await Assert.ThrowsAsync<MagicException>(() => Run(line));
        Assert.Equal(before, Snapshot());
        Assert.DoesNotContain(Folder, error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Snapshot() => string.Join("; ", Host.List().Select(variable => $"{variable.Name} {variable.DeclaredType} {System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Host[variable.Name])}")
        .Concat(Directory.GetFiles(Folder).Order(StringComparer.Ordinal)));
}
