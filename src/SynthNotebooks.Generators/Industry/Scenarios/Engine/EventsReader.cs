using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads <c>events</c>: <c>rate</c> (Poisson), <c>hawkes</c>, <c>renewal</c>, <c>every</c> or <c>at</c>.</summary>
internal static class EventsReader
{
    internal static readonly string[] Kinds = ["rate", "hawkes", "renewal", "every", "schedule", "at"];
    internal static readonly string[] Keys = [.. Kinds, "from", "to", "seasonal", "holidays", "resolution", "jitter"];

    /// <param name="node">What stands under <c>events</c>.</param>
    /// <param name="entity">Whose rows the events are; formulas are of its parent's row.</param>
    /// <param name="compilation">The whole scenario.</param>
    /// <param name="owner">For errors.</param>
    /// <param name="within">When they happen unless <c>from</c>, <c>to</c> or <c>resolution</c> say otherwise; null for the period.</param>
    public static RowSource Read(ScenarioNode node, EntityPlan entity, Compilation compilation, string owner, EventWindow? within = null)
    {
        if (node.Entries is null) throw new ScenarioException(node.Place, $"{owner}: a map is expected, e.g. {{rate: 4 / day}}.");
        foreach (var (key, _) in node.Entries)
            if (!Keys.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("key", key.Text!, Keys));
        string[] kinds = [.. Kinds.Where(kind => node[kind] is not null)];
        if (kinds.Length != 1) throw new ScenarioException(node.Place, $"{owner}: one of {string.Join(", ", Kinds)} is expected; {(kinds.Length == 0 ? "there is none" : "there are " + string.Join(" and ", kinds))}.");
        var parent = entity.Parent;
        Parameter? Optional(string name, double least = double.NegativeInfinity) => node[name] is { } given ? compilation.ParameterOf(name, given, parent, owner, least) : null;
        var resolution = node["resolution"] is { } fine ? compilation.ParameterOf("resolution", fine, null, owner, 0.001, 366 * Units.Day).Constant : within?.Resolution ?? 1;
        var window = new EventWindow(Optional("from") ?? within?.From, Optional("to") ?? within?.To, compilation.Start, compilation.End, resolution);
        var given = node[kinds[0]]!;
        if (kinds[0] is not ("rate" or "hawkes") && (node["seasonal"] ?? node["holidays"]) is { } season) throw new ScenarioException(season.Place, $"{owner}: seasons are for events with a rate.");
        switch (kinds[0])
        {
            case "rate":
                return new PoissonSource(compilation.ParameterOf("rate", given, parent, owner, 0), null, null, window, SeasonReader.Read(node, compilation, owner), owner);
            case "hawkes":
                var hawkes = new RuleArguments(given, compilation.FormulasOf(parent, null), owner + ", hawkes", null, compilation);
                var source = new PoissonSource(hawkes.Number("base", least: 0), hawkes.Number("excite", least: 0, most: 0.99), hawkes.Positive("decay"), window, SeasonReader.Read(node, compilation, owner), owner);
                hawkes.Finish();
                return source;
            case "renewal":
                return new RenewalSource(compilation.RuleOf(given, parent, owner + ", renewal"), Optional("jitter", 0), atStart: false, window, given, owner);
            case "at":
                return new MomentsSource([.. (given.Items ?? [given]).Select(moment => compilation.ParameterOf("at", moment, parent, owner))], window);
            default:
                // 'schedule: every 1 h' and 'every: 1 h' are the same
                var step = given.Text is { } text && text.StartsWith("every ", StringComparison.Ordinal) ? ScenarioNode.Scalar(text[6..], given.Place with { Column = given.Place.Column + 6 }) : given;
                return new RenewalSource(compilation.RuleOf(step, parent, owner + ", every"), Optional("jitter", 0), atStart: true, window, given, owner);
        }
    }
}
