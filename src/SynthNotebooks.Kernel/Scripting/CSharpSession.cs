using System.Globalization;
using SynthNotebooks.Kernel.Directives;
using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Scripting;

/// <summary>Runs cells of C# with magics, each seeing what the cells before it declared.</summary>
/// <remarks>
/// A cell's code runs on a thread of its own. Memory: some 40 KB a cell that compiles. An interrupt ends the cell's loops, waits and
/// background work; variables keep the values they had.
/// </remarks>
public sealed class CSharpSession : ICodeSession
{
    private static readonly string[] DefaultUsings =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.IO", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Html", "Microsoft.DotNet.Interactive.Formatting",
        "SynthNotebooks.Kernel.Formatting", "SynthNotebooks.Kernel.Formatting.HtmlTags", "SynthNotebooks.Kernel.Formatting.CellFunctions",
    ];

    private readonly SubmissionChain _chain;
    private readonly DirectiveTable _directives;
    private readonly ErrorReport _errors;
    private readonly SessionVariables _variables;
    private readonly CompletionEngine _completion;
    private readonly Inspector _inspector;
    private readonly DisplayIds _displayIds = new();
    private readonly SemaphoreSlim _oneCell = new(1, 1);

    /// <summary>Opens a session; compiles nothing yet.</summary>
    public CSharpSession(CSharpSessionOptions? options = null)
    {
        options ??= new CSharpSessionOptions();
        ConsoleRouting.Ensure();
        UncaughtFailures.Ensure();
        HostDisplays.Add(ExceptionDisplay.Register);
        _chain = new SubmissionChain(
            [typeof(CSharpSession).Assembly, typeof(Microsoft.DotNet.Interactive.Formatting.Formatter).Assembly, typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly, .. options.References],
            [.. DefaultUsings.Concat(options.Usings).Distinct(StringComparer.Ordinal)], options.LongestChain);
        _errors = new ErrorReport(path => _chain.TryGetSource(path, out var source) ? source : null);
        _variables = new SessionVariables(_chain, _displayIds, _errors);
        _directives = new DirectiveTable(options, _chain, RunTextAsync);
        _completion = new CompletionEngine(_chain, _directives, _variables, new KeyCompletion(_variables, options.IndexerKeys, options.KeyedMethods));
        _inspector = new Inspector(_chain, _directives, _variables);
    }

    /// <summary>The variables that cells have declared.</summary>
    public ISessionVariables Variables => _variables;

    /// <inheritdoc/>
    public async Task<CellOutcome> RunAsync(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        await _oneCell.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        var context = new CellContext(request.Silent ? NullOutput.Instance : output, _displayIds, _errors, stop.Token);
        try
        {
            using var console = ConsoleRouting.DuringCell();
            CellContext.Current = context;
            _chain.Begin(context);
            var label = string.Create(CultureInfo.InvariantCulture, $"cell {request.ExecutionCount}");
            await RunPartsAsync(request.Code, label, _directives.Folder, context, topLevel: true).ConfigureAwait(false);
            return new CellOutcome(null, await EvaluateAsync(request.UserExpressions, context).ConfigureAwait(false));
        }
        catch (Exception failure) // whatever a user's code throws is an outcome
        {
            return new CellOutcome(_errors.Of(failure, interrupt));
        }
        finally
        {
            CellContext.Current = null;
            _oneCell.Release();
        }
    }

    /// <inheritdoc/>
    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation) =>
        Task.Run(() => _completion.Complete(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation) =>
        Task.Run(() => _inspector.Inspect(code, position, cancellation), cancellation);

    /// <inheritdoc/>
    public Completeness CheckCompleteness(string code) => CompletenessCheck.Of(code, _directives.TakesBody);

    /// <summary>Compiles and runs what first cells are made of, so that they need not wait for the just-in-time compiler. Leaves no trace.</summary>
    public Task WarmUpAsync(CancellationToken cancellation = default) => Task.Run(() => WarmUp.RunAsync(_chain, _completion, GiveWayAsync, cancellation), cancellation);

    /// <summary>Compiles a piece of C# that nobody sees, beside whatever else a process prepares before it has a session.</summary>
    /// <remarks>The first compilation in a process costs some 0.4 s, most of it just-in-time compilation of the compiler's generic code.</remarks>
    public static Task WarmUpCompilerAsync(CancellationToken cancellation = default) => Task.Run(() => WarmUp.CompileAlone(cancellation), cancellation);

    // A cell that runs needs the processors, and warms up the same things.
    private async Task GiveWayAsync(CancellationToken cancellation)
    {
        await _oneCell.WaitAsync(cancellation).ConfigureAwait(false);
        _oneCell.Release();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _oneCell.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task RunTextAsync(string code, string label, string folder) =>
        RunPartsAsync(code, label, folder, CellContext.Current!, topLevel: false);

    private async Task RunPartsAsync(string code, string label, string folder, CellContext context, bool topLevel)
    {
        var parts = CellParser.Parse(code, _directives.TakesBody);
        var outer = _directives.Folder;
        _directives.Folder = folder;
        try
        {
            await RunFromAsync(0).ConfigureAwait(false);
        }
        finally
        {
            _directives.Folder = outer;
        }

        async Task RunFromAsync(int first)
        {
            for (var i = first; i < parts.Count; i++)
            {
                if (context.Interrupt.IsCancellationRequested) throw new CellInterruptedException(context.Interrupt);
                if (parts[i] is CodePart text)
                {
                    await RunCodeAsync(new CellSource(label, text.Text), context, isLast: topLevel && i == parts.Count - 1).ConfigureAwait(false);
                    continue;
                }
                var magic = (MagicPart)parts[i];
                var directive = FindDirective(magic);
                var call = new DirectiveCall(magic.Arguments, magic.Body, context.Output, _variables);
                if (directive is IWrappingDirective wrapping)
                {
                    var next = i + 1;
                    await wrapping.WrapAsync(call, () => RunFromAsync(next), context.Interrupt).ConfigureAwait(false);
                    return;
                }
                try
                {
                    if (directive is ISessionDirective) await directive.RunAsync(call, context.Interrupt).ConfigureAwait(false);
                    else await InterruptibleRun.RunAsync(() => directive.RunAsync(call, context.Interrupt), context).ConfigureAwait(false);
                }
                catch (Exception failure) when (MagicTrail.Add(failure, label, magic))
                {
                }
            }
        }

        IDirective FindDirective(MagicPart magic)
        {
            try
            {
                return _directives.Find(magic.Name);
            }
            catch (DirectiveException failure) when (MagicTrail.Add(failure, label, magic))
            {
                throw;
            }
        }
    }

    private async Task RunCodeAsync(CellSource source, CellContext context, bool isLast)
    {
        var submission = await Task.Run(() => _chain.Compile(source, context.Interrupt), CancellationToken.None).ConfigureAwait(false);
        var run = _chain.Load(submission);
        await InterruptibleRun.RunAsync(async () =>
        {
            var value = await run().ConfigureAwait(false);
            if (!submission.HasResult || value is DisplayedValue) return; // a handle of what is shown already
            var shown = ValueFormatter.Format(value);
            if (isLast) context.Output.Result(shown);
            else context.Output.Display(shown);
        }, context).ConfigureAwait(false);
    }

    private async Task<IReadOnlyDictionary<string, UserExpressionResult>?> EvaluateAsync(IReadOnlyDictionary<string, string>? expressions, CellContext context)
    {
        if (expressions is null) return null;
        var results = new Dictionary<string, UserExpressionResult>(StringComparer.Ordinal);
        foreach (var (name, expression) in expressions)
        {
            try
            {
                var submission = await Task.Run(() => _chain.CompileProbe(new CellSource("expression " + name, expression), context.Interrupt), CancellationToken.None).ConfigureAwait(false);
                var run = _chain.Load(submission, keep: false);
                MimeBundle? shown = null;
                await InterruptibleRun.RunAsync(async () => shown = ValueFormatter.Format(await run().ConfigureAwait(false)), context).ConfigureAwait(false);
                results[name] = new UserExpressionResult(shown, null);
            }
            catch (Exception failure)
            {
                results[name] = new UserExpressionResult(null, _errors.Of(failure, context.Interrupt));
            }
        }
        return results;
    }
}
