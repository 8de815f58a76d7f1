using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A value of a column of a CSV file beside the scenario, each row with an equal chance or one in proportion to a weight column; or a list of quantiles.</summary>
[Rule("empirical")]
internal sealed class EmpiricalRule : Rule
{
    private readonly double[] _values;
    private readonly double[]? _sums;
    private readonly bool _quantiles;

    public EmpiricalRule(RuleArguments arguments)
    {
        var node = arguments.Node;
        if (node["quantiles"] is { } quantiles)
        {
            _ = arguments.Take("quantiles");
            if (quantiles.Items is not { Count: > 1 } items) throw new ScenarioException(quantiles.Place, $"{arguments.Owner}: 'quantiles' is a list of at least two rising numbers, evenly spread from the least value to the greatest.");
            _values = [.. items.Select(item => arguments.Of("quantile", item, (double.NegativeInfinity, double.PositiveInfinity, false)).Constant)];
            for (var i = 1; i < _values.Length; i++)
                if (!(_values[i] >= _values[i - 1])) throw new ScenarioException(items[i].Place, $"{arguments.Owner}: the quantiles must rise; {items[i].Text} comes after {items[i - 1].Text}.");
            _quantiles = true;
            return;
        }
        var (file, column, weight) = (Text("file"), Text("column"), arguments.Take("weight"));
        DataFrame table;
        try
        {
            var path = Path.GetFullPath(Path.Combine(arguments.Compilation.Folder, file.Text!));
            table = DataFrame.LoadCsv(path);
        }
        catch (Exception failure) when (failure is IOException or DataLoadException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ScenarioException(file.Place, $"{arguments.Owner}: '{file.Text}' cannot be read: {failure.Message}");
        }
        var cells = Column(column.Text!, column.Place);
        (Type, _values) = Read(cells);
        if (weight is not null) _sums = WeightedChoice.Sums(Weights(Column(weight.Text ?? "", weight.Place), weight));
        if (_values.Length == 0) throw new ScenarioException(file.Place, $"{arguments.Owner}: '{file.Text}' has no rows.");

        ScenarioNode Text(string name) => arguments.Take(name) is { Text: not null } given ? given : throw new ScenarioException(node.Place, $"{arguments.Owner}: 'empirical' needs '{name}': {{file: x.csv, column: c, weight: w}}, or 'quantiles'.");
        Column Column(string name, SourcePlace place) => table.Columns.Any(one => one.Name == name) ? table[name] : throw new ScenarioException(place, $"{arguments.Owner}: " + UnknownColumn.Message(name, table.Columns.Select(one => one.Name)));
        double[] Weights(Column given, ScenarioNode at) => given.Kind is ColumnKind.Integer or ColumnKind.Real && given.ToNumbers() is var numbers && Array.TrueForAll(numbers, one => one is >= 0 and < double.MaxValue) && Array.Exists(numbers, one => one > 0)
            ? numbers
            : throw new ScenarioException(at.Place, $"{arguments.Owner}: the weights in '{at.Text}' must be numbers of at least 0, one above it.");
    }

    public override bool HasQuantile => _quantiles;

    public override double Draw(Row row, SplitRandom random) => _quantiles ? Quantile(row, random.NextDouble(), random)
        : _values[_sums is null ? random.NextBelow(_values.Length) : WeightedChoice.OfSums(_sums, random)];

    public override double Quantile(Row row, double u, SplitRandom random)
    {
        var at = u * (_values.Length - 1);
        var below = Math.Min(_values.Length - 2, (int)at);
        return _values[below] + (_values[below + 1] - _values[below]) * (at - below);
    }

    private static (CellType, double[]) Read(Column column) => column switch
    {
        TextColumn text => (new CellType(CellKind.Text, text.Categories), [.. text.Codes.ToArray().Select(code => code < 0 ? double.NaN : code)]),
        DateColumn => (CellType.Date, [.. column.ToNumbers().Select(days => (days - 719162) * Units.Day)]),
        TimestampColumn => (CellType.Time, [.. column.ToNumbers().Select(seconds => seconds - 62135596800)]),
        BooleanColumn => (CellType.Boolean, column.ToNumbers()),
        Int64Column => (CellType.Integer, column.ToNumbers()),
        _ => (CellType.Number, column.ToNumbers()),
    };
}
