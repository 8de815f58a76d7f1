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
    /// <param name="Diversity">How l counts: distinct values, entropy (at least ln l), or recursive (with c).</param>
    /// <param name="C">Of recursive diversity.</param>
    /// <param name="Distance">How far sensitive values are apart for t: equal, ordered, or hierarchical by the column's file of hierarchies.</param>
    /// <param name="KMap">Persons of the population that every released row must fit, at least.</param>
    /// <param name="PresenceMin">Smallest share of equal persons of the population that is in the table (delta-presence).</param>
    /// <param name="PresenceMax">Largest share of equal persons of the population that is in the table (delta-presence).</param>
    /// <param name="Population">Variable that holds the population with the quasi-identifiers, the table's own persons included.</param>
    /// <param name="Loss">What the optimal method minimises: entropy, discernibility, class-size or precision.</param>
    /// <param name="Swap">Columns whose values are first exchanged between rows near in rank.</param>
    /// <param name="Window">Largest distance in rank of an exchange, as a share of the rows.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [Range(1, 100_000_000)] int K,
        [CompleteWith<ColumnNames>] IReadOnlyList<string> Quasi,
        [NewVariable] string As,
        [CompleteWith<ColumnNames>] IReadOnlyList<string>? Sensitive = null,
        [Range(1.0, 1_000_000.0)] double? L = null,
        [Range(0.0, 1.0)] double? T = null,
        AnonymisationMethod Method = AnonymisationMethod.Optimal,
        string? Hierarchies = null,
        [Range(0.0, 1.0)] double Suppress = 0,
        DiversityKind Diversity = DiversityKind.Distinct,
        [Range(0.000001, 1_000_000.0)] double C = 3,
        GroundDistance Distance = GroundDistance.Equal,
        [Range(1, 100_000_000)] int? KMap = null,
        [Range(0.0, 1.0)] double? PresenceMin = null,
        [Range(0.0, 1.0)] double? PresenceMax = null,
        [CompleteWith<FrameVariables>] string? Population = null,
        string Loss = "entropy",
        [CompleteWith<ColumnNames>] IReadOnlyList<string>? Swap = null,
        [Range(0.000001, 1.0)] double Window = 0.05,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var table = host.Require<DataFrame>(arguments.Data);
        var demands = new AnonymityDemands(arguments.Quasi, arguments.K)
        {
            Sensitive = arguments.Sensitive ?? [],
            L = arguments.L,
            Diversity = arguments.Diversity,
            C = arguments.C,
            T = arguments.T,
            Distance = arguments.Distance,
            KMap = arguments.KMap,
            Presence = (arguments.PresenceMin ?? arguments.PresenceMax) is null ? null : (arguments.PresenceMin ?? 0, arguments.PresenceMax ?? 1),
            Population = arguments.Population is { } population ? host.Require<DataFrame>(population) : null,
            Method = arguments.Method,
            Loss = arguments.Loss,
            Hierarchies = arguments.Hierarchies is { } path ? host.Resolve(path) : null,
            Suppress = arguments.Suppress,
        };
        var progress = await LiveProgress.StartAsync(host, $"anonymising {arguments.Data}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => (arguments.Swap is { } swapped ? table.Swap(swapped, arguments.Window) : table).Anonymise(demands.Options(report, cancellation)),
            async result =>
            {
                await host.Variables.SetAsync(arguments.As, result.Release, typeof(DataFrame));
                return result;
            },
            cancellation);
    }
}
