using System.Globalization;
using System.Text.Json.Nodes;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Doubles;

/// <summary>A session whose language is one verb a line: what the wire tests need and nothing else.</summary>
internal sealed class EchoSession : ICodeSession
{
    private readonly SemaphoreSlim _gate = new(0);
    private readonly SemaphoreSlim _entered = new(0);

    /// <summary>Texts and UTF-16 positions that completion and inspection were asked for.</summary>
    public List<(string Code, int Position)> Asked { get; } = [];

    public bool IsDisposed { get; private set; }

    /// <summary>Lets one <c>gate</c> go on.</summary>
    public void Open() => _gate.Release();

    /// <summary>Waits until a cell has come to its <c>gate</c>.</summary>
    public void WaitForGate() => Assert.True(_entered.Wait(5000));

    public Task<CellOutcome> RunAsync(CellRequest request, ICellOutput output, CancellationToken interrupt)
    {
        CellError? error = null;
        foreach (var line in request.Code.Split('\n'))
        {
            try
            {
                error = Run(line, output, interrupt);
            }
            catch (OperationCanceledException)
            {
                error = new CellError("KeyboardInterrupt", "interrupted", ["KeyboardInterrupt"]);
            }
            catch (InvalidOperationException failure)
            {
                error = new CellError(nameof(InvalidOperationException), failure.Message, [failure.Message]);
            }
            if (error is not null) break;
        }
        var expressions = request.UserExpressions?.ToDictionary(pair => pair.Key, pair => pair.Value == "bad"
            ? new UserExpressionResult(null, new CellError("Bad", "bad", []))
            : new UserExpressionResult(MimeBundle.Text(pair.Value), null));
        return Task.FromResult(new CellOutcome(error, error is null ? expressions : null));
    }

    public Task<CompletionList> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        Asked.Add((code, position));
        var start = position;
        while (start > 0 && char.IsLetter(code[start - 1])) start--;
        return Task.FromResult(new CompletionList([new CompletionItem("Echo", "function", "echoes")], start, position));
    }

    public Task<MimeBundle?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        Asked.Add((code, position));
        return Task.FromResult(code.StartsWith("known", StringComparison.Ordinal) ? MimeBundle.Text("documented") : null);
    }

    public Completeness CheckCompleteness(string code) => code switch
    {
        "open {" => new Completeness(CompletenessStatus.Incomplete, "    "),
        ")" => new Completeness(CompletenessStatus.Invalid),
        _ => new Completeness(CompletenessStatus.Complete),
    };

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        _gate.Dispose();
        _entered.Dispose();
        return ValueTask.CompletedTask;
    }

    private CellError? Run(string line, ICellOutput output, CancellationToken interrupt)
    {
        var (verb, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : (line, "");
        switch (verb)
        {
            case "print": output.Write(OutputStream.Out, rest + "\n"); break;
            case "err": output.Write(OutputStream.Error, rest + "\n"); break;
            case "value": output.Result(MimeBundle.Text(rest)); break;
            case "display": output.Display(MimeBundle.Text(rest), "id"); break;
            case "update": output.Update(MimeBundle.Text(rest), "id"); break;
            case "clear": output.Clear(wait: true); break;
            case "ask": output.Write(OutputStream.Out, output.ReadLine(rest, password: false)); break;
            case "fail": return new CellError("Failure", rest, [rest]);
            case "forever": Task.Delay(Timeout.Infinite, interrupt).GetAwaiter().GetResult(); break;
            case "throw": throw new ArithmeticException(rest);
            case "nan": output.Display(new MimeBundle(new Dictionary<string, JsonNode> { ["application/json"] = JsonValue.Create(double.NaN) })); break;
            case "bytes": output.Result(MimeBundle.Text(new string('x', int.Parse(rest, CultureInfo.InvariantCulture)))); break;
            case "lines": Lines(output, int.Parse(rest, CultureInfo.InvariantCulture), 20); break;
            case "wide": Lines(output, int.Parse(rest, CultureInfo.InvariantCulture), 2500); break;
            case "threads" when rest.Split(' ') is [var threads, var count]:
                Threads(output, int.Parse(threads, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture));
                break;
            case "halves":
                output.Write(OutputStream.Out, "a\ud83d");
                Thread.Sleep(80); // longer than a batch is held back
                output.Write(OutputStream.Out, "\ude00\ud83d");
                break;
            case "gate":
                _entered.Release();
                _gate.Wait(interrupt);
                break;
            default: break;
        }
        return null;
    }

    private static void Lines(ICellOutput output, int count, int width)
    {
        for (var i = 0; i < count; i++) output.Write(OutputStream.Out, i.ToString(CultureInfo.InvariantCulture).PadRight(width - 1, '.') + "\n");
    }

    private static void Threads(ICellOutput output, int threads, int count)
    {
        var running = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            for (var i = 0; i < count; i++) output.Write(OutputStream.Out, string.Create(CultureInfo.InvariantCulture, $"{number} {i}\n"));
        })).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
    }
}
