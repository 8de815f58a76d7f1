using System.CommandLine;
using System.CommandLine.Parsing;
using SynthNotebooks.Cli.Commands;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation;
using SynthNotebooks.Kernel.Install;
using SynthNotebooks.Privacy;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Cli;

/// <summary>The command-line tool: reads the arguments, runs one command, turns expected failures into a message and an exit status.</summary>
/// <param name="output">Results that another program may read.</param>
/// <param name="errors">Everything else.</param>
internal sealed class Tool(TextWriter output, TextWriter errors)
{
    /// <summary>The job was done.</summary>
    public const int Done = 0;

    /// <summary>The job failed.</summary>
    public const int Failed = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int WrongUse = 2;

    public TextWriter Output { get; } = new VisibleWriter(output);

    public TextWriter Errors { get; } = new VisibleWriter(errors);

    public async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("A synthetic-data laboratory: fit, sample, evaluate, simulate; run C# notebooks.");
        foreach (var command in Commands) root.Subcommands.Add(command.Create());
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var complaint in Complaints.Of(parsed)) await Errors.WriteLineAsync("synthnb: " + complaint);
            await Errors.WriteLineAsync($"See synthnb {string.Join(' ', Path(parsed))}--help.");
            return WrongUse;
        }
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, press) =>
        {
            press.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            RequirePlaces(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = Output, Error = Errors }, stop.Token);
        }
        catch (Exception failure) when (IsExpected(failure))
        {
            await Errors.WriteLineAsync("synthnb: " + Message(failure));
            return failure is UsageException ? WrongUse : Failed;
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }

    internal IReadOnlyList<IToolCommand> Commands =>
    [
        new ModelsCommand(this),
        new MetricsCommand(this),
        new AttacksCommand(this),
        new FitCommand(this),
        new DpCommand(this),
        new BudgetCommand(this),
        new SampleCommand(this),
        new ImputeCommand(this),
        new EvaluateCommand(this),
        new AttackCommand(this),
        new SimulateCommand(this),
        new AnonymiseCommand(this),
        new DeidentifyCommand(this),
        new AuditCommand(this),
        new RunCommand(this),
        new ConvertCommand(this),
        new VerifyCommand(this),
        new ScanCommand(this),
        new StripRealCommand(this),
        new KernelCommand(this),
    ];

    // Failures of the job that a user can mend; anything else is a defect of ours and shows its stack.
    private static bool IsExpected(Exception failure) => failure is UsageException or DataLoadException or FitException or ModelFormatException
        or EvaluationException or AnonymityException or KernelSpecException or BudgetException or LedgerException or PrivateBoundsException
        or FormatException or IOException or UnauthorizedAccessException or OperationCanceledException;

    // Told before a job that takes minutes, or spends a privacy budget, rather than after it. Worlds make their own folders.
    private static void RequirePlaces(ParseResult parsed)
    {
        if (parsed.CommandResult.Command.Name == "simulate") return;
        foreach (var option in parsed.CommandResult.Children.OfType<OptionResult>())
            if (option.Option.Name is "--out" or "--json" or "--html" && option.Tokens is [{ Value: { Length: > 0 } path }]) WholeFile.Require(path);
    }

    private static string Message(Exception failure) => failure is OperationCanceledException ? "stopped" : failure.Message;

    private static Stack<string> Path(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at?.Parent is CommandResult parent; at = parent) names.Push(at.Command.Name + " ");
        return names;
    }
}
