using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Documents;

/// <summary>Collects one cell's outputs as Jupyter would save them.</summary>
/// <param name="executionCount">Number of the run.</param>
/// <param name="displays">Outputs of all cells by display id, for updates.</param>
internal sealed class CellOutputs(int executionCount, Dictionary<string, List<JsonObject>> displays) : ICellOutput
{
    private readonly List<JsonObject> _outputs = [];
    private bool _clearAtNext, _closed;

    public void Write(OutputStream stream, string text) => Locked(() =>
    {
        var name = stream == OutputStream.Out ? "stdout" : "stderr";
        if (_outputs.LastOrDefault() is { } last && (string?)last["name"] == name) last["text"] = (string?)last["text"] + text;
        else _outputs.Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = text });
    });

    public void Display(MimeBundle data, string? displayId = null) => Locked(() =>
    {
        var output = Shown("display_data", data);
        _outputs.Add(output);
        if (displayId is null) return;
        if (!displays.TryGetValue(displayId, out var shown)) displays[displayId] = shown = [];
        shown.Add(output);
    });

    public void Update(MimeBundle data, string displayId)
    {
        lock (displays)
        {
            if (_closed) return;
            foreach (var output in displays.GetValueOrDefault(displayId, [])) (output["data"], output["metadata"]) = (Data(data), Metadata(data));
        }
    }

    public void Result(MimeBundle data) => Locked(() =>
    {
        var output = Shown("execute_result", data);
        output["execution_count"] = executionCount;
        _outputs.Add(output);
    });

    public void Clear(bool wait)
    {
        lock (displays)
        {
            if (_closed) return;
            _clearAtNext = wait;
            if (!wait) _outputs.Clear();
        }
    }

    public string ReadLine(string prompt, bool password) => throw new InvalidOperationException("No input is possible: the notebook runs unattended.");

    /// <summary>Ends the cell; what comes later, from work that it left behind, is dropped so that reruns agree.</summary>
    public JsonArray Close(CellError? error)
    {
        lock (displays)
        {
            if (error is not null)
            {
                _outputs.Add(new JsonObject
                {
                    ["ename"] = error.Name,
                    ["evalue"] = error.Message,
                    ["output_type"] = "error",
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
                });
            }
            _closed = true;
            return new JsonArray([.. _outputs]);
        }
    }

    private void Locked(Action add)
    {
        lock (displays)
        {
            if (_closed) return;
            if (_clearAtNext) _outputs.Clear();
            _clearAtNext = false;
            add();
        }
    }

    private static JsonObject Shown(string type, MimeBundle data) => new() { ["data"] = Data(data), ["metadata"] = Metadata(data), ["output_type"] = type };

    private static JsonObject Data(MimeBundle data) => new(data.Data.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value.DeepClone())));

    private static JsonNode Metadata(MimeBundle data) => data.Metadata?.DeepClone() ?? new JsonObject();
}
