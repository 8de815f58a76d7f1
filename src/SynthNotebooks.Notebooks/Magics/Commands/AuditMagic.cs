using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Audits mechanisms.</summary>
[Magic("#!audit", "Run a mechanism on its worst pair of neighbours and compare the epsilon it claims with what can be proven.",
    Example = "#!audit --mechanism discrete-laplace --epsilon 1")]
public sealed class AuditMagic : IMagic<AuditMagic.Arguments>
{
    /// <param name="Mechanism">Id of the mechanism, or all.</param>
    /// <param name="Epsilon">Epsilon of the instance.</param>
    /// <param name="Trials">Runs a side.</param>
    public sealed record Arguments(
        string Mechanism = "all",
        [Range(0.001, 50.0)] double Epsilon = 1,
        [Range(100, 10_000_000)] int Trials = 5000);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        await host.DisplayAsync(await Task.Run(() => AuditVerbs.Audit(arguments.Mechanism, arguments.Epsilon, arguments.Trials, cancellation), cancellation));
    }
}
