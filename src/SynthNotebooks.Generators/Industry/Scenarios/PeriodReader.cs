using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>Reads the period that a scenario covers; default the year 2024.</summary>
internal static class PeriodReader
{
    /// <summary>First moment, and the moment at which the last day is over.</summary>
    public static (double Start, double End) Read(ScenarioNode? node)
    {
        if (node is null) return (1704067200, 1735689600);
        var from = Moment(node, "from");
        var (to, isDate) = (Moment(node, "to"), Literals.Of(node["to"]!).Type.Kind == CellKind.Date);
        var end = isDate ? to + Units.Day : to;
        return end > from ? (from, end) : throw new ScenarioException(node.Place, $"period: 'to' ({node["to"]!.Text}) must not be before 'from' ({node["from"]!.Text}).");
    }

    private static double Moment(ScenarioNode node, string name)
    {
        if (node[name] is not { Text: not null } given) throw new ScenarioException(node.Place, $"period: '{name}' is missing: period: {{from: 2024-01-01, to: 2024-12-31}}.");
        var (type, value) = Literals.Of(ScenarioNode.Scalar(given.Text, given.Place));
        return type.IsMoment ? value : throw new ScenarioException(given.Place, $"period: {name} is {given.Shape}; it must be a date such as 2024-01-31.");
    }
}
