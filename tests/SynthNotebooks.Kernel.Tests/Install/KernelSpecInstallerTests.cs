using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Install;

namespace SynthNotebooks.Kernel.Tests.Install;

public sealed class KernelSpecInstallerTests : IDisposable
{
    private static readonly KernelSpec Spec = new() { Argv = ["/opt/synthnb", "kernel", "--connection-file", "{connection_file}"] };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly KernelSpecInstaller _installer;

    public KernelSpecInstallerTests() => _installer = new KernelSpecInstaller(KernelSpecLocation.Prefix(_folder.FullName));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_spec_asks_for_interrupts_by_message_and_names_no_extension()
    {
        var installed = _installer.Install(Spec);

        Assert.Equal(Path.Combine(_folder.FullName, "share/jupyter/kernels/.net-csharp"), installed.Folder);
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(installed.Folder, "kernel.json")))!;
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        Assert.Equal("C#", (string?)json["language"]);
        Assert.Equal(".NET (C#) SynthNotebooks", (string?)json["display_name"]);
        Assert.Equal("{connection_file}", (string?)json["argv"]![3]);
        Assert.Null(json["metadata"]!["vscode"]);
        Assert.Equal(["kernel.json"], Directory.GetFiles(installed.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public void It_is_listed_installed_anew_and_removed()
    {
        _installer.Install(Spec);
        _installer.Install(Spec with { DisplayName = "renewed" }, logo: new byte[] { 1 });

        var listed = Assert.Single(_installer.List());
        Assert.Equal((".net-csharp", "renewed", true), (listed.Name, listed.DisplayName, listed.IsOurs));
        Assert.True(_installer.Uninstall());
        Assert.False(_installer.Uninstall());
        Assert.Empty(_installer.List());
    }

    [Theory, InlineData("""{"argv":[],"display_name":".NET (C#)","language":"C#"}"""), InlineData("not json"), InlineData("[]")]
    public void Another_programs_kernel_is_kept_unless_forced(string theirs)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "share/jupyter/kernels/.net-csharp")).FullName;
        File.WriteAllText(Path.Combine(folder, "kernel.json"), theirs);

        Assert.Contains("--force", Assert.Throws<KernelSpecException>(() => _installer.Install(Spec)).Message, StringComparison.Ordinal);
        Assert.Throws<KernelSpecException>(() => _installer.Uninstall());
        Assert.Equal(theirs, File.ReadAllText(Path.Combine(folder, "kernel.json")));

        Assert.True(_installer.Install(Spec, force: true).IsOurs);
    }

    [Theory, InlineData(""), InlineData(".."), InlineData("a/b"), InlineData("a b"), InlineData("é")]
    public void A_name_that_is_no_folder_name_is_refused(string name) =>
        Assert.Throws<KernelSpecException>(() => _installer.Install(Spec, name));

    [Fact]
    public void An_argv_without_the_connection_file_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => _installer.Install(new KernelSpec { Argv = ["synthnb"] }));

    [Fact]
    public void The_users_location_follows_the_environment()
    {
        if (!OperatingSystem.IsLinux()) return; // the other platforms' places are theirs

        Assert.Equal("/d/kernels", User(("JUPYTER_DATA_DIR", "/d"), ("HOME", "/h")));
        Assert.Equal("/h/.local/share/jupyter/kernels", User(("HOME", "/h")));
        Assert.Equal("/x/jupyter/kernels", User(("HOME", "/h"), ("XDG_DATA_HOME", "/x")));
        Assert.Throws<InvalidOperationException>(() => User());
        Assert.Equal("/v/share/jupyter/kernels", KernelSpecLocation.SysPrefix(name => name == "VIRTUAL_ENV" ? "/v" : null).Kernels);
        Assert.Throws<InvalidOperationException>(() => KernelSpecLocation.SysPrefix(_ => null));

        static string User(params (string Name, string Value)[] variables) =>
            KernelSpecLocation.User(name => variables.FirstOrDefault(variable => variable.Name == name).Value).Kernels;
    }
}
