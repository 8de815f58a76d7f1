using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads factors of time.</summary>
internal static class SeasonReader
{
    /// <summary>From <c>seasonal: {hour: [24 factors], weekday: [7], month: [12]}</c> and <c>holidays: {dates: [...], factor: 0.3}</c>.</summary>
    public static Season Read(ScenarioNode node, Compilation compilation, string owner)
    {
        var seasonal = node["seasonal"];
        string[] known = ["hour", "weekday", "month"];
        foreach (var (key, _) in seasonal?.Entries ?? [])
            if (!known.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}, seasonal: " + UnknownColumn.Message("key", key.Text!, known));
        var (holidays, factor) = Holidays(node["holidays"], compilation, owner);
        return new Season(Factors(seasonal?["hour"], 24), Factors(seasonal?["weekday"], 7), Factors(seasonal?["month"], 12), holidays, factor);

        double[]? Factors(ScenarioNode? list, int count)
        {
            if (list is null) return null;
            if (list.Items is not { } items || items.Count != count) throw new ScenarioException(list.Place, $"{owner}, seasonal: {count} factors are expected; there are {list.Items?.Count ?? 0}.");
            double[] factors = [.. items.Select(item => compilation.ParameterOf("factor", item, null, owner, 0, 1e6).Constant)];
            return Array.Exists(factors, one => one > 0) ? factors : throw new ScenarioException(list.Place, $"{owner}, seasonal: all factors are 0; at least one must be above 0.");
        }
    }

    private static (HashSet<long>? Days, double Factor) Holidays(ScenarioNode? node, Compilation compilation, string owner)
    {
        if (node is null) return (null, 1);
        var factor = node["factor"] is { } given ? compilation.ParameterOf("factor", given, null, owner, 0, 1e6).Constant : 0;
        var days = new HashSet<long>();
        IEnumerable<ScenarioNode> dates = node["dates"]?.Items ?? (node["list"] is { } name ? compilation.Words.Of(name, owner).Items.Select(date => ScenarioNode.Scalar(date, name.Place)) : throw new ScenarioException(node.Place, $"{owner}, holidays: 'dates' (a list) or 'list' (a word list) is missing."));
        foreach (var date in dates)
        {
            var (type, value) = Rules.Literals.Of(ScenarioNode.Scalar(date.Text ?? "", date.Place));
            if (!type.IsMoment) throw new ScenarioException(date.Place, $"{owner}, holidays: {date.Shape} is no date; write e.g. 2024-12-25.");
            days.Add((long)Math.Floor(value / Units.Day));
        }
        return (days, factor);
    }
}
