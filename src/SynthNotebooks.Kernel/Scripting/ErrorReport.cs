using System.Globalization;
using Microsoft.CodeAnalysis;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Turns failures into what the user is shown.</summary>
internal sealed class ErrorReport(Func<string, CellSource?> sourceAt)
{
    private const int MostDiagnostics = 20;

    private readonly FrameReport _frames = new(sourceAt);

    public CellError Of(Exception failure, CancellationToken interrupt) => failure switch
    {
        CellInterruptedException => Interrupted(),
        _ when interrupt.IsCancellationRequested => Interrupted(),
        CompilationException compilation => OfCompilation(compilation),
        DirectiveException directive => new CellError("MagicError", OneLine(directive.Message), [MessageText.Of(directive.Message)]),
        AggregateException { InnerExceptions: [var only] } => Of(only, interrupt),
        _ => OfRuntime(failure),
    };

    private static CellError Interrupted() => new("KeyboardInterrupt", "The cell was interrupted.", ["KeyboardInterrupt: the cell was interrupted."]);

    private static CellError OfCompilation(CompilationException failure)
    {
        var lines = new List<string>();
        foreach (var error in failure.Errors.Take(MostDiagnostics))
        {
            var start = error.Location.GetLineSpan().StartLinePosition;
            lines.Add(Describe(error, failure.Source.Label));
            if (failure.Source.TryGetLine(start.Line + 1, out var line)) lines.AddRange([line, SourceExcerpt.Caret(line, start.Character)]);
        }
        if (failure.Errors.Count > MostDiagnostics) lines.Add($"... and {failure.Errors.Count - MostDiagnostics} more errors");
        return new CellError("CompilationError", Describe(failure.Errors[0], failure.Source.Label), lines);
    }

    // Positions in a cell stand alone, as every front end shows them beside that cell; those in a file name it.
    private static string Describe(Diagnostic error, string label)
    {
        var start = error.Location.GetLineSpan().StartLinePosition;
        var file = label.StartsWith("cell ", StringComparison.Ordinal) ? "" : label;
        return string.Create(CultureInfo.InvariantCulture, $"{file}({start.Line + 1},{start.Character + 1}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private CellError OfRuntime(Exception failure)
    {
        var lines = new List<string>();
        var prefix = "";
        for (var e = failure; e is not null; e = e.InnerException, prefix = "Caused by ")
        {
            lines.Add($"{prefix}{TypeNames.Of(e.GetType())}: {MessageText.Of(e.Message)}");
            lines.AddRange(_frames.Of(e));
        }
        return new CellError(TypeNames.Short(failure.GetType()), OneLine(failure.Message), lines);
    }

    private static string OneLine(string message) => MessageText.Of(message).ReplaceLineEndings(" ").Trim();
}
