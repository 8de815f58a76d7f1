using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Releases;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Audits mechanisms.</summary>
[Magic("#!audit", "Run a mechanism, or a private method end to end, on a pair of neighbours and compare the epsilon it claims with what can be proven.",
    Example = "#!audit --mechanism discrete-laplace --epsilon 1")]
public sealed class AuditMagic(Toolkit toolkit) : IMagic<AuditMagic.Arguments>
{
    /// <param name="Mechanism">Id of the mechanism, or all.</param>
    /// <param name="Epsilon">Epsilon of the instance.</param>
    /// <param name="Trials">Runs a side that count; without it 5000 of a mechanism, and 20000 of a method within its time. With --one-run the number of canaries: 10000, of a method 1000.</param>
    /// <param name="Method">A private method (mst, aim, ...), audited from table to released rows instead of a mechanism.</param>
    /// <param name="Seconds">Time after which the audit of a method starts no further run.</param>
    /// <param name="OneRun">Runs it once, with canaries put in by coin flips that the attack guesses.</param>
    public sealed record Arguments(
        string Mechanism = "all",
        [Range(0.001, 50.0)] double Epsilon = 1,
        [Range(20, 10_000_000)] int? Trials = null,
        string? Method = null,
        [Range(1.0, 1_000_000.0)] double Seconds = 60,
        bool OneRun = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        await host.DisplayAsync(await Task.Run(() => Audit(arguments, cancellation), cancellation));
    }

    private MechanismAudits Audit(Arguments arguments, CancellationToken cancellation) => arguments switch
    {
        { Method: { } method, OneRun: true } => SynthesizerAudit.OneRun(toolkit.Models, method, arguments.Trials ?? 1000, new() { Epsilon = arguments.Epsilon }, cancellation),
        { Method: { } method } => SynthesizerAudit.Run(toolkit.Models, method, new(arguments.Epsilon, arguments.Trials ?? 20_000, arguments.Seconds), toolkit.Time, cancellation),
        { OneRun: true } => AuditVerbs.OneRun(arguments.Mechanism, arguments.Epsilon, arguments.Trials ?? 10_000, cancellation),
        _ => AuditVerbs.Audit(arguments.Mechanism, arguments.Epsilon, arguments.Trials ?? 5000, cancellation),
    };
}
