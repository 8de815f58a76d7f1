using System.Reflection;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>One magic, ready for a kernel to offer: run, complete, help.</summary>
public abstract class MagicCommand
{
    private readonly Toolkit _toolkit;

    private protected MagicCommand(MagicDescriptor magic, Toolkit toolkit) => (Magic, _toolkit) = (magic, toolkit);

    /// <summary>What is known of it.</summary>
    public MagicDescriptor Magic { get; }

    /// <summary>Usage, options, ranges, defaults and an example, as plain text.</summary>
    public string Help => MagicHelp.Text(Magic);

    /// <summary>Runs one line; <c>--help</c> anywhere in it shows <see cref="Help"/> instead.</summary>
    /// <param name="arguments">Everything after the name on that line.</param>
    /// <param name="host">The notebook.</param>
    /// <param name="cancellation">Stops the run within 0.5 s.</param>
    /// <exception cref="MagicException">Whatever the user can mend; no variable was set and no file written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; as above.</exception>
    public async Task RunAsync(string arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        if (MagicTokenizer.Read(arguments).Any(token => token is { Kind: MagicTokenKind.Option, Text: "help" }))
        {
            await host.DisplayAsync(new MagicHelp(Magic));
            return;
        }
        var parsed = MagicArguments.Parse(arguments, Magic);
        try
        {
            await InvokeAsync(parsed, host, cancellation);
        }
        catch (Exception error) when (UserError.Message(error) is { } message)
        {
            throw new MagicException(host.Relative(message), error);
        }
    }

    /// <summary>What can be typed at a position of the arguments; never throws for what a user typed.</summary>
    /// <param name="arguments">Everything after the name on that line.</param>
    /// <param name="position">UTF-16 position within the arguments.</param>
    /// <param name="variables">The notebook's variables.</param>
    /// <param name="workingDirectory">Where relative paths start.</param>
    public MagicCompletions Complete(string arguments, int position, INotebookVariables variables, string workingDirectory) =>
        new MagicCompleter(Magic, _toolkit).Complete(arguments, position, variables, workingDirectory);

    private protected abstract Task InvokeAsync(MagicArguments arguments, INotebookHost host, CancellationToken cancellation);

    internal static MagicCommand Of(Type type, Toolkit toolkit)
    {
        var contract = type.GetInterfaces().SingleOrDefault(other => other.IsGenericType && other.GetGenericTypeDefinition() == typeof(IMagic<>))
            ?? throw new InvalidOperationException($"{type} has the attribute [Magic] but does not implement IMagic<TArguments>.");
        var arguments = contract.GetGenericArguments()[0];
        var instance = type.GetConstructor([typeof(Toolkit)]) is { } taking ? taking.Invoke([toolkit]) : Activator.CreateInstance(type)!;
        var descriptor = MagicDescriber.Describe(type.GetCustomAttribute<MagicAttribute>()!, arguments, toolkit);
        return (MagicCommand)Activator.CreateInstance(
            typeof(Typed<>).MakeGenericType(arguments), BindingFlags.Instance | BindingFlags.Public, null, [instance, descriptor, toolkit], null)!;
    }

    private sealed class Typed<TArguments> : MagicCommand
        where TArguments : class
    {
        private readonly IMagic<TArguments> _magic;

        public Typed(IMagic<TArguments> magic, MagicDescriptor descriptor, Toolkit toolkit)
            : base(descriptor, toolkit) => _magic = magic;

        private protected override Task InvokeAsync(MagicArguments arguments, INotebookHost host, CancellationToken cancellation) =>
            _magic.RunAsync(ArgumentBinder.Bind<TArguments>(arguments, host.Variables), host, cancellation);
    }
}
