using SynthNotebooks.Kernel.Documents;
using SynthNotebooks.Notebooks.Leaks;

namespace SynthNotebooks.Cli.Publishing;

/// <summary>What was found in a notebook before it is published.</summary>
/// <param name="Findings">In the order of the file.</param>
/// <param name="Texts">Texts read.</param>
/// <param name="Pictures">Pictures and other bytes, which were not read.</param>
internal sealed record NotebookScan(IReadOnlyList<FoundInNotebook> Findings, int Texts, int Pictures)
{
    /// <summary>The outputs with findings: cell and output, 0-based.</summary>
    public IReadOnlyList<(int Cell, int Output)> Outputs => [.. Findings.Where(found => found.Output >= 0).Select(found => (found.Cell, found.Output)).Distinct()];

    /// <summary>What no output holds: sources, metadata, attachments.</summary>
    public IReadOnlyList<FoundInNotebook> Elsewhere => [.. Findings.Where(found => found.Output < 0)];

    /// <summary>Scans every text of a notebook.</summary>
    public static NotebookScan Of(NotebookDocument notebook, LeakScanner scanner, CancellationToken cancellation)
    {
        var findings = new List<FoundInNotebook>();
        var (texts, pictures) = (0, 0);
        foreach (var text in NotebookTexts.Of(notebook))
        {
            cancellation.ThrowIfCancellationRequested();
            if (text.Text is null)
            {
                pictures++;
                continue;
            }
            texts++;
            foreach (var finding in scanner.Scan(text.Mime, text.Text)) findings.Add(new(text.Cell, text.Output, text.Part, finding));
        }
        return new(findings, texts, pictures);
    }
}

/// <param name="Cell">0-based place of the cell; −1 for the whole notebook.</param>
/// <param name="Output">0-based place of the output; −1 for what is none.</param>
/// <param name="Part">Which text of it.</param>
/// <param name="Finding">What was found.</param>
internal sealed record FoundInNotebook(int Cell, int Output, string Part, LeakFinding Finding);
