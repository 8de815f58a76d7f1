using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Samples a fitted model.</summary>
[Magic("#!sample", "Make synthetic rows from a fitted model, under a condition if need be.",
    Example = "#!sample m --rows 5000 --where \"age >= 65\" --as synthetic")]
public sealed class SampleMagic(Toolkit toolkit) : IMagic<SampleMagic.Arguments>
{
    /// <param name="Model">Variable that holds the fitted model.</param>
    /// <param name="As">Variable that will hold the rows.</param>
    /// <param name="Rows">Number of rows.</param>
    /// <param name="Seed">The same seed gives the same rows.</param>
    /// <param name="Where">Condition that every row meets, e.g. "age >= 65 and sex = 'F'"; exactly where the model can, by rejection otherwise.</param>
    /// <param name="Rebalance">Shares of the classes of a column: COLUMN=balanced, JSON such as {"sex": {"F": 0.5, "M": 0.5}}, or a file of it.</param>
    /// <param name="Replace">Partial synthesis: columns of --data to replace, row by row given the others; its other columns stay, and --rows is not used.</param>
    /// <param name="Data">Variable that holds the table of --replace.</param>
    /// <param name="Tries">Rows tried at most for each row wanted, when the condition or the shares are met by rejection.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<ModelVariables>] string Model,
        [NewVariable] string As,
        [Range(0, 100_000_000)] int Rows = 1000,
        ulong Seed = 0,
        [CompleteWith<ConditionColumns>] string? Where = null,
        [CompleteWith<BalancedColumns>] string? Rebalance = null,
        [CompleteWith<ColumnNames>] IReadOnlyList<string>? Replace = null,
        [CompleteWith<FrameVariables>] string? Data = null,
        [Range(1, 1_000_000)] int Tries = ConditionalSampling.DefaultTries,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        var model = host.Require<IFittedGenerator>(arguments.Model);
        var where = arguments.Where is { } text ? ConditionParser.Parse(text, model.Schema) : null;
        var replaced = Replaced(arguments, host);
        var shares = arguments.Rebalance is { } wanted ? ClassShares.Read(wanted) : null;
        var progress = await LiveProgress.StartAsync(host, $"sampling {arguments.Model}", toolkit.Time, arguments.Quiet);
        long? candidates = null;
        await progress.RunAsync(
            report =>
            {
                var options = new SampleOptions { Seed = arguments.Seed, Progress = report, Cancellation = cancellation };
                return replaced is not null ? new ConditionalSample(model.Imputer().Redraw(replaced, arguments.Replace!, options), null)
                    : shares is not null ? new ConditionalSample(model.SampleRebalanced(arguments.Rows, shares, where, options, arguments.Tries), null)
                    : where is null ? new ConditionalSample(model.Sample(arguments.Rows, options), null)
                    : model.SampleWhere(arguments.Rows, where, options, arguments.Tries);
            },
            async sample =>
            {
                candidates = sample.Candidates;
                await host.Variables.SetAsync(arguments.As, sample.Rows, typeof(DataFrame));
                return sample.Rows;
            },
            cancellation);
        if (model is IPrivateRelease { IsPrivate: false } release) await host.DisplayAsync(new Note(release.Claim + "."));
        if (candidates is { } tried)
            await host.DisplayAsync(new Note(string.Create(CultureInfo.InvariantCulture,
                $"The condition was met by rejection: {arguments.Rows:N0} of {tried:N0} sampled rows kept ({100.0 * arguments.Rows / tried:0.##} %).")));
    }

    // The table of a partial synthesis; null for whole rows.
    private static DataFrame? Replaced(Arguments arguments, INotebookHost host)
    {
        if (arguments.Replace is null)
            return arguments.Data is null ? null : throw new MagicException("--data names the table whose columns are replaced, so it needs --replace with their names.");
        if (arguments.Data is null) throw new MagicException("--replace needs --data with the variable of the table whose other columns stay.");
        if (arguments.Where is not null || arguments.Rebalance is not null) throw new MagicException("--replace keeps the rows of --data, so it goes with neither --where nor --rebalance; filter the table first.");
        return host.Require<DataFrame>(arguments.Data);
    }
}
