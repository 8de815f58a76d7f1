using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads groups: <c>{copula: gaussian, attributes: [...], correlation: [[...], ...]}</c>.</summary>
internal static class GroupReader
{
    internal static readonly string[] Keys = ["copula", "attributes", "correlation", "degrees"];

    public static void Read(EntityPlan entity, Compilation compilation)
    {
        if (entity.Node["groups"] is not { } node) return;
        foreach (var group in node.Items ?? throw new ScenarioException(node.Place, $"entity '{entity.Name}': 'groups' is a list.")) entity.Groups.Add(One(group, entity, compilation));
    }

    private static CopulaGroup One(ScenarioNode node, EntityPlan entity, Compilation compilation)
    {
        var owner = $"entity '{entity.Name}', group";
        if (node.Entries is null) throw new ScenarioException(node.Place, $"{owner}: a map is expected: {{copula: gaussian, attributes: [...], correlation: [[...], ...]}}.");
        foreach (var (key, _) in node.Entries)
            if (!Keys.Contains(key.Text!)) throw new ScenarioException(key.Place, $"{owner}: " + UnknownColumn.Message("key", key.Text!, Keys));
        if (node["attributes"]?.Items is not { Count: >= 2 and <= 200 } names) throw new ScenarioException(node.Place, $"{owner}: 'attributes' is a list of 2 to 200 names.");
        var attributes = new List<AttributePlan>();
        foreach (var name in names)
        {
            if (name.Text is null || !entity.Attributes.TryGetValue(name.Text, out var attribute)) throw new ScenarioException(name.Place, $"{owner}: " + UnknownColumn.Message("attribute", name.Text ?? name.Shape, entity.Attributes.Keys));
            if (attributes.Contains(attribute) || entity.Groups.Exists(other => other.Has(attribute))) throw new ScenarioException(name.Place, $"{owner}: '{name.Text}' stands in a group already.");
            attributes.Add(attribute);
        }
        var kind = node["copula"]?.Text ?? "gaussian";
        if (kind is not ("gaussian" or "t")) throw new ScenarioException(node["copula"]!.Place, $"{owner}: copula is '{kind}'; it must be gaussian or t.");
        var degrees = kind == "gaussian" ? double.PositiveInfinity : node["degrees"] is { } given ? compilation.ParameterOf("degrees", given, null, owner, 0.1, 1e6).Constant : 4;
        return new CopulaGroup(attributes, Factor(Correlation(node, attributes.Count, compilation, owner), node, owner), degrees);
    }

    private static double[,] Correlation(ScenarioNode node, int count, Compilation compilation, string owner)
    {
        var matrix = new double[count, count];
        var given = node["correlation"] ?? throw new ScenarioException(node.Place, $"{owner}: 'correlation' is missing.");
        if (given.Text is not null) // one number for all pairs
        {
            var all = compilation.ParameterOf("correlation", given, null, owner, -1, 1).Constant;
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++) matrix[i, j] = i == j ? 1 : all;
            return matrix;
        }
        if (given.Items is not { } rows || rows.Count != count) throw new ScenarioException(given.Place, $"{owner}: correlation must have {count} rows, one for each attribute.");
        for (var i = 0; i < count; i++)
        {
            if (rows[i].Items is not { } cells || cells.Count != count) throw new ScenarioException(rows[i].Place, $"{owner}: row {i + 1} of the correlation must have {count} numbers.");
            for (var j = 0; j < count; j++) matrix[i, j] = compilation.ParameterOf("correlation", cells[j], null, owner, -1, 1).Constant;
        }
        for (var i = 0; i < count; i++)
            for (var j = 0; j <= i; j++)
                if (Math.Abs(matrix[i, j] - (i == j ? 1 : matrix[j, i])) > 1e-9) throw new ScenarioException(rows[i].Place, $"{owner}: the correlation must be 1 on its diagonal and symmetric; row {i + 1}, column {j + 1} is not.");
        return matrix;
    }

    private static double[,] Factor(double[,] matrix, ScenarioNode node, string owner)
    {
        var count = matrix.GetLength(0);
        var factor = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i, j];
                for (var k = 0; k < j; k++) sum -= factor[i, k] * factor[j, k];
                if (i == j && sum < -1e-9) throw new ScenarioException(node["correlation"]!.Place, $"{owner}: no numbers can have these correlations (the matrix is not positive semidefinite at row {i + 1}); weaken some.");
                factor[i, j] = i == j ? Math.Sqrt(Math.Max(0, sum)) : factor[j, j] > 1e-9 ? sum / factor[j, j] : 0;
            }
        }
        return factor;
    }
}
