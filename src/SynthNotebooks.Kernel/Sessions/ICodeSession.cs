namespace SynthNotebooks.Kernel.Sessions;

/// <summary>What the Jupyter server and the notebook runner need of a language: run, complete, inspect.</summary>
/// <remarks>
/// One cell runs at a time; completion, inspection and completeness may be asked from other threads while a cell runs. Implementations
/// never throw for what a user typed: a failure is an outcome.
/// </remarks>
public interface ICodeSession : IAsyncDisposable
{
    /// <summary>Runs one cell to its end; everything it shows goes to <paramref name="output"/> before the task completes.</summary>
    /// <param name="request">The cell's text and how it was submitted.</param>
    /// <param name="output">Where streams, displays and the result go.</param>
    /// <param name="interrupt">Stops the cell within 0.5 s, state intact; the outcome is then an error named <c>KeyboardInterrupt</c>.</param>
    Task<CellOutcome> RunAsync(CellRequest request, ICellOutput output, CancellationToken interrupt);

    /// <summary>Completions at a UTF-16 position of the text (callers translate from Unicode code points).</summary>
    Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation);

    /// <summary>Signature and documentation of what stands at a UTF-16 position; null when nothing is known.</summary>
    Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation);

    /// <summary>Whether the text is a complete submission.</summary>
    Completeness CheckCompleteness(string code);
}

/// <param name="Code">The cell's text, magics included.</param>
/// <param name="ExecutionCount">Number shown to the user, 1-based; used in the names of errors' positions.</param>
/// <param name="Silent">Nothing is shown and no result is published.</param>
/// <param name="UserExpressions">Expressions evaluated after the cell, by name.</param>
public sealed record CellRequest(string Code, int ExecutionCount, bool Silent = false, IReadOnlyDictionary<string, string>? UserExpressions = null);

/// <param name="Error">Null when the cell succeeded.</param>
/// <param name="UserExpressions">Results of the request's expressions: a bundle or an error each.</param>
public sealed record CellOutcome(CellError? Error = null, IReadOnlyDictionary<string, UserExpressionResult>? UserExpressions = null)
{
    /// <summary>True when there is no error.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>The result of one user expression: exactly one of the two is set.</summary>
public sealed record UserExpressionResult(MimeBundle? Data, CellError? Error);

/// <param name="Name">Type of the failure, e.g. <c>CompilationError</c>, <c>KeyboardInterrupt</c>, <c>InvalidOperationException</c>.</param>
/// <param name="Message">One line.</param>
/// <param name="Traceback">Lines shown to the user: diagnostics with line and caret, frames of the user's cells.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback);

/// <summary>Whether a text can be run as it stands.</summary>
/// <param name="Status">Complete, incomplete or invalid.</param>
/// <param name="Indent">What the next line should begin with, when incomplete.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent = "");

/// <summary>The words of Jupyter's is_complete_reply.</summary>
public enum CompletenessStatus
{
    /// <summary>Ready to run.</summary>
    Complete,

    /// <summary>More lines are needed.</summary>
    Incomplete,

    /// <summary>Will not compile whatever follows.</summary>
    Invalid,
}

/// <param name="Matches">In the order they should be shown.</param>
/// <param name="Start">UTF-16 start of the text that a match replaces.</param>
/// <param name="End">UTF-16 end of that text.</param>
public sealed record CompletionList(IReadOnlyList<CompletionItem> Matches, int Start, int End);

/// <param name="Text">What is inserted.</param>
/// <param name="Kind">function, class, keyword, property, field, magic, variable, ...</param>
/// <param name="Description">One line, may be empty.</param>
public sealed record CompletionItem(string Text, string Kind, string Description = "");
