using Microsoft.DotNet.Interactive.Formatting;
using SynthNotebooks.Cli.Hosting;
using SynthNotebooks.Cli.Tests.Interactive;
using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Notebooks.Displays;

namespace SynthNotebooks.Cli.Tests.Hosting;

[Collection(nameof(ExtensionTests))] // formatters belong to the process
public class DisplayResetTests
{
    private const string Frame = "new DataFrame(new Int64Column(\"age\", new long[] { 1, 2 }))";

    [Fact]
    public async Task After_a_reset_tables_and_charts_look_as_before()
    {
        var notebook = NotebookDocument.Of([
            (CellKind.Code, Frame),
            (CellKind.Code, "Formatter.Register<DataFrame>(f => \"the user's\", \"text/plain\");\n" + Frame),
            (CellKind.Code, "Formatter.ResetToDefault();\n" + Frame),
            (CellKind.Code, Frame),
        ]);
        Formatter.ResetToDefault(); // what other tests registered
        await using var session = LaboratorySession.Create(Path.GetTempPath());
        var all = Formatter.RegisteredFormatters().Select(formatter => (formatter.Type, formatter.MimeType)).ToArray();

        var result = await new NotebookRunner(session).RunAsync(notebook, new Progress<NotebookProgress>(), CancellationToken.None);

        Assert.True(result.Succeeded, result.Error?.Message);
        var shown = notebook.Cells.Select(cell => cell.Outputs[0]!["data"]!.ToJsonString()).ToArray();
        Assert.Contains("2 rows", shown[0], StringComparison.Ordinal);
        Assert.Contains("the user's", shown[1].Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(shown[0], shown[2]);
        Assert.Equal(shown[0], shown[3]);
        Assert.Equal(all.Order(Comparer<(Type Type, string MimeType)>.Create(Compare)), Formatter.RegisteredFormatters().Select(formatter => (formatter.Type, formatter.MimeType)).Order(Comparer<(Type Type, string MimeType)>.Create(Compare)));
        Assert.All(DisplayFormatters.All, display => Assert.Equal(display.MimeTypes, Formatter.GetPreferredMimeTypesFor(display.Displays)));
    }

    private static int Compare((Type Type, string MimeType) a, (Type Type, string MimeType) b) =>
        string.CompareOrdinal($"{a.Type} {a.MimeType}", $"{b.Type} {b.MimeType}");
}
