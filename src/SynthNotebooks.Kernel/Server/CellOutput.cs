using System.Text.Json;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Server;

/// <summary>The outputs of one cell as messages on iopub.</summary>
internal sealed class CellOutput(JupyterMessage cell, int executionCount, bool silent, bool allowStdin, IoPubChannel iopub, StdinChannel stdin, CancellationToken interrupt)
    : ICellOutput
{
    /// <summary>Plain text of the cell's result, for the history.</summary>
    public string? ResultText { get; private set; }

    public void Write(OutputStream stream, string text)
    {
        if (!silent) iopub.SayText(cell.Header, stream, text);
    }

    public void Display(MimeBundle data, string? displayId = null) => Show("display_data", data, displayId);

    public void Update(MimeBundle data, string displayId) => Show("update_display_data", data, displayId);

    public void Result(MimeBundle data)
    {
        if (data.Data.TryGetValue("text/plain", out var text) && text.GetValueKind() == JsonValueKind.String) ResultText = text.GetValue<string>();
        Say("execute_result", writer =>
        {
            writer.WriteNumber("execution_count", executionCount);
            JsonContent.WriteBundle(writer, data);
        });
    }

    public void Clear(bool wait) => Say("clear_output", writer => writer.WriteBoolean("wait", wait));

    public string ReadLine(string prompt, bool password)
    {
        if (!allowStdin) throw new InvalidOperationException("This front end does not offer input (allow_stdin is false): ReadLine cannot ask for a line here.");
        return stdin.Ask(cell, prompt, password, interrupt);
    }

    private void Show(string type, MimeBundle data, string? displayId) => Say(type, writer =>
    {
        JsonContent.WriteBundle(writer, data);
        if (displayId is null) return;
        writer.WriteStartObject("transient");
        writer.WriteString("display_id", displayId);
        writer.WriteEndObject();
    });

    private void Say(string type, Action<Utf8JsonWriter> content)
    {
        if (!silent) iopub.Say(new OutgoingMessage(type, cell.Header, content), mayWait: true);
    }
}
