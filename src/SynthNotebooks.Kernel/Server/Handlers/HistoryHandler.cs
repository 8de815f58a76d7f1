namespace SynthNotebooks.Kernel.Server.Handlers;

/// <summary>history: tail, range and search over the cells of this session and of earlier ones.</summary>
internal sealed class HistoryHandler(ExecutionHistory history) : IRequestHandler
{
    private const int DefaultTail = 10;

    public string MessageType => "history_request";

    public void Handle(Request request)
    {
        var withOutput = request.Flag("output", false);
        var entries = request.Text("hist_access_type") switch
        {
            "tail" => history.Tail(Count(request) ?? DefaultTail),
            "range" => Range(request),
            "search" => history.Search(request.TextOr("pattern", null) ?? "*", request.Flag("unique", false), Count(request)),
            var other => throw new InvalidRequestException($"history_request: hist_access_type is \"{other}\"; known are tail, range, search."),
        };
        request.Reply(writer =>
        {
            writer.WriteString("status", "ok");
            writer.WriteStartArray("history");
            foreach (var entry in entries)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(entry.Session);
                writer.WriteNumberValue(entry.Line);
                if (withOutput) writer.WriteStartArray();
                writer.WriteStringValue(entry.Input);
                if (withOutput)
                {
                    writer.WriteStringValue(entry.Output);
                    writer.WriteEndArray();
                }
                writer.WriteEndArray();
            }
            writer.WriteEndArray();
        });
    }

    private static int? Count(Request request) => request.Number("n") is { } count ? Math.Max(0, count) : null;

    private IReadOnlyList<HistoryEntry> Range(Request request) =>
        history.Range(request.Number("session") ?? 0, request.Number("start") ?? 0, request.Number("stop") ?? int.MaxValue);
}
