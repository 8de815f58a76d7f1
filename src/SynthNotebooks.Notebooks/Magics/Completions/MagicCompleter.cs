using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Finds what can be typed at a position of a magic's line.</summary>
internal sealed class MagicCompleter(MagicDescriptor magic, Toolkit toolkit)
{
    public MagicCompletions Complete(string arguments, int position, INotebookVariables variables, string workingDirectory)
    {
        position = Math.Clamp(position, 0, arguments.Length);
        var tokens = MagicTokenizer.Read(arguments[..position], lenient: true);
        var current = tokens.Count > 0 && (tokens[^1].End == position || tokens[^1].IsOpen) && !IsClosed(tokens[^1]) ? tokens[^1] : (MagicToken?)null;
        var before = current is null ? tokens : [.. tokens.SkipLast(1)];
        var (given, pending) = Assign(before);
        var start = current?.Start ?? position;

        if (current is { Kind: MagicTokenKind.Option } || (current is { Text: "-", Kind: MagicTokenKind.Word }))
            return new([.. Options(given).Where(item => item.Text.StartsWith(arguments[start..position], StringComparison.OrdinalIgnoreCase))], start, position);
        if (current is { Kind: MagicTokenKind.Reference } reference)
            return new([.. References(variables).Where(item => item.Text.StartsWith("@" + reference.Text, StringComparison.OrdinalIgnoreCase))], start, position);

        var parameter = pending ?? (magic.Positional is { } positional && !given.ContainsKey(positional.Name) ? positional : null);
        var typed = current?.Text ?? "";
        var request = new CompletionRequest(typed, given, variables, workingDirectory, toolkit);
        var values = parameter is null ? [] : Values(parameter, request).Where(item => item.Text.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Where(item => CanStand(item.Text)).Select(Quoted);
        var options = pending is null && current is null ? Options(given) : [];
        return new([.. values, .. options], start, position);

        // A value that was opened with a quote, or that would be read as something else without any, is inserted with quotes.
        MagicCompletion Quoted(MagicCompletion item) => current?.Kind == MagicTokenKind.Quoted || !IsWord(item.Text) ? item with { Text = $"\"{item.Text}\"" } : item;
    }

    // A name from data must not end its quotes or its line: what comes behind would be other arguments, or code.
    private static bool CanStand(string text) => !text.Contains('"', StringComparison.Ordinal) && VisibleText.Of(text) == text;

    private static bool IsWord(string text)
    {
        try
        {
            return MagicTokenizer.Read(text) is [{ Kind: MagicTokenKind.Word } word] && word.Text == text;
        }
        catch (MagicException)
        {
            return false;
        }
    }

    private static bool IsClosed(MagicToken token) => token.Kind is MagicTokenKind.Quoted or MagicTokenKind.Json && !token.IsOpen;

    private (Dictionary<string, string> Given, MagicParameter? Pending) Assign(IReadOnlyList<MagicToken> tokens)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        MagicParameter? pending = null;
        foreach (var token in tokens)
        {
            if (token.Kind == MagicTokenKind.Option)
            {
                var named = magic.Find(token.Text) ?? magic.PassThrough.FirstOrDefault(option => option.Name == token.Text);
                given.TryAdd(token.Text, "");
                pending = named is { IsFlag: false } ? named : null;
                continue;
            }
            if ((pending ?? magic.Positional) is { } parameter) given[parameter.Name] = token.Text;
            pending = null;
        }
        return (given, pending);
    }

    private IEnumerable<MagicCompletion> Options(Dictionary<string, string> given)
    {
        var chosen = magic.Chooser is { } chooser && given.TryGetValue(chooser, out var group) ? group : null;
        return magic.Parameters.Where(parameter => !parameter.IsPositional)
            .Concat(magic.PassThrough.Where(option => option.Group == chosen))
            .Where(parameter => !given.ContainsKey(parameter.Name))
            .Select(parameter => new MagicCompletion("--" + parameter.Name, "option", parameter.Documentation))
            .Append(new("--help", "option", "Shows usage and options."));
    }

    private static IEnumerable<MagicCompletion> References(INotebookVariables variables) => variables.List()
        .Where(variable => variable.DeclaredType == typeof(string) || variable.DeclaredType.IsPrimitive || variable.DeclaredType.IsEnum)
        .OrderBy(variable => variable.Name, StringComparer.Ordinal)
        .Select(variable => new MagicCompletion("@" + variable.Name, "variable", TypeNames.Of(variable.DeclaredType)));

    private static IEnumerable<MagicCompletion> Values(MagicParameter parameter, CompletionRequest request)
    {
        if (parameter.Completion is { } source) return source.Complete(request);
        var type = ArgumentText.Underlying(parameter);
        IEnumerable<string> words = type.IsEnum ? Enum.GetNames(type).Select(ArgumentText.Kebab) : type == typeof(bool) ? ["true", "false"] : [];
        return words.Select(word => new MagicCompletion(word, "value"));
    }
}
