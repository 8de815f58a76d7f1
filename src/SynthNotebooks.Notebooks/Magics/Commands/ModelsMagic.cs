using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Lists the models.</summary>
[Magic("#!models", "List the models that can be fitted, with their options and sources.", Example = "#!models")]
public sealed class ModelsMagic(Toolkit toolkit) : IMagic<ModelsMagic.Arguments>
{
    /// <summary>None.</summary>
    public sealed record Arguments;

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        var entries = toolkit.Models.Entries;
        await host.DisplayAsync(new TableView(
            Counts.Of(entries.Count, "model"),
            [new("model"), new("what it does"), new("options and their defaults"), new("source")],
            [.. entries.Select(Row)])
        {
            Note = "#!fit --help explains the options of each model.",
            CellLimit = 400,
        });
    }

    private static IReadOnlyList<string?> Row(CatalogEntry<GeneratorAttribute> entry)
    {
        var options = OptionsRecord.Of(entry.Attribute.Options).Parameters.Select(option => $"{option.Name} {ArgumentText.Of(option.Default)}".TrimEnd());
        return [entry.Id, XmlDocumentation.Summary(entry.Type), string.Join(", ", options), XmlDocumentation.Source(entry.Type)];
    }
}
