using System.Text;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>The help page of a magic; displayable.</summary>
/// <param name="Magic">The magic.</param>
public sealed record MagicHelp(MagicDescriptor Magic)
{
    /// <summary>Usage, options with ranges and defaults, the options of each group, an example.</summary>
    public static string Text(MagicDescriptor magic)
    {
        ArgumentNullException.ThrowIfNull(magic);
        var text = new StringBuilder();
        text.Append(magic.Name).Append(": ").Append(magic.Description).Append("\n\nUsage: ").Append(Usage(magic)).Append("\n\n");
        Append(text, magic.Parameters);
        foreach (var group in magic.PassThrough.GroupBy(parameter => parameter.Group))
        {
            text.Append("\nWith --").Append(magic.Chooser).Append(' ').Append(group.Key).Append(":\n");
            Append(text, [.. group]);
        }
        return text.Append("\nExample: ").Append(magic.Example).Append('\n').ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Text(Magic);

    private static string Usage(MagicDescriptor magic) =>
        string.Join(" ", magic.Parameters.Select(parameter => parameter switch
        {
            { IsPositional: true, IsRequired: true } => parameter.Name,
            { IsPositional: true } => $"[{parameter.Name}]",
            { IsRequired: true } => $"--{parameter.Name} VALUE",
            { IsFlag: true } => $"[--{parameter.Name}]",
            _ => $"[--{parameter.Name} VALUE]",
        }).Prepend(magic.Name).Concat(magic.PassThrough.Count > 0 ? [$"[options of the {magic.Chooser}]"] : Array.Empty<string>()));

    private static void Append(StringBuilder text, IReadOnlyList<MagicParameter> parameters)
    {
        var width = parameters.Select(parameter => Label(parameter).Length).DefaultIfEmpty().Max();
        foreach (var parameter in parameters)
        {
            text.Append("  ").Append(Label(parameter).PadRight(width)).Append("  ").Append(parameter.Documentation);
            if (!parameter.IsFlag) text.Append(parameter.Documentation.Length > 0 ? " " : "").Append('[').Append(ArgumentText.Kind(parameter)).Append(Default(parameter)).Append(']');
            text.Append('\n');
        }
    }

    private static string Label(MagicParameter parameter) => parameter.IsPositional ? parameter.Name : "--" + parameter.Name;

    private static string Default(MagicParameter parameter) => parameter switch
    {
        { IsRequired: true } => "; required",
        { Default: { } value } => $"; default {ArgumentText.Of(value)}",
        _ => "",
    };
}
