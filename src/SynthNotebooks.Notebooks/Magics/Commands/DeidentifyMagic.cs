using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Removes identifiers by a profile.</summary>
[Magic("#!deidentify", "Find identifiers by column name and by pattern of values, and remove or coarsen them.",
    Example = "#!deidentify patients --profile safe-harbor --as clean")]
public sealed class DeidentifyMagic : IMagic<DeidentifyMagic.Arguments>
{
    /// <summary>Rules that can be applied.</summary>
    public enum DeidentificationProfile
    {
        /// <summary>The 18 identifiers of HIPAA's Safe Harbor.</summary>
        SafeHarbor,
    }

    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="As">Variable that will hold the table without identifiers.</param>
    /// <param name="Profile">The rules: the 18 identifiers of HIPAA's Safe Harbor.</param>
    /// <param name="Keep">Columns that stay as they are, because you answer for them.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [NewVariable] string As,
        DeidentificationProfile Profile = DeidentificationProfile.SafeHarbor,
        [CompleteWith<ColumnNames>] IReadOnlyList<string>? Keep = null);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var (release, report) = host.Require<DataFrame>(arguments.Data).Deidentify(arguments.Keep ?? []);
        await host.Variables.SetAsync(arguments.As, release, typeof(DataFrame));
        await host.DisplayAsync(report);
    }
}
