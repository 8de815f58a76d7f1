using System.CommandLine;
using System.CommandLine.Parsing;
using SynthNotebooks.Data;

namespace SynthNotebooks.Cli;

/// <summary>What is wrong with a command line, in words that name what is accepted.</summary>
internal static class Complaints
{
    /// <summary>The complaints about a command line that cannot be run; empty when it can.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0) return [];
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            var names = command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name).ToArray();
            if (parsed.UnmatchedTokens is not [var word, ..]) return [$"Name a command: {string.Join(", ", names)}."];
            return [word.StartsWith('-') ? Unknown(command, word) : UnknownColumn.Message("command", word, names)];
        }
        var options = parsed.UnmatchedTokens.Where(word => word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        return parsed.Errors.Where(error => !options.Any(word => error.SymbolResult is CommandResult && error.Message.Contains($"'{word}'", StringComparison.Ordinal))).Select(error => error.SymbolResult is OptionResult { Tokens: [var value], Option: var option } && Kind(option.ValueType, value.Value) is { } kind
            ? $"{option.Name} is '{value.Value}'; it must be {kind}." : error.Message)
            .Concat(options.Select(word => Unknown(command, word)));
    }

    private static string Unknown(Command command, string word) => UnknownColumn.Message("option", word, command.Options.Where(option => !option.Hidden).Select(option => option.Name));

    // What a value ought to be that is no value of its type.
    private static string? Kind(Type type, string value) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(int) => int.TryParse(value, out _) ? null : "a whole number",
        var t when t == typeof(long) => long.TryParse(value, out _) ? null : "a whole number",
        var t when t == typeof(ulong) => ulong.TryParse(value, out _) ? null : "a whole number, 0 or more",
        var t when t == typeof(double) => double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _) ? null : "a number",
        var t when t == typeof(DateOnly) => DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _) ? null : "a day such as 2024-01-31",
        _ => null,
    };
}
