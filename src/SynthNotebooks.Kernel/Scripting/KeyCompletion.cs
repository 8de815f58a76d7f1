using System.Text.RegularExpressions;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Completes the keys of a variable's indexer: within <c>value["</c>, and within the texts of methods that speak of keys.</summary>
/// <param name="variables">Whose values have keys.</param>
/// <param name="keysOf">The keys of a value; null when it has none.</param>
/// <param name="methods">Methods of such values whose texts name keys.</param>
internal sealed partial class KeyCompletion(ISessionVariables variables, Func<object, IEnumerable<string>?>? keysOf, IReadOnlySet<string> methods)
{
    /// <summary>The keys that fit what is typed; null when the caret stands in no such text.</summary>
    public CompletionList? At(CodeAtCaret caret)
    {
        var before = caret.Line[..Math.Min(caret.Position - caret.LineStart, caret.Line.Length)];
        if (InIndexer().Match(before) is { Success: true } indexer)
            return KeysOf(indexer.Groups[1].Value) is { } keys ? Starting(keys, indexer.Groups[2].Value) : null;
        if (InMethod().Match(before) is not { Success: true } method || !methods.Contains(method.Groups[2].Value) || KeysOf(method.Groups[1].Value) is not { } named) return null;
        var text = method.Groups[3].Value;
        var whole = Starting(named, text);
        return whole.Matches.Count > 0 ? whole : Starting(named, LastWord().Match(text).Value); // a condition names its columns in the midst of others

        CompletionList Starting(IEnumerable<string> keys, string typed) => new(
            [.. keys.Select(KeyText.Of).Where(key => key.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Select(key => new CompletionItem(key, "property"))], caret.Position - typed.Length, caret.Position);
    }

    private IReadOnlyList<string>? KeysOf(string variable) => variables.TryGet(variable, out var value) && value is not null && keysOf?.Invoke(value) is { } keys ? [.. keys] : null;

    // table["pri, table.Columns["pri, table.Rows[0]["pri
    [GeneratedRegex(@"(?<![\w.])(\w+)(?:\.\w+(?:\[[^\[\]""]*\])?)?\[""([^""\]]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex InIndexer();

    // table.OrderBy("pri, table.Filter("price > 3 and na, table.GroupBy("name").Mean("pri
    [GeneratedRegex(@"(?<![\w.])(\w+)(?:\.\w+\([^()]*\))*\.(\w+)\((?:[^()""]|""[^""]*"")*""([^""]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex InMethod();

    [GeneratedRegex(@"\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWord();
}
