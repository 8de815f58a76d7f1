using System.ComponentModel.DataAnnotations;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;
using SynthNotebooks.Notebooks.Hosting;
using SynthNotebooks.Notebooks.Progress;

namespace SynthNotebooks.Notebooks.Magics;

/// <summary>Makes a table from a simulator's rules, or a world of tables from a scenario.</summary>
[Magic("#!simulate", "Make a world of tables from the rules of an industry or a scenario file, where no data may be touched or none exists.",
    Example = "#!simulate healthcare --rows 1000 --seed 1 --as world")]
public sealed class SimulateMagic(Toolkit toolkit) : IMagic<SimulateMagic.Arguments>
{
    /// <param name="Industry">Id of a simulator or an industry, or a scenario file (.yaml).</param>
    /// <param name="As">Variable that will hold the table; of a scenario the world, with its tables by name.</param>
    /// <param name="Rows">Number of rows; of a scenario's main table.</param>
    /// <param name="Seed">The same seed gives the same rows.</param>
    /// <param name="Variant">Name of a variant of the scenario, e.g. a stress; empty for the scenario as it is.</param>
    /// <param name="Dirt">Applies the scenario's faults of recording: typing errors, duplicates, outliers.</param>
    /// <param name="Quiet">Shows no progress.</param>
    public sealed record Arguments(
        [Positional, CompleteWith<SimulatorIds>] string Industry,
        [NewVariable] string As,
        [Range(0, 100_000_000)] int Rows = 1000,
        ulong Seed = 0,
        string Variant = "",
        bool Dirt = false,
        bool Quiet = false);

    /// <inheritdoc/>
    public async Task RunAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        if (EmbeddedScenarios.IsPath(arguments.Industry) || !toolkit.Simulators.Ids.Contains(arguments.Industry) && EmbeddedScenarios.Names.Contains(arguments.Industry))
        {
            await WorldAsync(arguments, host, cancellation);
            return;
        }
        if (!toolkit.Simulators.Ids.Contains(arguments.Industry))
            throw new ArgumentException(UnknownColumn.Message("simulator or industry", arguments.Industry, toolkit.Simulators.Ids.Union(EmbeddedScenarios.Names).Order(StringComparer.Ordinal)));
        if (arguments.Variant.Length > 0 || arguments.Dirt) throw new ArgumentException($"--variant and --dirt are of scenarios; '{arguments.Industry}' is a simulator of one table.");
        var simulator = (ISimulator)Activator.CreateInstance(toolkit.Simulators[arguments.Industry].Type)!;
        var progress = await LiveProgress.StartAsync(host, $"simulating {arguments.Industry}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => simulator.Simulate(arguments.Rows, new SimulationOptions { Seed = arguments.Seed, Progress = report, Cancellation = cancellation }),
            async frame =>
            {
                await host.Variables.SetAsync(arguments.As, frame, typeof(DataFrame));
                return frame;
            },
            cancellation);
    }

    private async Task WorldAsync(Arguments arguments, INotebookHost host, CancellationToken cancellation)
    {
        var scenario = EmbeddedScenarios.Find(EmbeddedScenarios.IsPath(arguments.Industry) ? Path.Combine(host.WorkingDirectory, arguments.Industry) : arguments.Industry);
        if (arguments.Variant.Length > 0) scenario = scenario.With(arguments.Variant);
        if (arguments.Dirt) scenario = scenario.WithDirt();
        var progress = await LiveProgress.StartAsync(host, $"simulating {scenario.Name}", toolkit.Time, arguments.Quiet);
        await progress.RunAsync(
            report => scenario.Simulate(arguments.Rows, new SimulationOptions { Seed = arguments.Seed, Progress = report, Cancellation = cancellation }),
            async world =>
            {
                await host.Variables.SetAsync(arguments.As, world, typeof(World));
                return world;
            },
            cancellation);
    }
}
