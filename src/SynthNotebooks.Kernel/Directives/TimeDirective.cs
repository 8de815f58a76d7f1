using System.Diagnostics;
using System.Globalization;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!time</c>: how long the rest of the cell takes.</summary>
internal sealed class TimeDirective() : BuiltInDirective("#!time", "Shows how long the rest of the cell takes; such an output differs at every run.", "#!time"), IWrappingDirective
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt) => WrapAsync(call, () => Task.CompletedTask, interrupt);

    public async Task WrapAsync(DirectiveCall call, Func<Task> rest, CancellationToken interrupt)
    {
        TakesNothing(call);
        var start = Stopwatch.GetTimestamp();
        await rest().ConfigureAwait(false);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        call.Output.Display(MimeBundle.Text(string.Create(CultureInfo.InvariantCulture, $"Wall time: {time:F1}ms")));
    }
}
