using SynthNotebooks.Contracts;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Cli;

/// <summary>Prints one line for every result of a selection as it comes, or comes with further scores.</summary>
/// <param name="writer">Where.</param>
internal sealed class SelectionLines(TextWriter writer) : IProgress<FitProgress>
{
    private SelectionReport? _last;

    public void Report(FitProgress value)
    {
        if (value.Detail is not SelectionReport report || report.Choice is not null) return;
        for (var i = 0; i < report.Results.Count; i++)
        {
            if (_last is not null && i < _last.Results.Count && report.Results[i].Folds.Count == _last.Results[i].Folds.Count) continue;
            if (_last is null) writer.WriteLine(SelectionText.Line(SelectionText.Headings));
            writer.WriteLine(SelectionText.Line(SelectionText.Cells(report, i)));
            _last ??= report with { Results = [] };
        }
        _last = report;
    }
}
