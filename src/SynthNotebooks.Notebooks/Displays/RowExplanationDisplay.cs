using System.Globalization;
using SynthNotebooks.Evaluation.Attacks;
using SynthNotebooks.Evaluation.Explanations;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>Why a row is there: the finding, the row beside its nearest real rows where they may be told, and what attacks say.</summary>
public sealed class RowExplanationDisplay : HtmlDisplay<RowExplanation>
{
    /// <inheritdoc/>
    protected override Html ToHtml(RowExplanation value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Concat([Html.Element("p", value.Summary), .. Tables(value).Select(TableLayout.ToHtml)]);
    }

    /// <inheritdoc/>
    protected override string ToText(RowExplanation value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return VisibleText.Of(value.Summary) + "\n\n" + string.Join("\n", Tables(value).Select(TableLayout.ToText));
    }

    private static IEnumerable<TableView> Tables(RowExplanation value)
    {
        var shown = value.Nearest.Where(near => near.Cells is not null).ToArray();
        yield return new(
            $"row {value.Row.ToString(CultureInfo.InvariantCulture)}" + (shown.Length > 0 ? " and the real rows nearest to it" : ""),
            [new("column"), new("synthetic row"), .. shown.Select(near => new TableViewColumn($"real row {near.Row!.Value.ToString(CultureInfo.InvariantCulture)}"))],
            [.. value.Columns.Select((name, i) => (IReadOnlyList<string?>)[name, value.Cells[i], .. shown.Select(near => near.Cells![i])])])
        {
            Badge = shown.Length > 0 ? OriginBadge.Real : null,
            Note = shown.Length > 0 ? "" : "Real rows are not shown; the owner of the records may allow it with --show-real.",
        };
        yield return new(
            "distances to real rows", [new("what"), new("value", IsNumber: true)],
            [
                .. value.Nearest.Select((near, i) => (IReadOnlyList<string?>)[i == 0 ? "nearest real row" : string.Create(CultureInfo.InvariantCulture, $"number {i + 1}"), near.Distance.ToString("0.0000", CultureInfo.InvariantCulture)]),
                ["synthetic rows that come nearer to a real row", Share(value.SyntheticNearer)], ["held-out rows that come nearer to a real row", Share(value.HoldoutNearer)],
            ])
        {
            Note = "Distance: the mean over columns of the difference in shares of the range, or of mismatch.",
        };
        yield return new(
            "what attacks say of the nearest real row", [new("attack"), new("false alarms it takes", IsNumber: true), new("flagged")],
            [.. value.Flags.Select(flag => (IReadOnlyList<string?>)[AttackCatalog.Title(flag.Attack), Share(flag.FalseAlarms), flag.Flagged ? "yes" : "no"])])
        {
            Note = value.FlagsUndefined is { } reason ? $"No attacks: {reason}." : "False alarms: share of held-out records that look at least as much like members; flagged at 5 % or less.",
        };
    }

    private static string Share(double? share) => share is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "none";
}
