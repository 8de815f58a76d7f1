using System.Text.Json;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Notebooks.Panels;

/// <summary>Controls for making a synthetic table, for people who would rather not type magics; displayable.</summary>
/// <remarks>
/// <para>Generate runs the magics that the panel shows: <c>#!fit</c> and <c>#!sample</c>, or <c>#!dp</c> when an epsilon is chosen. So the ledger is charged, a stored release is
/// reused, and a refusal is worded, as it is in a cell. The result is the variable, as a cell would set it, and its pages in the panel.</para>
/// <para>Saved is the state that the panel was shown with. Without scripts or without a kernel it is a list of the settings and the magics to copy.</para>
/// </remarks>
public sealed class ParameterPanel : ILiveView
{
    private readonly Toolkit _toolkit;
    private readonly string[] _columns;
    private TablePages? _result;

    /// <param name="data">Variable of the real table.</param>
    /// <param name="saveAs">Variable that holds the result.</param>
    /// <param name="table">What the variable holds now: its columns are listed.</param>
    /// <param name="settings">What the controls begin with.</param>
    /// <param name="toolkit">Models, ledger, live outputs.</param>
    /// <exception cref="ArgumentException">A name is no C# identifier, or a setting is not legal.</exception>
    internal ParameterPanel(string data, string saveAs, DataFrame table, PanelSettings settings, Toolkit toolkit)
    {
        foreach (var name in new[] { data, saveAs })
            if (!CSharpIdentifier.IsValid(name)) throw new ArgumentException($"'{name}' is no variable; a panel works on a variable of the notebook, so give the table one first: var table = ...;");
        settings.Check();
        _ = toolkit.Models[settings.Model];
        if (!toolkit.Models[settings.Method].Attribute.IsPrivate) throw new ArgumentException($"{settings.Method} is not private; the method must be one of {string.Join(", ", PanelChoices.Methods(toolkit.Models))}.");
        (Data, SaveAs, Settings, _toolkit) = (data, saveAs, settings, toolkit);
        _columns = [.. table.Columns.Select(column => VisibleText.Of(ClippedText.Of(column.Name, 60)))];
        Id = toolkit.Live.Offer("panel", Facts("").ToJsonString(), this);
    }

    /// <summary>Variable of the real table.</summary>
    public string Data { get; }

    /// <summary>Variable that holds the result.</summary>
    public string SaveAs { get; }

    /// <summary>What the controls begin with.</summary>
    public PanelSettings Settings { get; }

    /// <summary>Names the output to the kernel.</summary>
    public string Id { get; }

    /// <summary>The magics that do what the settings say.</summary>
    public IReadOnlyList<string> Commands => PanelCommands.Of(Data, SaveAs, Settings);

    /// <inheritdoc/>
    public async Task ReceiveAsync(JsonElement request, ILiveLink link, CancellationToken interrupt)
    {
        ArgumentNullException.ThrowIfNull(link);
        switch (request.TryGetProperty("do", out var what) && what.ValueKind == JsonValueKind.String ? what.GetString() : "")
        {
            case "generate": await GenerateAsync(request, link, interrupt); break;
            case "page" when _result is { } result: link.Send(result.Answer(PageRequest.Read(request))); break;
            default: Refuse(link, "The panel asked for something that this kernel does not know; run its cell again."); break;
        }
    }

    /// <summary>Panels that show the same ask for the same variables, so they answer alike.</summary>
    public override bool Equals(object? obj) => obj is ParameterPanel other && Facts("").ToJsonString() == other.Facts("").ToJsonString();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Data, SaveAs);

    private async Task GenerateAsync(JsonElement request, ILiveLink link, CancellationToken interrupt)
    {
        try
        {
            var settings = PanelRequest.Read(request);
            var commands = PanelCommands.Of(Data, SaveAs, settings);
            link.Send(new() { ["kind"] = "begun", ["commands"] = Texts(commands) });
            var host = new PanelHost(link);
            var magics = new MagicCatalog(_toolkit);
            foreach (var command in commands)
            {
                var name = command.Split(' ', 2)[0];
                await magics[name].RunAsync(command[name.Length..], host, interrupt);
            }
            if (!link.Host.Variables.TryGet(SaveAs, out var value) || value is not DataFrame result) throw new InvalidOperationException($"{SaveAs} was not set.");
            IReadOnlyList<TableView> scores = settings.Epsilon is null ? [await PanelScores.OfAsync(link.Host, Data, result, interrupt)] : []; // #!dp shows its own
            _result = new TablePages(result);
            link.Send(new()
            {
                ["kind"] = "result",
                ["text"] = Headline(settings, result),
                ["sentences"] = Texts([.. host.Sentences, .. settings.Epsilon is null ? [] : new[] { PanelBudget.Left(_toolkit, link.Host, Data, settings) }]),
                ["tables"] = new JsonArray([.. scores.Concat(host.Tables).Select(table => (JsonNode)TableJson.Of(table))]),
                ["page"] = _result.Answer(new PageRequest(Size: 10)),
            });
        }
        catch (OperationCanceledException)
        {
            Refuse(link, $"Stopped; {SaveAs} is as it was before. What had been charged to a ledger stays charged.");
        }
        catch (Exception failure) when (failure is MagicException or ArgumentException)
        {
            Refuse(link, UserError.Message(failure) ?? failure.Message);
        }
#pragma warning disable CA1031 // A defect is told in the panel: there is no cell that could show it.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            Refuse(link, $"{defect.GetType().Name}: {defect.Message}");
        }
    }

    private string Headline(PanelSettings settings, DataFrame result) => settings.Epsilon is null
        ? FormattableString.Invariant($"{SaveAs}: {Counts.Table(result.Rows.Count, result.Columns.Count)}, {settings.Model}, seed {settings.Seed}, sample seed {settings.SampleSeed}")
        : FormattableString.Invariant($"{SaveAs}: {Counts.Table(result.Rows.Count, result.Columns.Count)}, {settings.Method}, epsilon {settings.Epsilon}");

    private static void Refuse(ILiveLink link, string words) => link.Send(new() { ["kind"] = "refused", ["text"] = VisibleText.Of(words) });

    internal JsonObject Facts() => Facts(Id);

    private JsonObject Facts(string id) => PanelFacts.Of(id, this, _columns, _toolkit.Models);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
