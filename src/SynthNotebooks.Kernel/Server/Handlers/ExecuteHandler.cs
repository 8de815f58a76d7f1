using System.Text.Json;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Transport;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>execute: execute_input, the cell's outputs, the error if any, then the reply.</summary>
/// <remarks>
/// After an error with stop_on_error, the cells that had arrived when the reply is sent are aborted; a client that waits for the reply
/// before it sends the next cell is never caught by that.
/// </remarks>
internal sealed class ExecuteHandler(
    Task<ICodeSession> session, RequestChannel shell, IoPubChannel iopub, StdinChannel stdin, ExecutionHistory history, CellInterrupt interrupt,
    MessageEncoder encoder, IoLoop loop) : IRequestHandler
{
    private static readonly TimeSpan CatchUpTimeout = TimeSpan.FromMilliseconds(100);

    private int _executionCount;

    public string MessageType => "execute_request";

    public void Handle(Request request)
    {
        var code = request.Text("code");
        var silent = request.Flag("silent", false);
        var stored = request.Flag("store_history", true) && !silent;
        var allowStdin = request.Flag("allow_stdin", false);
        var stopOnError = request.Flag("stop_on_error", true);
        var expressions = Expressions(request);
        var count = _executionCount + 1;
        if (stored) _executionCount = count;
        var started = encoder.Now();

        if (!silent) SayInput(request.Message, code, count);
        var (outcome, result) = Run(new CellRequest(code, count, silent, expressions), request.Message, silent, allowStdin);
        if (stored) history.Add(count, code, result);
        if (outcome.Error is { } error)
        {
            if (!silent) iopub.Say(new OutgoingMessage("error", request.Message.Header, writer => JsonContent.WriteError(writer, error)));
            if (stopOnError)
            {
                loop.CatchUp(CatchUpTimeout); // cells already on their way count as queued
                shell.AbortQueuedCells();
            }
        }
        request.Reply(writer => WriteReply(writer, outcome, silent ? _executionCount : count), writer =>
        {
            writer.WriteString("started", started);
            writer.WriteString("status", outcome.Succeeded ? "ok" : "error");
        });
    }

    private (CellOutcome Outcome, string? Result) Run(CellRequest cell, JupyterMessage message, bool silent, bool allowStdin)
    {
        var token = interrupt.Begin();
        var output = new CellOutput(message, cell.ExecutionCount, silent, allowStdin, iopub, stdin, token);
        try
        {
            session.Wait(token);
            var outcome = session.Result.RunAsync(cell, output, token).GetAwaiter().GetResult();
            return (outcome, output.ResultText);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return (new CellOutcome(new CellError("KeyboardInterrupt", "The cell was interrupted.", ["KeyboardInterrupt"])), null);
        }
#pragma warning disable CA1031 // Sessions turn failures into outcomes; one that could not start, or breaks that promise, must still be reported.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var cause = failure is AggregateException { InnerException: { } inner } ? inner : failure;
            return (new CellOutcome(new CellError(cause.GetType().Name, cause.Message, [$"{cause.GetType().Name}: {cause.Message}"])), null);
        }
        finally
        {
            interrupt.End();
        }
    }

    private void SayInput(JupyterMessage message, string code, int count) => iopub.Say(new OutgoingMessage("execute_input", message.Header, writer =>
    {
        writer.WriteString("code", code);
        writer.WriteNumber("execution_count", count);
    }));

    private static void WriteReply(Utf8JsonWriter writer, CellOutcome outcome, int count)
    {
        writer.WriteString("status", outcome.Succeeded ? "ok" : "error");
        writer.WriteNumber("execution_count", count);
        if (outcome.Error is { } error) JsonContent.WriteError(writer, error);
        writer.WriteStartArray("payload");
        writer.WriteEndArray();
        writer.WriteStartObject("user_expressions");
        foreach (var (name, result) in outcome.UserExpressions ?? new Dictionary<string, UserExpressionResult>())
        {
            writer.WriteStartObject(name);
            writer.WriteString("status", result.Error is null ? "ok" : "error");
            if (result.Error is { } failed) JsonContent.WriteError(writer, failed);
            else JsonContent.WriteBundle(writer, result.Data ?? MimeBundle.Text(""));
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static Dictionary<string, string>? Expressions(Request request)
    {
        if (!request.TryGet("user_expressions", out var given)) return null;
        if (given.ValueKind != JsonValueKind.Object) throw new InvalidRequestException("execute_request: \"user_expressions\" is no object.");
        var expressions = new Dictionary<string, string>();
        foreach (var member in given.EnumerateObject())
        {
            expressions[member.Name] = member.Value.ValueKind == JsonValueKind.String
                ? member.Value.GetString()!
                : throw new InvalidRequestException($"execute_request: the user expression \"{member.Name}\" is no text.");
        }
        return expressions.Count == 0 ? null : expressions;
    }
}
