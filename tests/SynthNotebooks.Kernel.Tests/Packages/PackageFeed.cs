using System.IO.Compression;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SynthNotebooks.Kernel.Tests.Packages;

/// <summary>A folder of packages made for a test.</summary>
internal sealed class PackageFeed(string folder)
{
    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    /// <param name="id">Name of package and assembly.</param>
    /// <param name="version">Of the package.</param>
    /// <param name="code">Source of the assembly.</param>
    /// <param name="framework">Folder under lib.</param>
    /// <param name="dependency">Another package and its version.</param>
    /// <param name="files">More files: path in the package and content.</param>
    public void Add(string id, string version, string code, string framework = "netstandard2.0", (string Id, string Version)? dependency = null, params (string Path, byte[] Content)[] files)
    {
        using var package = ZipFile.Open(Path.Combine(Folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        var needs = dependency is { } d ? $"<dependency id=\"{d.Id}\" version=\"{d.Version}\" />" : "";
        Write(package, $"{id}.nuspec", System.Text.Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="utf-8"?>
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id><version>{version}</version><authors>test</authors><description>made for a test</description>
                <dependencies><group targetFramework="{framework}">{needs}</group></dependencies>
              </metadata>
            </package>
            """));
        Write(package, $"lib/{framework}/{id}.dll", Assembly(id, code));
        foreach (var (path, content) in files) Write(package, path, content);
    }

    /// <summary>Compiles an assembly; with a culture it is a satellite that holds one text.</summary>
    public static byte[] Assembly(string name, string code, params MetadataReference[] references)
    {
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), MetadataReference.CreateFromFile(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "System.Runtime.dll")), .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Xunit.Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    private static void Write(ZipArchive package, string path, byte[] content)
    {
        using var stream = package.CreateEntry(path).Open();
        stream.Write(content);
    }
}
