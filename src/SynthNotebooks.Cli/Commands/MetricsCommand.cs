using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb metrics [--json]</summary>
internal sealed class MetricsCommand(Tool tool) : IToolCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "As JSON" };

    public Command Create()
    {
        var command = new Command("metrics", "List the metrics.") { _json };
        command.SetAction(arguments => Run(arguments.GetValue(_json)));
        return command;
    }

    private int Run(bool json)
    {
        var entries = Catalogs.Metrics().Entries;
        if (json) tool.Output.WriteLine(Json.Text(new JsonArray([.. entries.Select(Describe)])));
        else
            foreach (var entry in entries) tool.Output.WriteLine($"{entry.Id,-32}{XmlDocumentation.Summary(entry.Type)}");
        return Tool.Done;
    }

    private static JsonObject Describe(CatalogEntry<MetricAttribute> entry) => new()
    {
        ["id"] = entry.Id,
        ["summary"] = XmlDocumentation.Summary(entry.Type),
        ["group"] = entry.Attribute.Group.ToString().ToLowerInvariant(),
        ["direction"] = entry.Attribute.Better == Better.Higher ? "higher" : "lower",
        ["min"] = Bound(entry.Attribute.Min),
        ["max"] = Bound(entry.Attribute.Max),
    };

    private static JsonValue? Bound(double bound) => double.IsFinite(bound) ? JsonValue.Create(bound) : null;
}
