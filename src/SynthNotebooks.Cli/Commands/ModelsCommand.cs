using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb models [--json]</summary>
internal sealed class ModelsCommand(Tool tool) : IToolCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "As JSON" };

    public Command Create()
    {
        var command = new Command("models", "List the models with their options.") { _json };
        command.SetAction(arguments => Run(arguments.GetValue(_json)));
        return command;
    }

    private int Run(bool json)
    {
        var list = new JsonArray();
        foreach (var entry in Catalogs.Models().Entries)
        {
            var options = OptionsRecord.Of(entry.Attribute.Options);
            if (json) list.Add(Describe(entry, options));
            else Print(entry, options);
        }
        if (json) tool.Output.WriteLine(Json.Text(list));
        return Tool.Done;
    }

    private void Print(CatalogEntry<GeneratorAttribute> entry, OptionsRecord options)
    {
        tool.Output.WriteLine($"{entry.Id,-16}{XmlDocumentation.Summary(entry.Type)}");
        foreach (var option in options.Parameters) tool.Output.WriteLine($"{"",16}  {option.Name} = {option.Default}  {option.Documentation}");
    }

    private static JsonObject Describe(CatalogEntry<GeneratorAttribute> entry, OptionsRecord options) => new()
    {
        ["id"] = entry.Id,
        ["summary"] = XmlDocumentation.Summary(entry.Type),
        ["options"] = new JsonArray([.. options.Parameters.Select(option => new JsonObject
        {
            ["name"] = option.Name,
            ["type"] = option.Type.Name,
            ["default"] = option.Default?.ToString(),
            ["documentation"] = option.Documentation,
        })]),
    };
}
