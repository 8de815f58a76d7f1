using System.Globalization;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>An anonymised table as three small tables: what was made coarser, how large classes and risks are, and what attacks learn.</summary>
public sealed class AnonymityResultDisplay : HtmlDisplay<AnonymityResult>
{
    private const string Limits = "The figures hold for attackers who know the quasi-identifiers and nothing else; neither k-anonymity nor its relatives are differential privacy.";

    /// <inheritdoc/>
    protected override Html ToHtml(AnonymityResult value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Html.Concat(Views(value).Select(TableLayout.ToHtml));
    }

    /// <inheritdoc/>
    protected override string ToText(AnonymityResult value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return string.Join('\n', Views(value).Select(TableLayout.ToText));
    }

    private static IEnumerable<TableView> Views(AnonymityResult value) => value.Homogeneity.Count == 0 ? [Levels(value), Figures(value)] : [Levels(value), Figures(value), Attacks(value)];

    private static TableView Levels(AnonymityResult value) => new(
        $"{string.Join(" and ", value.Models)} by {ArgumentText.Kebab(value.Method.ToString())}",
        [new("quasi-identifier"), new("level", IsNumber: true), new("labels", IsNumber: true), new("values before", IsNumber: true)],
        [.. value.Levels.Select(level => (IReadOnlyList<string?>)[level.Column, level.Level is { } chosen ? $"{chosen} of {level.Highest}" : "by region", Count(level.Labels), Count(level.Values)])])
    {
        Note = string.Join(' ', value.Warnings),
    };

    private static TableView Figures(AnonymityResult value) => new(
        "classes of equal rows, and chances of naming a person",
        [new("figure"), new("value", IsNumber: true)],
        [
            ["released rows", Count((int)value.Release.Rows.Count)],
            ["suppressed rows", $"{Count(value.Suppressed)} of {Count(value.Rows)}"],
            ["classes", Count(value.ClassSizes.Count)],
            ["rows a class: smallest, mean, largest", value.ClassSizes.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{value.ClassSizes.Min()}, {value.ClassSizes.Average():0.#}, {value.ClassSizes.Max()}")],
            ["prosecutor risk: highest, mean", $"{Share(value.Risk.ProsecutorHighest)}, {Share(value.Risk.ProsecutorAverage)}"],
            ["journalist risk: highest, mean", $"{Share(value.Risk.JournalistHighest)}, {Share(value.Risk.JournalistAverage)}"],
            ["marketer risk", Share(value.Risk.Marketer)],
            .. value.Losses.Select(loss => (IReadOnlyList<string?>)[$"loss: {loss.Key}", loss.Value.ToString("G7", CultureInfo.InvariantCulture)]),
        ])
    {
        Note = Limits,
    };

    private static TableView Attacks(AnonymityResult value) => new(
        "what attacks learn of sensitive columns",
        [new("attack"), new("column"), new("rows learnt for certain", IsNumber: true), new("detail")],
        [
            .. value.Homogeneity.Select(attack => (IReadOnlyList<string?>)
            [
                "homogeneity", attack.Column, $"{Count(attack.ExposedRows)} of {Count(attack.Rows)}",
                $"guessed rightly: {Share(attack.GuessRate)}, without quasi-identifiers {Share(attack.Baseline)}",
            ]),
            .. value.Intersection.Select(attack => (IReadOnlyList<string?>)
            [
                "intersection", attack.Column, $"{Count(attack.ExposedRows)} of {Count(attack.Rows)}",
                string.Create(CultureInfo.InvariantCulture, $"with {attack.Against}; each alone {attack.ExposedBefore}; values left {attack.AverageValues:0.##} of {attack.AverageValuesBefore:0.##}; rows alone in the overlap {attack.UniqueRows}"),
            ]),
        ])
    {
        CellLimit = 240,
    };

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.##} %");
}
