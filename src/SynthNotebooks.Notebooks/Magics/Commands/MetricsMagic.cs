using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Lists the metrics.</summary>
[Magic("#!metrics", "List the scores that a dashboard computes, with their ranges and sources.", Example = "#!metrics")]
public sealed class MetricsMagic(Toolkit toolkit) : IMagic<MetricsMagic.Arguments>
{
    /// <summary>None.</summary>
    public sealed record Arguments;

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        var entries = toolkit.Metrics.Entries;
        await host.DisplayAsync(new TableView(
            Counts.Of(entries.Count, "metric"),
            [new("metric"), new("what it measures"), new("range"), new("better"), new("source")],
            [.. entries.Select(Row)])
        {
            CellLimit = 400,
        });
    }

    private static IReadOnlyList<string?> Row(CatalogEntry<MetricAttribute> entry)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{entry.Attribute.Min} to {entry.Attribute.Max}");
        return [entry.Id, XmlDocumentation.Summary(entry.Type), range, ArgumentText.Kebab(entry.Attribute.Better.ToString()), XmlDocumentation.Source(entry.Type)];
    }
}
