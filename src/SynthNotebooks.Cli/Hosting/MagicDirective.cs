using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Sessions;
using SynthNotebooks.Notebooks.Magics;

namespace SynthNotebooks.Cli.Hosting;

/// <summary>A magic of the toolkit as a directive of the bundled kernel.</summary>
internal sealed class MagicDirective(MagicCommand magic, string folder, Action<object>? shown) : IDirective
{
    public string Name => magic.Magic.Name;

    public string Description => magic.Magic.Description;

    public string Help => magic.Help;

    public async Task RunAsync(DirectiveCall call, CancellationToken interrupt)
    {
        try
        {
            await magic.RunAsync(call.Arguments, new KernelNotebookHost(call.Variables, folder, shown), interrupt);
        }
        catch (MagicException error)
        {
            throw new DirectiveException(error.Message, error);
        }
    }

    public CompletionList Complete(string arguments, int position, ISessionVariables variables)
    {
        var completions = magic.Complete(arguments, position, new SessionVariables(variables), folder);
        return new([.. completions.Items.Select(item => new CompletionItem(item.Text, item.Kind, item.Description))], completions.Start, completions.End);
    }
}
