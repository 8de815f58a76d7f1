namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!set</c>: sets a variable to a text, to another variable's value or to what the user types.</summary>
internal sealed class SetDirective() : BuiltInDirective("#!set", "Sets a variable.", "#!set --name NAME --value TEXT|@VARIABLE|@input:PROMPT|@password:PROMPT")
{
    public override Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var arguments = DirectiveArguments.Parse(call.Arguments);
        var name = arguments.Options.GetValueOrDefault("--name") ?? throw new DirectiveException("#!set needs --name NAME.");
        var value = arguments.Options.GetValueOrDefault("--value") ?? throw new DirectiveException("#!set needs --value VALUE.");
        foreach (var option in arguments.Options.Keys)
            if (option is not ("--name" or "--value"))
                throw new DirectiveException($"#!set does not know {option}; it takes --name and --value.");
        if (!value.StartsWith('@')) return call.Variables.SetAsync(name, value, typeof(string));
        var (source, rest) = value[1..].Split(':', 2) is [var s, var r] ? (s, r) : ("csharp", value[1..]);
        return source switch
        {
            "input" => call.Variables.SetAsync(name, call.Output.ReadLine(rest, password: false), typeof(string)),
            "password" => call.Variables.SetAsync(name, call.Output.ReadLine(rest, password: true), typeof(string)),
            "csharp" => CopyAsync(call, name, rest),
            _ => throw new DirectiveException($"There is no '{source}' kernel here: values come from C# (@name), @input: or @password:."),
        };
    }

    private static Task CopyAsync(DirectiveCall call, string name, string from)
    {
        var variable = call.Variables.List().FirstOrDefault(v => v.Name == from) ?? throw new DirectiveException($"There is no variable '{from}'.");
        call.Variables.TryGet(from, out var value);
        return call.Variables.SetAsync(name, value, variable.Type);
    }
}
