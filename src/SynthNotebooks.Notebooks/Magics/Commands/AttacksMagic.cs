using SynthNotebooks.Contracts;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Lists the attacks.</summary>
[Magic("#!attacks", "List the attacks of the battery, with what they need and their sources.", Example = "#!attacks")]
public sealed class AttacksMagic(Toolkit toolkit) : IMagic<AttacksMagic.Arguments>
{
    /// <summary>None.</summary>
    public sealed record Arguments;

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        var entries = toolkit.Attacks.Entries;
        await host.DisplayAsync(new TableView(
            Counts.Of(entries.Count, "attack"),
            [new("attack"), new("what it does"), new("after"), new("needs"), new("source")],
            [.. entries.Select(Row)])
        {
            Note = "Distance baselines (DCR, NNDR) are never a pass gate.",
            CellLimit = 400,
        });
    }

    private static IReadOnlyList<string?> Row(CatalogEntry<AttackAttribute> entry)
    {
        var needs = Enum.GetValues<AttackNeeds>().Where(need => need != AttackNeeds.None && entry.Attribute.Needs.HasFlag(need)).Select(Need);
        return [entry.Id, XmlDocumentation.Summary(entry.Type), OptionNames.Kebab(entry.Attribute.Kind.ToString()), string.Join(", ", needs.Prepend("--holdout").Distinct()), XmlDocumentation.Source(entry.Type)];
    }

    private static string Need(AttackNeeds need) => need switch
    {
        AttackNeeds.Reference => "--holdout",
        AttackNeeds.Refit => "--model",
        AttackNeeds.Density => "a model that tells densities",
        _ => "a model that consists of measurements",
    };
}
