using System.Globalization;
using System.Reflection;
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
        CellExitException exit => new CellError("CellExit", exit.Message, [exit.Message]),
        DirectiveException directive => new CellError("MagicError", OneLine(directive.Message), [.. Split(MessageText.Of(directive.Message)), .. MagicTrail.Of(directive)]),
        _ when Opened(failure) is { Around.Count: > 0 } opened && !IsRuntime(opened.Failure) => Of(opened.Failure, interrupt),
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
            if (!failure.Source.TryGetLine(start.Line + 1, out var line)) continue;
            lines.AddRange([line, SourceExcerpt.Caret(line, start.Character)]);
            if ((CompilerHints.For(error.Id, line) ?? CompilerHints.ForName(failure.NamespacesFor(error))) is { } hint && !lines.Contains(hint)) lines.Add(hint);
        }
        if (failure.Errors.Count > MostDiagnostics) lines.Add($"... and {failure.Errors.Count - MostDiagnostics} more errors");
        lines.AddRange(MagicTrail.Of(failure));
        return new CellError("CompilationError", Describe(failure.Errors[0], failure.Source.Label), lines);
    }

    // Positions in a cell stand alone, as every front end shows them beside that cell; those in a file name it.
    private static string Describe(Diagnostic error, string label)
    {
        var start = error.Location.GetLineSpan().StartLinePosition;
        var file = label.StartsWith("cell ", StringComparison.Ordinal) ? "" : label;
        return string.Create(CultureInfo.InvariantCulture, $"{file}({start.Line + 1},{start.Character + 1}): error {error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");
    }

    private static bool IsRuntime(Exception failure) => failure is not (CellInterruptedException or CompilationException or CellExitException or DirectiveException);

    private CellError OfRuntime(Exception failure)
    {
        var opened = Opened(failure).Failure;
        return new CellError(TypeNames.Short(opened.GetType()), OneLine(MessageOf(opened)), Lines(failure));
    }

    /// <summary>The failure, where it arose, and what caused it, all the way down; one entry a line.</summary>
    public IReadOnlyList<string> Lines(Exception failure)
    {
        var lines = new List<string>();
        Describe(failure, "", lines);
        var (inner, around) = Opened(failure);
        foreach (var one in around.Prepend(inner)) lines.AddRange(MagicTrail.Of(one));
        return lines;
    }

    private void Describe(Exception carrier, string prefix, List<string> lines)
    {
        var (failure, around) = Opened(carrier);
        lines.AddRange(Split($"{prefix}{TypeNames.Of(failure.GetType())}: {MessageOf(failure)}"));
        lines.AddRange(_frames.Of(failure, around));
        if (failure is AggregateException { InnerExceptions: { Count: > 1 } several })
        {
            for (var i = 0; i < Math.Min(several.Count, MostDiagnostics); i++)
                Describe(several[i], string.Create(CultureInfo.InvariantCulture, $"Cause {i + 1} of {several.Count}: "), lines);
            if (several.Count > MostDiagnostics) lines.Add($"... and {several.Count - MostDiagnostics} more");
        }
        else if (failure.InnerException is { } inner)
        {
            Describe(inner, "Caused by ", lines);
        }
    }

    // The envelopes of tasks and of reflection say nothing, but where they were opened does; innermost first.
    private static (Exception Failure, IReadOnlyList<Exception> Around) Opened(Exception failure)
    {
        var around = new List<Exception>();
        while ((failure is AggregateException { InnerExceptions: [var only] } ? only : failure is TargetInvocationException { InnerException: { } inner } ? inner : null) is { } content)
        {
            around.Insert(0, failure);
            failure = content;
        }
        return (failure, around);
    }

    // An exception of the user's may fail in turn when it is asked what it says.
    private static string MessageOf(Exception failure)
    {
        try
        {
            return MessageText.Of(failure.Message);
        }
        catch (Exception second)
        {
            return $"(its message cannot be had: {second.GetType().Name})";
        }
    }

    private static string[] Split(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static string OneLine(string message) => MessageText.Of(message).ReplaceLineEndings(" ").Trim();
}
