using System.Diagnostics;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Packages;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Packages;

[Collection("alone")] // points NuGet's folder of packages, which belongs to the process, at the test's own
public sealed class PackageTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packages").FullName;
    private readonly string? _packagesBefore = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
    private readonly PackageFeed _feed;
    private Notebook _notebook;

    public PackageTests()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Path.Combine(_folder, "installed"));
        _feed = new PackageFeed(Path.Combine(_folder, "feed"));
        _notebook = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await _notebook.DisposeAsync();
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", _packagesBefore);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_package_comes_with_what_it_depends_on_and_the_second_time_without_a_restore()
    {
        _feed.Add("Synth.Test.Base", "1.0.0", "public class Base { public int Value => 20; }");
        _feed.Add("Synth.Test.Top", "2.1.0", "public class Top { public int Value => 22; }", dependency: ("Synth.Test.Base", "1.0.0"));
        const string cell = "#i \"nuget: feed\"\n#r \"nuget: Synth.Test.Top, 2.1\"\nnew Top().Value + new Base().Value";

        var output = await _notebook.RunAsync(cell);
        Assert.Equal("42", output.Plain);
        Assert.Equal("Installed package Synth.Test.Top, 2.1.0", output.Displays[0].Data.Data["text/plain"].GetValue<string>());

        Directory.Delete(_feed.Folder, recursive: true); // a restore would fail now
        Directory.CreateDirectory(_feed.Folder);
        await _notebook.DisposeAsync();
        _notebook = Open();
        var watch = Stopwatch.StartNew();
        Assert.Equal("42", await _notebook.ValueAsync(cell));
        Assert.True(watch.ElapsedMilliseconds < 1500, $"took {watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("abc", false)]
    [InlineData("1.2.x", false)]
    [InlineData("1..2", false)]
    [InlineData("v1.2", false)]
    [InlineData("1.2.3.4.5", false)]
    [InlineData("5", true)]
    [InlineData("1.2.3", true)]
    [InlineData("1.2.3.4", true)]
    [InlineData("1.2.3-beta.1+build.5", true)]
    [InlineData("1.2.*", true)]
    [InlineData("1.2.3-*", true)]
    [InlineData("*", true)]
    [InlineData("*-*", true)]
    [InlineData("[1.0, 2.0)", true)]
    [InlineData("(,2.0]", true)]
    [InlineData("[1.2.3]", true)]
    public void A_text_that_is_no_version_is_refused_before_anything_is_restored(string version, bool isVersion)
    {
        var failure = Record.Exception(() => PackageRequest.Parse($"nuget: Some.Package, {version}"));

        if (isVersion) Assert.Null(failure);
        else Assert.Contains($"'{version}' is no version; write 1.2.3", Assert.IsType<DirectiveException>(failure).Message);
    }

    [Fact]
    public async Task Failures_tell_what_is_wrong()
    {
        _feed.Add("Synth.Test.Versions", "1.0.0", "public class V { }");
        _feed.Add("Synth.Test.Versions", "2.0.0", "public class V { }");
        _feed.Add("Synth.Test.Future", "1.0.0", "public class F { }", framework: "net99.0");

        var missing = await _notebook.ErrorAsync("#i \"nuget: feed\"\n#r \"nuget: Synth.Test.Versions, 9.9.9\"");
        Assert.Equal("MagicError", missing.Name);
        Assert.Contains("the package has no such version", missing.Message);
        Assert.Contains("2.0.0", missing.Message); // the nearest
        Assert.Equal("   at cell 1, line 2: #r \"nuget: Synth.Test.Versions, 9.9.9\"", missing.Traceback[^1]);
        Assert.Contains("there is no version 1.5.0 in the sources; the nearest is 2.0.0", (await _notebook.ErrorAsync("#r \"nuget: Synth.Test.Versions, 1.5.0\"")).Message);
        Assert.Contains("the package does not work with net10.0", (await _notebook.ErrorAsync("#r \"nuget: Synth.Test.Future, 1.0.0\"")).Message);
        Assert.Contains("no folder 'nowhere'", (await _notebook.ErrorAsync("#i \"nuget: nowhere\"")).Message);

        await _notebook.RunAsync("#r \"nuget: Synth.Test.Versions, 1.0.0\"");
        var other = await _notebook.ErrorAsync("#r \"nuget: Synth.Test.Versions, 2.0.0\"");
        Assert.Contains("needs Synth.Test.Versions 2.0.0, but 1.0.0 has been added already. Restart the kernel", other.Message);
        await _notebook.RunAsync("#r \"nuget: Synth.Test.Versions, 1.0.0\""); // the same again changes nothing
    }

    [Fact]
    public async Task A_source_that_cannot_be_reached_is_told_as_such() =>
        Assert.Contains("cannot be reached (no network?)", (await _notebook.ErrorAsync("#i \"nuget: https://127.0.0.1:9/index.json\"\n#r \"nuget: Synth.Test.Nothing, 1.0.0\"")).Message);

    [Fact]
    public async Task Translations_and_native_libraries_are_found()
    {
        var resources = new MemoryStream();
        using (var writer = new System.Resources.ResourceWriter(resources))
        {
            writer.AddResource("greeting", "Guten Tag");
            writer.Generate();
            _feed.Add("Synth.Test.Words", "1.0.0",
                "public static class Native { [System.Runtime.InteropServices.DllImport(\"synthwords\")] public static extern int synthwords(); }\npublic class Words { }",
                files: [("lib/netstandard2.0/de/Synth.Test.Words.resources.dll", Satellite(resources.ToArray())), ($"runtimes/{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}/native/libsynthwords.so", [1, 2, 3])]);
        }
        await _notebook.RunAsync("#i \"nuget: feed\"\n#r \"nuget: Synth.Test.Words, 1.0.0\"");

        // Read from the closure: a machine without ICU has no culture but the invariant one, so that nothing can ask the loader for "de" there.
        var closure = await PackageRestore.RunAsync([new PackageRequest("Synth.Test.Words", "1.0.0")], [_feed.Folder], Path.Combine(_folder, "cache"), default);
        var (culture, path) = Assert.Single(closure.Satellites);
        Assert.Equal(("de", "Synth.Test.Words.resources.dll"), (culture, Path.GetFileName(path)));
        Assert.True(File.Exists(path));
        // The file is found; that it holds no library is the system's to say.
        Assert.Contains("libsynthwords.so", (await _notebook.ErrorAsync("Native.synthwords()")).Message);
    }

    [Fact]
    public async Task An_assembly_file_finds_what_it_needs_beside_it()
    {
        var inner = PackageFeed.Assembly("Synth.Test.Inner", "public class Inner { public static int Value => 5; }");
        Directory.CreateDirectory(Path.Combine(_folder, "lib"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "lib", "Synth.Test.Inner.dll"), inner);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "lib", "Synth.Test.Outer.dll"),
            PackageFeed.Assembly("Synth.Test.Outer", "public class Outer { public static int Value => Inner.Value + 1; }", Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(inner)));

        Assert.Equal("6", await _notebook.ValueAsync("#r \"lib/Synth.Test.Outer.dll\"\nOuter.Value"));
    }

    [Theory]
    [InlineData("#r \"nuget: a b c\"", "is not of the form")]
    [InlineData("#r nuget:X", "in double quotes")]
    [InlineData("#r \"nuget: X\" // why", "A comment goes on a line of its own")]
    [InlineData("#r \"nothing.dll\"", "neither a file of that path nor an assembly of that name")]
    [InlineData("#i \"somewhere\"", "#i takes \"nuget: ADDRESS-OR-FOLDER\"")]
    [InlineData("#i \"nuget:\"", "the address is missing")]
    public async Task What_cannot_be_read_is_told(string code, string told) => Assert.Contains(told, (await _notebook.ErrorAsync(code)).Message);

    private Notebook Open() => new(new CSharpSessionOptions { Folder = _folder, PackageCache = Path.Combine(_folder, "cache") });

    private static byte[] Satellite(byte[] resources)
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Synth.Test.Words.resources",
            [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyCulture(\"de\")]")],
            [Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, manifestResources: [new("Words.de.resources", () => new MemoryStream(resources), isPublic: true)]).Success);
        return image.ToArray();
    }
}
