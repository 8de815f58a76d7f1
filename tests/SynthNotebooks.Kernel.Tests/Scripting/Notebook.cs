using SynthNotebooks.Kernel.Scripting;
using SynthNotebooks.Kernel.Sessions;

namespace SynthNotebooks.Kernel.Tests.Scripting;

/// <summary>A session with short ways to run cells in it.</summary>
internal sealed class Notebook(CSharpSessionOptions? options = null) : IAsyncDisposable
{
    private int _count;

    public CSharpSession Session { get; } = new(options);

    public CellOutcome Outcome { get; private set; } = new();

    /// <summary>Runs a cell that must succeed.</summary>
    public async Task<RecordedOutput> RunAsync(string code, Func<string, string>? answer = null)
    {
        var output = await TryAsync(code, answer);
        Assert.True(Outcome.Succeeded, Outcome.Error is { } e ? $"{e.Name}: {string.Join('\n', e.Traceback)}" : "");
        return output;
    }

    public async Task<string?> ValueAsync(string code) => (await RunAsync(code)).Plain;

    /// <summary>Runs a cell that must fail.</summary>
    public async Task<CellError> ErrorAsync(string code)
    {
        await TryAsync(code);
        return Outcome.Error ?? throw new InvalidOperationException("The cell succeeded.");
    }

    public async Task<RecordedOutput> TryAsync(string code, Func<string, string>? answer = null, CancellationToken interrupt = default)
    {
        var output = new RecordedOutput { Answer = answer };
        Outcome = await Session.RunAsync(new CellRequest(code, ++_count), output, interrupt);
        return output;
    }

    public ValueTask DisposeAsync() => Session.DisposeAsync();
}
