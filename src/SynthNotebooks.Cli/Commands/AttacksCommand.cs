using System.CommandLine;
using System.Text.Json.Nodes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb attacks [--json]</summary>
internal sealed class AttacksCommand(Tool tool) : IToolCommand
{
    private readonly Option<bool> _json = new("--json") { Description = "As JSON" };

    public Command Create()
    {
        var command = new Command("attacks", "List the attacks.") { _json };
        command.SetAction(arguments => Run(arguments.GetValue(_json)));
        return command;
    }

    private int Run(bool json)
    {
        var entries = Catalogs.Attacks().Entries;
        if (json) tool.Output.WriteLine(Json.Text(new JsonArray([.. entries.Select(Describe)])));
        else
            foreach (var entry in entries) tool.Output.WriteLine($"{entry.Id,-28}{XmlDocumentation.Summary(entry.Type)}");
        return Tool.Done;
    }

    private static JsonObject Describe(CatalogEntry<AttackAttribute> entry) => new()
    {
        ["id"] = entry.Id,
        ["summary"] = XmlDocumentation.Summary(entry.Type),
        ["title"] = AttackCatalog.Title(entry.Id),
        ["kind"] = OptionNames.Kebab(entry.Attribute.Kind.ToString()),
        ["cost"] = OptionNames.Kebab(entry.Attribute.Cost.ToString()),
        ["needs"] = Flags(entry.Attribute.Needs),
        ["controls"] = Flags(entry.Attribute.Controls),
        ["never_a_pass_gate"] = entry.Attribute.Weak,
    };

    private static JsonArray Flags<T>(T value)
        where T : struct, Enum => new([.. Enum.GetValues<T>().Where(flag => Convert.ToInt32(flag, null) != 0 && value.HasFlag(flag)).Select(flag => (JsonNode?)OptionNames.Kebab(flag.ToString()))]);
}
