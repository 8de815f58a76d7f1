namespace SynthNotebooks.Kernel.Directives;

/// <summary><c>#!value</c>: the text below, or a file's, as a variable.</summary>
internal sealed class ValueDirective(ISessionServices session)
    : BuiltInDirective("#!value", "Sets a text variable to the lines below or to a file's text.", "#!value --name NAME [--from-file PATH]"), ICellDirective
{
    protected override IReadOnlyList<string> Options => ["--name", "--from-file"];

    public override async Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        var arguments = DirectiveArguments.Parse(call.Arguments);
        arguments.Accept(Name, "--name", "--from-file", "--mime-type"); // the last changes nothing here: text is text
        var name = arguments.Required(Name, "--name");
        var text = call.Body.Trim('\n');
        if (arguments.Options.ContainsKey("--from-file"))
        {
            if (text.Length > 0) throw new DirectiveException("#!value takes the lines below or --from-file, not both.");
            text = await File.ReadAllTextAsync(SessionPath.Existing(session, arguments.Required(Name, "--from-file"), Name), interrupt).ConfigureAwait(false);
        }
        await call.Variables.SetAsync(name, text, typeof(string)).ConfigureAwait(false);
    }
}
