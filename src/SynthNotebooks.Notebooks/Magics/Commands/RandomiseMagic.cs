using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Privacy.Local;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Randomises a column record by record.</summary>
[Magic("#!randomise", "Replace a column by reports that protect each record by themselves, and estimate its shares from them.",
    Example = "#!randomise patients --column smoker --epsilon 1 --as reports")]
public sealed class RandomiseMagic : IMagic<RandomiseMagic.Arguments>
{
    /// <param name="Data">Variable that holds the table.</param>
    /// <param name="Column">The column; true and false need no categories.</param>
    /// <param name="Epsilon">Loss of each record; several randomised columns of a record add up.</param>
    /// <param name="As">Variable that will hold the table with the reports.</param>
    /// <param name="Categories">All values that a report can be about, known beforehand.</param>
    /// <param name="Observed">Takes the values that occur as categories; that they occur is then not protected.</param>
    /// <param name="Mechanism">auto takes the one with the smallest error.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<FrameVariables>] string Data,
        [CompleteWith<ColumnNames>] string Column,
        [Range(0.000001, 50.0)] double Epsilon,
        [NewVariable] string As,
        IReadOnlyList<string>? Categories = null,
        bool Observed = false,
        LocalMechanism Mechanism = LocalMechanism.Auto);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var table = host.Require<DataFrame>(arguments.Data);
        var options = new ColumnRandomiserOptions(arguments.Epsilon) { Categories = arguments.Categories, ObservedCategories = arguments.Observed, Mechanism = arguments.Mechanism };
        var result = await Task.Run(() => table.Randomise(arguments.Column, options, cancellation), cancellation);
        await host.Variables.SetAsync(arguments.As, result.Table, typeof(DataFrame));
        await host.DisplayAsync(result);
    }
}
