using System.Collections.Concurrent;
using System.Globalization;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Processes;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Rows of a process of the catalog, its options computed from the parent row.</summary>
internal sealed class ProcessSource : RowSource
{
    private readonly CatalogEntry<ProcessAttribute> _entry;
    private readonly (string Name, TextFormula? Text, NumberFormula? Number, string Constant)[] _options;
    private readonly ScenarioNode _node;
    private readonly string _owner;
    private readonly (double Start, double End) _period;
    private readonly IProcess? _shared;

    public ProcessSource(CatalogEntry<ProcessAttribute> entry, (string, TextFormula?, NumberFormula?, string)[] options, ScenarioNode node, (double, double) period, string owner)
    {
        (_entry, _options, _node, _period, _owner) = (entry, options, node, period, owner);
        var first = Create(option => option.Text is null && option.Number is null ? option.Constant : null);
        if (!Array.Exists(_options, option => option.Text is not null || option.Number is not null)) _shared = first;
        Given =
        [
            new GivenAttribute("time", CellType.Time),
            .. first.Columns.Select(column => new GivenAttribute(column.Name, TypeOf(column), column.Decimals, column.Unit)),
        ];
    }

    public override void Make(Row parent, SplitRandom random, IRowReceiver rows, CancellationToken cancellation)
    {
        var process = _shared ?? Create(option => option.Text is not null ? option.Text(parent, random)
            : option.Number is not null ? option.Number(parent, random).ToString("R", CultureInfo.InvariantCulture) : option.Constant);
        process.Run(new ProcessRun(random, _period.Start, _period.End, cancellation), new Rows(rows, Given.Count));
    }

    private IProcess Create(Func<(string Name, TextFormula? Text, NumberFormula? Number, string Constant), string?> value)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in _options)
            if (value(option) is { } text) texts[option.Name] = text;
        try
        {
            return (IProcess)Activator.CreateInstance(_entry.Type, System.Reflection.BindingFlags.DoNotWrapExceptions | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.CreateInstance,
                null, [OptionsRecord.Of(_entry.Attribute.Options).Bind(texts)], CultureInfo.InvariantCulture)!;
        }
        catch (ArgumentException wrong) when (wrong is not ScenarioException)
        {
            throw new ScenarioException(_node.Place, $"{_owner}: process '{_entry.Id}': {wrong.Message.Split(" (Parameter '")[0]}");
        }
    }

    private static CellType TypeOf(ProcessColumn column) => column.Kind switch
    {
        ColumnKind.Integer => CellType.Integer,
        ColumnKind.Real => CellType.Number,
        ColumnKind.Boolean => CellType.Boolean,
        ColumnKind.Date => CellType.Date,
        ColumnKind.Timestamp => CellType.Time,
        _ => new CellType(CellKind.Text, column.Categories),
    };

    private sealed class Rows(IRowReceiver rows, int cells) : IProcessRows
    {
        private readonly double[] _given = new double[cells];

        public void Add(double seconds, params ReadOnlySpan<double> values)
        {
            _given[0] = seconds;
            values.CopyTo(_given.AsSpan(1));
            rows.Add(_given);
        }
    }
}
