using System.Text.Json;
using SynthNotebooks.Kernel.Formatting;

namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!set</c>: sets a variable to a text, JSON, another variable's value or what the user types.</summary>
internal sealed class SetDirective()
    : BuiltInDirective("#!set", "Sets a variable.", "#!set --name NAME --value TEXT|JSON|@VARIABLE|@input:PROMPT|@password:PROMPT [--mime-type TYPE]")
{
    protected override IReadOnlyList<string> Options => ["--name", "--value", "--mime-type", "--byref"];

    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var arguments = DirectiveArguments.Parse(call.Arguments);
        arguments.Accept(Name, Options);
        var (name, value) = (arguments.Required(Name, "--name"), arguments.Required(Name, "--value"));
        var mimeType = arguments.Options.ContainsKey("--mime-type") ? arguments.Required(Name, "--mime-type") : null;
        if (arguments.Options.GetValueOrDefault("--byref") is { } odd) throw new DirectiveException($"--byref stands alone, without a value such as '{odd}'.");
        if (mimeType is not null && arguments.Options.ContainsKey("--byref")) throw new DirectiveException("--byref shares a value and --mime-type writes it out: one of the two at a time.");
        if (!value.StartsWith('@')) return SetLiteralAsync(call, name, value, mimeType);
        var (source, rest) = value[1..].Split(':', 2) is [var s, var r] ? (s, r) : ("csharp", value[1..]);
        return source switch
        {
            "input" => call.Variables.SetAsync(name, call.Output.ReadLine(Prompt(rest), password: false), typeof(string)),
            "password" => call.Variables.SetAsync(name, call.Output.ReadLine(Prompt(rest), password: true), typeof(string)),
            "csharp" => CopyAsync(call, name, rest, mimeType),
            _ => throw new DirectiveException($"There is no '{source}' kernel here: values come from C# (@name), @input: or @password:."),
        };
    }

    private static string Prompt(string text) => text.Trim('"');

    private static Task SetLiteralAsync(DirectiveCall call, string name, string value, string? mimeType)
    {
        if (mimeType is "application/json" || value is ['{' or '[', ..]) return call.Variables.SetAsync(name, Json(value), typeof(JsonDocument));
        return call.Variables.SetAsync(name, value, typeof(string));
    }

    private static Task CopyAsync(DirectiveCall call, string name, string from, string? mimeType)
    {
        if (call.Variables.List().FirstOrDefault(v => v.Name == from) is not { } variable) throw new DirectiveException(Missing(call, from));
        call.Variables.TryGet(from, out var value);
        if (mimeType is null) return call.Variables.SetAsync(name, value, variable.Type);
        if (value is string && mimeType == "text/plain") return call.Variables.SetAsync(name, value, typeof(string)); // as it is, not as it is shown
        var shown = ValueFormatter.Format(value, [mimeType]).Data[mimeType];
        return mimeType == "application/json"
            ? call.Variables.SetAsync(name, Json(shown.ToJsonString()), typeof(JsonDocument))
            : call.Variables.SetAsync(name, shown.ToString(), typeof(string));
    }

    private static string Missing(DirectiveCall call, string name)
    {
        var nearest = call.Variables.List().Select(v => v.Name).MinBy(known => (EditDistance.Between(name, known), known));
        return $"There is no variable '{name}'." + (nearest is not null && EditDistance.Between(name, nearest) <= 2 ? $" Did you mean '{nearest}'?" : "");
    }

    private static JsonDocument Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException failure)
        {
            throw new DirectiveException($"--value is no JSON: {failure.Message}", failure);
        }
    }
}
