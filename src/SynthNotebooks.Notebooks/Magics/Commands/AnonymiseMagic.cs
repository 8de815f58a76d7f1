using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;
using SynthNotebooks.Privacy.Anonymity;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Anonymises a table by the k-anonymity family.</summary>
[Magic("#!anonymise", "Make rows of a table equal in what an attacker may know, and show what attacks still learn.",
    Example = "#!anonymise patients --k 5 --quasi age,zip,sex --sensitive diagnosis --suppress 0.04 --as safe")]
public sealed class AnonymiseMagic(Toolkit toolkit) : IMagic<AnonymiseMagic.Arguments>
{
    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="K">Rows that must be equal, at least.</param>
    /// <param name="Quasi">Columns that an attacker may know of a person.</param>
    /// <param name="As">Variable that will hold the released rows.</param>
    /// <param name="Sensitive">Columns that must not be learnt of a person.</param>
    /// <param name="L">Different sensitive values among equal rows, at least.</param>
    /// <param name="T">Largest distance of the sensitive values among equal rows from those of the whole table.</param>
    /// <param name="Method">optimal chooses one level a column for all rows; mondrian cuts regions.</param>
    /// <param name="Hierarchies">Folder with a file COLUMN.csv a hierarchy; columns without one take intervals, masks or months.</param>
    /// <param name="Suppress">Share of the rows that may be left out.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [Range(1, 100_000_000)] int K,
        [CompleteWith<ColumnNames>] IReadOnlyList<string> Quasi,
        [NewVariable] string As,
        [CompleteWith<ColumnNames>] IReadOnlyList<string>? Sensitive = null,
        [Range(1, 1_000_000)] int? L = null,
        [Range(0.0, 1.0)] double? T = null,
        AnonymisationMethod Method = AnonymisationMethod.Optimal,
        string? Hierarchies = null,
        [Range(0.0, 1.0)] double Suppress = 0,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var table = host.Require<DataFrame>(arguments.Data);
        var folder = arguments.Hierarchies is { } path ? host.Resolve(path) : null;
        var progress = await LiveProgress.StartAsync(host, $"anonymising {arguments.Data}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => table.Anonymise(arguments.Quasi, arguments.K, arguments.Sensitive, arguments.L, arguments.T, arguments.Method, folder, arguments.Suppress, report, cancellation),
            async result =>
            {
                await host.Variables.SetAsync(arguments.As, result.Release, typeof(DataFrame));
                return result;
            },
            cancellation);
    }
}
