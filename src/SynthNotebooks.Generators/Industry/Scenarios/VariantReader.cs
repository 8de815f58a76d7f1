using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios;

/// <summary>Applies a variant: <c>{set: {"entities.loans.attributes.default.chance": "0.2"}}</c>.</summary>
internal static class VariantReader
{
    public static ScenarioNode Apply(ScenarioNode root, ScenarioNode variant, string name)
    {
        foreach (var (key, _) in variant.Entries ?? [])
            if (key.Text is not ("set" or "title" or "description")) throw new ScenarioException(key.Place, $"variant '{name}': " + UnknownColumn.Message("key", key.Text!, ["set", "title", "description"]));
        if (variant["set"]?.Entries is not { } changes) throw new ScenarioException(variant.Place, $"variant '{name}': 'set' is missing: {{PATH: value}}.");
        foreach (var (path, value) in changes) root = Set(root, path.Text!.Split('.'), 0, value, path, name);
        return root;
    }

    private static ScenarioNode Set(ScenarioNode node, string[] path, int at, ScenarioNode value, ScenarioNode place, string variant)
    {
        var step = path[at];
        if (node.Items is { } items)
        {
            if (!int.TryParse(step, out var position) || position < 0 || position >= items.Count) throw new ScenarioException(place.Place, $"variant '{variant}', '{place.Text}': '{step}' must be a position from 0 to {items.Count - 1} in the list.");
            var changed = items.ToArray();
            changed[position] = at == path.Length - 1 ? value : Set(items[position], path, at + 1, value, place, variant);
            return ScenarioNode.List(changed, node.Place);
        }
        if (node.Entries is not { } entries) throw new ScenarioException(place.Place, $"variant '{variant}': '{place.Text}' leads nowhere: '{string.Join('.', path[..at])}' is {node.Shape}.");
        if (at == path.Length - 1) return node.With(step, value);
        var next = node[step] ?? throw new ScenarioException(place.Place, $"variant '{variant}', '{place.Text}': " + UnknownColumn.Message("key", step, entries.Select(entry => entry.Key.Text!)));
        return node.With(step, Set(next, path, at + 1, value, place, variant));
    }
}
