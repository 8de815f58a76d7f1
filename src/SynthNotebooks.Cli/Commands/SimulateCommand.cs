using System.CommandLine;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios;

namespace SynthNotebooks.Cli.Commands;

/// <summary>synthnb simulate INDUSTRY|FILE.yaml --rows N --out F.csv|DIR</summary>
internal sealed class SimulateCommand(Tool tool) : IToolCommand
{
    private readonly Argument<string> _industry = new("INDUSTRY") { Description = "Id of a simulator or an industry, e.g. healthcare, or a scenario file (.yaml)" };
    private readonly Option<int?> _rows = new("--rows") { Description = "Number of rows, 0 or more: of the main table of a scenario, whose own number is the default" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Seed; default 0" };
    private readonly Option<string> _out = new("--out") { Description = "CSV file to write, - for standard output; for a scenario of several tables the folder to write them into", Required = true };
    private readonly Option<string?> _tables = new("--tables") { Description = "Names of the tables wanted, with commas between them; default all" };
    private readonly Option<DateOnly?> _from = new("--from") { Description = "First day of a scenario's period, e.g. 2024-01-01; default its own" };
    private readonly Option<DateOnly?> _to = new("--to") { Description = "Last day of the period" };
    private readonly Option<string?> _variant = new("--variant") { Description = "Name of a variant of the scenario" };
    private readonly Option<bool> _dirt = new("--dirt") { Description = "Apply the scenario's faults of recording: typing errors, duplicates, outliers" };

    public Command Create()
    {
        var command = new Command("simulate", "Simulate tables from rules; no data is needed.") { _industry, _rows, _seed, _out, _tables, _from, _to, _variant, _dirt };
        command.SetAction((arguments, cancellation) => Task.FromResult(Run(arguments, cancellation)));
        return command;
    }

    private int Run(ParseResult arguments, CancellationToken cancellation)
    {
        var rows = arguments.GetValue(_rows);
        if (rows < 0) throw new UsageException($"--rows is {rows}; it must be 0 or more.");
        var id = arguments.GetRequiredValue(_industry);
        var options = new SimulationOptions { Seed = arguments.GetValue(_seed), Cancellation = cancellation };
        var simulators = Catalogs.Simulators();
        if (!EmbeddedScenarios.IsPath(id) && !simulators.Ids.Contains(id) && !EmbeddedScenarios.Names.Contains(id))
            throw new UsageException(UnknownColumn.Message("simulator or industry", id, simulators.Ids.Union(EmbeddedScenarios.Names).Order(StringComparer.Ordinal)));
        return EmbeddedScenarios.IsPath(id) || !simulators.Ids.Contains(id) && EmbeddedScenarios.Names.Contains(id)
            ? World(arguments, id, rows, options)
            : Table(arguments, simulators, id, rows, options);
    }

    private int Table(ParseResult arguments, Catalog<SimulatorAttribute> simulators, string id, int? given, SimulationOptions options)
    {
        if (given is not { } rows) throw new UsageException("--rows is missing: the number of rows, 0 or more.");
        Option[] ofScenarios = [_tables, _from, _to, _variant, _dirt];
        if (ofScenarios.FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false }) is { } misplaced)
            throw new UsageException($"{misplaced.Name} is an option of scenarios; '{id}' is a simulator of one table.");
        var entry = simulators[id];
        var simulator = (ISimulator)Activator.CreateInstance(entry.Type)!;
        TableWriter.Write(arguments.GetRequiredValue(_out), "csv", simulator.Stream(rows, options), () => simulator.Simulate(0, options));
        tool.Errors.WriteLine($"{arguments.GetRequiredValue(_out)}: {rows} rows of {entry.Id}");
        return Tool.Done;
    }

    private int World(ParseResult arguments, string id, int? rows, SimulationOptions options)
    {
        var scenario = UsageException.Guard(() => Chosen(arguments, EmbeddedScenarios.Find(id)));
        string[]? tables = arguments.GetValue(_tables)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var run = UsageException.Guard(() => scenario.Run(rows, options));
        var written = UsageException.Guard(() => WorldFiles.Write(arguments.GetRequiredValue(_out), run, tables));
        foreach (var (file, count) in written) tool.Errors.WriteLine($"{file}: {count} rows");
        return Tool.Done;
    }

    private Scenario Chosen(ParseResult arguments, Scenario scenario)
    {
        if (arguments.GetValue(_variant) is { } variant) scenario = scenario.With(variant);
        if (arguments.GetValue(_dirt)) scenario = scenario.WithDirt();
        var (from, to) = (arguments.GetValue(_from), arguments.GetValue(_to));
        if (from is null && to is null) return scenario;
        return scenario.Between(from ?? DateOnly.FromDateTime(scenario.From), to ?? DateOnly.FromDateTime(scenario.To.AddTicks(-1)));
    }
}
