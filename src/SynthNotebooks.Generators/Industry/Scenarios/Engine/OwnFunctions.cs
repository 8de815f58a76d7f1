using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads the functions of a scenario: <c>name(a, b): formula</c>.</summary>
internal static class OwnFunctions
{
    public static Dictionary<string, OwnFunction> Read(ScenarioNode? node)
    {
        var functions = new Dictionary<string, OwnFunction>(StringComparer.Ordinal);
        if (node is null) return functions;
        if (node.Entries is null) throw new ScenarioException(node.Place, "'functions' is a map: 'name(a, b): formula'.");
        foreach (var (key, body) in node.Entries)
        {
            var text = key.Text!;
            var open = text.IndexOf('(', StringComparison.Ordinal);
            if (open < 1 || text[^1] != ')' || body.Text is null) throw new ScenarioException(key.Place, $"'{text}' is no function; write 'name(a, b): formula'.");
            var name = text[..open].Trim();
            string[] parameters = [.. text[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            if (Formulas.Functions.Names.Contains(name)) throw new ScenarioException(key.Place, $"'{name}' is a function already.");
            if (!functions.TryAdd(name, new OwnFunction(name, parameters, body))) throw new ScenarioException(key.Place, $"The function '{name}' stands twice.");
        }
        return functions;
    }
}
