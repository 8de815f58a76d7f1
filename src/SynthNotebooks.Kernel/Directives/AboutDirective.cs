using System.Reflection;
using System.Runtime.InteropServices;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!about</c>: what runs here.</summary>
internal sealed class AboutDirective() : BuiltInDirective("#!about", "Shows the versions of the kernel and of .NET.", "#!about")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        TakesNothing(call);
        var version = typeof(AboutDirective).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        call.Output.Display(MimeBundle.Text($"SynthNotebooks C# kernel {version}\n{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}"));
        return Task.CompletedTask;
    }
}
