using System.Text;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The reference page of the magics, written from the catalog.</summary>
internal static class MagicReference
{
    /// <summary>Markdown: a table of all magics, then a table of options for each.</summary>
    public static string Markdown(MagicCatalog catalog)
    {
        var text = new StringBuilder("""
            # Magic commands

            A magic stands on a line of its own in a C# cell: `#!name value --option value --flag`. Values with spaces stand in double quotes, lists are
            written `a,b` or `["a", "b"]`, and `@name` is the value of a text or number variable. The same text means the same in .NET Interactive.
            `#!name --help` shows what follows in the notebook, with the options of each model.

            | Magic | Does | Example |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var command in catalog.Commands)
            text.Append($"| `{command.Magic.Name}` | {Cell(command.Magic.Description)} | `{command.Magic.Example}` |\n");
        foreach (var command in catalog.Commands.Where(command => command.Magic.Parameters.Count > 0))
        {
            text.Append($"\n## {command.Magic.Name}\n\n| Option | Does | Accepts | Default |\n|---|---|---|---|\n");
            foreach (var parameter in command.Magic.Parameters)
                text.Append($"| `{(parameter.IsPositional ? "" : "--")}{parameter.Name}` | {Cell(parameter.Documentation)} | {Cell(ArgumentText.Kind(parameter))} | {Default(parameter)} |\n");
            if (command.Magic.Chooser is { } chooser) text.Append($"\nThe options of the chosen {chooser} are given in the same way.\n");
        }
        return text.ToString();
    }

    private static string Default(MagicParameter parameter) => parameter switch
    {
        { IsRequired: true } => "required",
        { IsFlag: true } or { Default: null } => "",
        _ => $"`{ArgumentText.Of(parameter.Default)}`",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
