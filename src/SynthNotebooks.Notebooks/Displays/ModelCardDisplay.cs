using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Notebooks.Magics;
using SynthNotebooks.Notebooks.Models;
using SynthNotebooks.Selection;

namespace SynthNotebooks.Notebooks.Displays;

/// <summary>A model's origin, what it was fitted on, what it can do and what it does not promise.</summary>
public sealed class ModelCardDisplay : TableDisplay<ModelCard>
{
    private const int LongestOption = 60;

    /// <inheritdoc/>
    protected override TableView View(ModelCard value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Of(value);
    }

    internal static TableView Of(ModelCard card)
    {
        var origin = (card.Model as IPersistable)?.Origin;
        var rows = new List<IReadOnlyList<string?>>();
        if (origin is not null)
        {
            Add("model", origin.Generator);
            Add("options", origin.Options.Count == 0 ? "none" : string.Join(", ", origin.Options.Select(option => $"{option.Key} {Short(option.Value)}")));
            Add("seed", origin.Seed.ToString(CultureInfo.InvariantCulture));
        }
        if (card.Model is SelectedModel selected) Add("chosen", SelectionText.Name(selected.Plan.Chosen));
        if (card.Model is EnsembleModel ensemble)
            Add("members", string.Join(", ", ensemble.Members.Zip(ensemble.Weights, (member, weight) => string.Create(CultureInfo.InvariantCulture, $"{(member as IPersistable)?.Origin.Generator} {weight:0.##}"))));
        if (card.TrainingRows is { } training) Add("fitted on", Counts.Of(training, "row"));
        Add("columns", Columns(card.Model.Schema));
        if (card.MinimumCount is { } minimum) Add("rare categories", minimum > 1 ? $"seen fewer than {minimum} times: pooled" : "all kept");
        if (card.Model is IConstrained constrained) AddConstraints(constrained);
        Add("conditions", ((card.Model as SelectedModel)?.Inner ?? card.Model) is IConditional ? "met exactly where the model can, by rejection otherwise" : "met by rejection");
        Add("privacy", card.Model switch
        {
            IPrivateRelease { IsPrivate: true } release => release.Claim + "; the ledger has the charge",
            IPrivateRelease release => release.Claim,
            _ => "no guarantee; test it with attacks before publishing",
        });
        return new("fitted model", [new("property"), new("value")], rows) { CellLimit = 300 };

        void AddConstraints(IConstrained model)
        {
            foreach (var handling in model.Handling)
                Add("constraint", $"{handling.Constraint}: met by {ArgumentText.Kebab(handling.Means.ToString())} ({handling.How})");
            if (model.Cost.LeftOut > 0) Add("left out", $"{Counts.Of(model.Cost.LeftOut, "row")} that break a constraint or hold a rare combination");
            if (model.Cost.Tried > 0) Add("rejection", string.Create(CultureInfo.InvariantCulture, $"keeps {100 * model.Cost.Acceptance:0.#} % of the sampled rows"));
        }

        void Add(string property, string value) => rows.Add([property, value]);
    }

    // A declared domain may be pages long.
    private static string Short(string text) => text.Length <= LongestOption ? text : text[..(LongestOption - 1)] + "…";

    private static string Columns(TableSchema schema) => $"{schema.Columns.Count}: " + string.Join(", ",
        schema.Columns.GroupBy(column => column.Role).OrderBy(group => group.Key).Select(group => $"{group.Count()} {ArgumentText.Kebab(group.Key.ToString())}"));
}
