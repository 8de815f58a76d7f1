using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>An exception that is shown as a value: what a failing cell would say of it.</summary>
internal static class ExceptionDisplay
{
    public static StockDisplay Of(Exception failure)
    {
        var lines = CellContext.Current?.Errors.Lines(failure) ?? [$"{TypeNames.Of(failure.GetType())}: {MessageText.Of(failure.Message)}"];
        var html = $"<details open=\"open\"><summary><code>{ShownText.Preformatted(lines[0])}</code></summary>{(lines.Count > 1 ? $"<pre>{ShownText.Preformatted(string.Join('\n', lines.Skip(1)))}</pre>" : "")}</details>";
        return new StockDisplay(html, string.Join('\n', lines));
    }

    /// <summary>Shows exceptions this way within other values too, such as one that a property throws.</summary>
    public static void Register()
    {
        Formatter.Register<Exception>((failure, writer) => writer.Write(Of(failure).Html), "text/html");
        Formatter.Register<Exception>((failure, writer) => writer.Write(Of(failure).Text), "text/plain");
    }
}
