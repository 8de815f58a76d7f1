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
    /// <param name="Trials">Runs a side; without it 5000 of a mechanism and 200 of a method, whose runs take 1 to 50 ms and are four times as many.</param>
    /// <param name="Method">A private method (mst, aim, ...), audited from table to released rows instead of a mechanism.</param>
    public sealed record Arguments(
        string Mechanism = "all",
        [Range(0.001, 50.0)] double Epsilon = 1,
        [Range(100, 10_000_000)] int? Trials = null,
        string? Method = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        await host.DisplayAsync(await Task.Run(() => arguments.Method is { } method
            ? SynthesizerAudit.Run(toolkit.Models, method, arguments.Epsilon, arguments.Trials ?? 200, cancellation)
            : AuditVerbs.Audit(arguments.Mechanism, arguments.Epsilon, arguments.Trials ?? 5000, cancellation), cancellation));
    }
}
