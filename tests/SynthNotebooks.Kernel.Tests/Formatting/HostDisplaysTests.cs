using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Formatting;

[Collection("alone")] // formatters belong to the process
public sealed class HostDisplaysTests : IAsyncDisposable, IDisposable
{
    private readonly Notebook _notebook = new(new CSharpSessionOptions { References = [typeof(Shown).Assembly] });

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    public void Dispose() => Formatter.ResetToDefault();

    [Theory]
    [InlineData("Formatter.ResetToDefault();")]
    [InlineData("Microsoft.DotNet.Interactive.Formatting.Formatter.ResetToDefault();")]
    [InlineData("Formatter.ResetToDefault()")]
    [InlineData("if (true) Formatter.ResetToDefault();")]
    [InlineData("Action reset = Formatter.ResetToDefault; reset();")]
    [InlineData("new List<int> { 1 }.ForEach(_ => Formatter.ResetToDefault());")]
    public async Task A_reset_takes_back_what_the_user_registered_and_leaves_what_the_host_did(string reset)
    {
        await _notebook.RunAsync("record Mine(int X);\nFormatter.Register<Mine>(m => \"mine\", \"text/plain\");\nFormatter.ListExpansionLimit = 2;");
        HostDisplays.Add(Register); // a host that comes after the first cell
        Assert.Equal("mine", await _notebook.ValueAsync("new Mine(1)"));
        Assert.Equal("the host's", await _notebook.ValueAsync($"new {Name}()"));

        await _notebook.RunAsync(reset);

        Assert.Equal("the host's", await _notebook.ValueAsync($"new {Name}()"));
        Assert.Equal(["text/plain", "application/x-host"], (await _notebook.RunAsync($"new {Name}()")).Value!.Data.Keys);
        Assert.Equal("Mine\n      X: 1", await _notebook.ValueAsync("new Mine(1)"));
        Assert.Equal("[ 1, 2, 3 ]", await _notebook.ValueAsync("new[] { 1, 2, 3 }"));
        Assert.StartsWith("<details open=\"open\"><summary><code>System.Exception: e", await _notebook.ValueAsync("new Exception(\"e\").ToDisplayString(\"text/html\")"));
    }

    [Fact]
    public async Task The_rest_of_the_cell_that_resets_has_the_hosts_displays()
    {
        HostDisplays.Add(Register);

        Assert.Equal("the host's", await _notebook.ValueAsync($"Formatter.Register<{Name}>(v => \"the user's\", \"text/plain\");\nFormatter.ResetToDefault();\nreturn new {Name}().ToDisplayString(\"text/plain\");"));
    }

    [Fact]
    public async Task What_is_registered_after_a_reset_stays()
    {
        HostDisplays.Add(Register);

        await _notebook.RunAsync($"Formatter.ResetToDefault(); Formatter.SetPreferredMimeTypesFor(typeof({Name}), \"text/plain\"); Formatter.Register<{Name}>(v => \"the user's\", \"text/plain\");");

        Assert.Equal(["text/plain"], (await _notebook.RunAsync($"new {Name}()")).Value!.Data.Keys);
        Assert.Equal("the user's", await _notebook.ValueAsync($"new {Name}()"));
    }

    [Fact]
    public async Task Adding_twice_or_resetting_often_registers_once()
    {
        HostDisplays.Add(Register);
        HostDisplays.Add(Register);
        Assert.Single(Formatter.RegisteredFormatters(includeDefaults: false), formatter => formatter.Type == typeof(Shown) && formatter.MimeType == "text/plain");

        await _notebook.RunAsync("for (var i = 0; i < 5; i++) Formatter.ResetToDefault();\n1");

        Assert.Single(Formatter.RegisteredFormatters(includeDefaults: false), formatter => formatter.Type == typeof(Shown) && formatter.MimeType == "text/plain");
        Assert.Equal(2, Formatter.RegisteredFormatters(includeDefaults: false).Count(formatter => formatter.Type == typeof(Exception)));
    }

    /// <summary>What a host has to show.</summary>
    public sealed class Shown;

    private static string Name => $"SynthNotebooks.Kernel.Tests.Formatting.{nameof(HostDisplaysTests)}.{nameof(Shown)}";

    private static void Register()
    {
        Formatter.Register<Shown>(_ => "the host's", "text/plain");
        Formatter.Register<Shown>(_ => "x", "application/x-host");
        Formatter.SetPreferredMimeTypesFor(typeof(Shown), "text/plain", "application/x-host");
    }
}
