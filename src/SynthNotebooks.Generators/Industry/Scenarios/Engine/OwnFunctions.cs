using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Reads the functions of a scenario: <c>name(a, b): formula</c>. They may call one another in any order, but not in a circle.</summary>
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
            foreach (var parameter in parameters) Names.Require(ScenarioNode.Scalar(parameter, key.Place), $"function '{name}', parameter '{parameter}'");
            if (parameters.Distinct(StringComparer.Ordinal).Count() < parameters.Length) throw new ScenarioException(key.Place, $"function '{name}': a parameter stands twice.");
            if (Formulas.Functions.Names.Contains(name) || SpecialCalls.Names.Contains(name)) throw new ScenarioException(key.Place, $"'{name}' is a function already.");
            if (!functions.TryAdd(name, new OwnFunction(name, parameters, body))) throw new ScenarioException(key.Place, $"The function '{name}' stands twice.");
        }
        RefuseCircles(functions);
        return functions;
    }

    // A body is read where it is called; so that a circle is told even where nobody calls, the calls are looked for among the words
    private static void RefuseCircles(Dictionary<string, OwnFunction> functions)
    {
        var calls = functions.Values.ToDictionary(function => function, function => Calls(function, functions));
        var done = new HashSet<OwnFunction>();
        foreach (var function in functions.Values) Walk(function, []);

        void Walk(OwnFunction function, List<OwnFunction> path)
        {
            if (!done.Contains(function) && !path.Contains(function))
            {
                path.Add(function);
                foreach (var (called, place) in calls[function])
                {
                    var from = path.IndexOf(called);
                    if (from >= 0) throw new ScenarioException(place, $"function '{function.Name}': it calls itself: {string.Join(" -> ", path.Skip(from).Append(called).Select(one => one.Name))}.");
                    Walk(called, path);
                }
                path.RemoveAt(path.Count - 1);
                done.Add(function);
            }
        }
    }

    private static List<(OwnFunction Called, SourcePlace Place)> Calls(OwnFunction function, Dictionary<string, OwnFunction> functions)
    {
        var (body, found) = (function.Body, new List<(OwnFunction, SourcePlace)>());
        try
        {
            var tokens = Tokens.Of(body.Text!);
            for (var i = 0; i + 1 < tokens.Count; i++)
                if (tokens[i].Kind == TokenKind.Name && tokens[i + 1] is { Kind: TokenKind.Symbol, Text: "(" } && functions.TryGetValue(tokens[i].Text, out var called))
                    found.Add((called, FormulaCompiler.PlaceIn(body, tokens[i].At)));
        }
        catch (FormulaException wrong)
        {
            throw new ScenarioException(FormulaCompiler.PlaceIn(body, wrong.At), $"function '{function.Name}': {wrong.Message}");
        }
        return found;
    }
}
