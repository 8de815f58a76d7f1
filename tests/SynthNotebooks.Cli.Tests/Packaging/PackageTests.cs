using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Cli.Tests.Packaging;

public sealed class PackageTests : IDisposable
{
    private const string Version = "0.0.0-test";

    private static readonly string Configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    private readonly Workspace _work = new();

    public void Dispose()
    {
        _work.Dispose();
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var kept = Path.Combine(packages, "synthnotebooks", Version);
        if (Directory.Exists(kept)) Directory.Delete(kept, recursive: true);
    }

    [Fact]
    public async Task A_notebook_runs_with_the_packed_tool_and_the_packed_libraries()
    {
        // Packed from what is built; published beside it, since the tool's own publishing folder may hold one that was made faster to start.
        var source = _work.Path("packages");
        foreach (var project in new[] { "SynthNotebooks.Package", "SynthNotebooks.Cli" })
            await DotnetAsync("pack", Repository.Path("src", project), "-c", Configuration, "--no-build", "--no-restore", "-o", source, $"-p:PackageVersion={Version}", "-p:PublishReadyToRun=false", $"-p:PublishDir={_work.Path("publish")}/", "--nologo");
        Check(Path.Combine(source, $"SynthNotebooks.{Version}.nupkg"));

        var feeds = _work.Write("NuGet.config", $"""<configuration><packageSources><clear /><add key="here" value="{source}" /></packageSources></configuration>""");
        await DotnetAsync("tool", "install", "synthnb", "--version", Version, "--tool-path", _work.Path("tool"), "--configfile", feeds);
        var tool = Path.Combine(_work.Path("tool"), OperatingSystem.IsWindows() ? "synthnb.exe" : "synthnb");

        await RunAsync(tool, "kernel", "install", "--prefix", _work.Path("jupyter"));
        var spec = Directory.GetFiles(_work.Path("jupyter"), "kernel.json", SearchOption.AllDirectories).First();
        Assert.Contains("{connection_file}", JsonNode.Parse(File.ReadAllText(spec))!["argv"]!.ToJsonString(), StringComparison.Ordinal);

        var notebook = _work.Write("n.ipynb", Notebook(
            $"#i \"nuget:{source}\"\n#r \"nuget: SynthNotebooks, {Version}\"",
            "#!simulate patients --rows 300 --seed 1 --as patients",
            "#!fit patients --model independent --as m --quiet",
            "m.Sample(5, new SampleOptions()).Rows.Count"));
        await RunAsync(tool, "run", notebook, "--out", _work.Path("out.ipynb"));
        Assert.Contains("\"5\"", File.ReadAllText(_work.Path("out.ipynb")), StringComparison.Ordinal);

        // A session that knows nothing of the laboratory.
        await using var plain = new CSharpSession(new CSharpSessionOptions { Folder = _work.Folder });
        Assert.NotNull(await ErrorAsync(plain, "SynthNotebooks.Notebooks.Toolkit.Default.Models.Ids.Count"));
        Assert.Null(await ErrorAsync(plain, $"#i \"nuget:{source}\"\n#r \"nuget: SynthNotebooks, {Version}\""));
        Assert.Null(await ErrorAsync(plain, "if (SynthNotebooks.Notebooks.Toolkit.Default.Models.Ids.Count == 0) throw new System.Exception(\"no models\");"));
    }

    private static async Task<CellError?> ErrorAsync(CSharpSession session, string code) => (await session.RunAsync(new CellRequest(code, 1), new Nowhere(), CancellationToken.None)).Error;

    // What the package holds and names, and that it is the same at every packing.
    private static void Check(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        string[] libraries = ["Contracts", "Data", "Evaluation", "Generators", "Learning", "Notebooks", "Privacy", "Selection"];
        foreach (var library in libraries)
            Assert.All(new[] { "dll", "xml", "pdb" }, kind => Assert.NotNull(zip.GetEntry($"lib/net10.0/SynthNotebooks.{library}.{kind}")));
        Assert.NotNull(zip.GetEntry("interactive-extensions/dotnet/extension.dib"));
        Assert.NotNull(zip.GetEntry("README.md"));
        Assert.DoesNotContain(zip.Entries, entry => entry.Name.StartsWith("Microsoft.", StringComparison.Ordinal));
        Assert.Single(zip.Entries.Select(entry => entry.LastWriteTime).Distinct());
        using var text = zip.GetEntry("SynthNotebooks.nuspec")!.Open();
        var nuspec = XDocument.Load(text);
        string[] Names(string element) => [.. nuspec.Descendants().Where(found => found.Name.LocalName == element).Select(found => (string?)found.Attribute("id") ?? found.Value)];
        Assert.Equal("MIT", Assert.Single(Names("license")));
        Assert.DoesNotContain("Microsoft.DotNet.Interactive.Formatting", Names("dependency"));
        Assert.Contains("YamlDotNet", Names("dependency"));
    }

    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((code, i) => (JsonNode)new JsonObject { ["cell_type"] = "code", ["id"] = $"c{i}", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = code })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    private static Task DotnetAsync(params string[] arguments) => RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await output}{await errors}");
    }

    private sealed class Nowhere : ICellOutput
    {
        public void Write(OutputStream stream, string text)
        {
        }

        public void Display(MimeBundle data, string? displayId = null)
        {
        }

        public void Update(MimeBundle data, string displayId)
        {
        }

        public void Result(MimeBundle data)
        {
        }

        public void Clear(bool wait)
        {
        }

        public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("Nobody answers.");
    }
}
