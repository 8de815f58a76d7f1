using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Sets rows aside that no model sees.</summary>
[Magic("#!split", "Set rows of a table aside that no model is fitted on, for fair comparisons and attacks.",
    Example = "#!split patients --as train --holdout holdout --share .25")]
public sealed class SplitMagic : IMagic<SplitMagic.Arguments>
{
    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="As">Variable that will hold the rows to fit on.</param>
    /// <param name="Holdout">Variable that will hold the rows set aside.</param>
    /// <param name="Share">Share of the rows set aside, above 0 and below 1.</param>
    /// <param name="Stratify">Column whose values are set aside in proportion.</param>
    /// <param name="Seed">The same seed sets the same rows aside.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [NewVariable] string As,
        [NewVariable] string Holdout,
        [Range(0.0, 1.0)] double Share = 0.25,
        [CompleteWith<ColumnNames>] string? Stratify = null,
        ulong Seed = 0);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        if (arguments.As == arguments.Holdout)
            throw new MagicException($"--as and --holdout both name '{arguments.As}'; the two parts need a variable each.");
        var frame = host.Require<DataFrame>(arguments.Data);
        var (train, holdout) = frame.SplitHoldout(arguments.Share, arguments.Seed, arguments.Stratify);
        if (train.Rows.Count == 0 || holdout.Rows.Count == 0)
            throw new MagicException($"{arguments.Data} has {Counts.Of(frame.Rows.Count, "row")}; a share of {ArgumentText.Of(arguments.Share)} leaves {(train.Rows.Count == 0 ? "none to fit on" : "none to set aside")}.");
        await host.Variables.SetAsync(arguments.As, train, typeof(DataFrame));
        await host.Variables.SetAsync(arguments.Holdout, holdout, typeof(DataFrame));
        await host.DisplayAsync(new Note(
            $"{arguments.As}: {Counts.Of(train.Rows.Count, "row")} to fit on; {arguments.Holdout}: {Counts.Of(holdout.Rows.Count, "row")} set aside (seed {arguments.Seed})."));
    }
}
