using System.CommandLine;
using SynthNotebooks.Contracts;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb simulate INDUSTRY --rows N --out F.csv</summary>
internal sealed class SimulateCommand(Tool tool)
{
    private readonly Argument<string> _industry = new("INDUSTRY") { Description = "Id of the simulator, e.g. healthcare" };
    private readonly Option<int> _rows = new("--rows") { Description = "Number of rows, 0 or more", Required = true };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed; default 0" };
    private readonly Option<string> _out = new("--out") { Description = "CSV file to write", Required = true };

    public Command Create()
    {
        var command = new Command("simulate", "Simulate a table from rules; no data is needed.") { _industry, _rows, _seed, _out };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var rows = arguments.GetValue(_rows);
        if (rows < 0) throw new UsageException($"--rows is {rows}; it must be 0 or more.");
        var entry = UsageException.Guard(() => Catalogs.Simulators()[arguments.GetRequiredValue(_industry)]);
        var simulator = (ISimulator)Activator.CreateInstance(entry.Type)!;
        var options = new SimulationOptions { Seed = arguments.GetValue(_seed), Cancellation = cancellation };
        TableWriter.Write(arguments.GetRequiredValue(_out), "csv", simulator.Stream(rows, options), () => simulator.Simulate(0, options));
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {rows} rows of {entry.Id}");
        return Tool.Done;
    }
}
