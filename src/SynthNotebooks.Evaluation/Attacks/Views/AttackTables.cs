using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Attacks.Views;

/// <summary>The tables that an attacker sees, read in one way, as points and as features.</summary>
/// <remarks>The synthetic table decides how columns are read. Numbers are scaled by their range over all tables, so that a copy is at distance 0 and nothing is clipped.</remarks>
internal sealed class AttackTables
{
    private readonly TableSet _set;
    private readonly NumberScale[] _scales;
    private readonly Lazy<MixedPoints>[] _points;
    private readonly Lazy<FeatureTable>[] _features;

    private AttackTables(TableSet set, int tables)
    {
        (_set, _scales) = (set, new NumberScale[set.Columns]);
        for (var i = 0; i < _scales.Length; i++)
            if (set.Real(i).IsNumeric) _scales[i] = NumberScale.OfRange([.. Enumerable.Range(0, tables).SelectMany(table => View(i, table).Numbers)]);
        _points = [.. Enumerable.Range(0, tables).Select(table => new Lazy<MixedPoints>(() => MakePoints(table)))];
        _features = [.. Enumerable.Range(0, tables).Select(table => new Lazy<FeatureTable>(() => MakeFeatures(table)))];
    }

    /// <summary>The synthetic rows.</summary>
    public MixedPoints Synthetic => _points[0].Value;

    /// <summary>The candidates.</summary>
    public MixedPoints Candidates => _points[1].Value;

    /// <summary>The attacker's own rows; null without any.</summary>
    public MixedPoints? Reference => _points.Length > 2 ? _points[2].Value : null;

    public FeatureTable SyntheticFeatures => _features[0].Value;

    public FeatureTable CandidateFeatures => _features[1].Value;

    public FeatureTable? ReferenceFeatures => _features.Length > 2 ? _features[2].Value : null;

    /// <summary>Number of columns that take part, at least 1.</summary>
    public int Columns => _set.Columns;

    /// <summary>Names of the columns that take part.</summary>
    public IEnumerable<string> Names => _set.Readings.Select(reading => reading.Name);

    /// <summary>The tables of an input, read once; columns that the candidates lack (a secret) are left out.</summary>
    /// <exception cref="EvaluationException">No column takes part.</exception>
    public static AttackTables Of(AttackInput input, CancellationToken cancellation) => input.Cache.Of(() =>
    {
        var drop = input.Synthetic.Columns.Select(column => column.Name)
            .Where(name => !input.Candidates.Columns.Contains(name) || input.Schema[name].Role is ColumnRole.Identifier or ColumnRole.FreeText);
        var options = new EvaluationOptions { Drop = [.. drop], Threads = input.Threads, Cancellation = cancellation, Seed = input.Seed };
        DataFrame[] tables = input.Reference is { } reference ? [input.Synthetic, input.Candidates, reference] : [input.Synthetic, input.Candidates];
        var synthetic = input.Synthetic.Drop(options.Drop);
        if (synthetic.Columns.Count == 0) throw new EvaluationException("No column is left to attack: all are identifiers, free text or the secret.");
        var set = TableSet.Read(synthetic, tables[1..], options);
        if (set.Columns == 0)
            throw new EvaluationException($"No column is left to attack: {string.Join("; ", set.LeftOut.Take(5).Select(reading => $"'{reading.Name}' is left out ({reading.LeftOut})"))}.");
        return new AttackTables(set, tables.Length);
    });

    /// <summary>Some columns of a table as points, for attacks that know parts of a record.</summary>
    /// <param name="table">0 synthetic, 1 candidates, 2 reference.</param>
    /// <param name="columns">Positions among those that take part; at least one.</param>
    public MixedPoints Part(int table, IEnumerable<int> columns)
    {
        var numbers = new List<float[]>();
        var codes = new List<int[]>();
        foreach (var i in columns)
        {
            var view = View(i, table);
            if (view.IsNumeric) numbers.Add(_scales[i].Encode(view.Numbers));
            else codes.Add(view.Codes);
        }
        return new(View(0, table).Rows, numbers, codes);
    }

    /// <summary>One column of one table.</summary>
    public ColumnView View(int column, int table) => table == 0 ? _set.Real(column) : _set.Other(column, table - 1);

    /// <summary>Number of category codes of a column.</summary>
    public int Cells(int column) => _set.Cells(column);

    private MixedPoints MakePoints(int table) => Part(table, Enumerable.Range(0, Columns));

    private FeatureTable MakeFeatures(int table) => new([.. Enumerable.Range(0, Columns).Select(i =>
    {
        var view = View(i, table);
        return view.IsNumeric
            ? FeatureColumn.OfNumbers(view.Reading.Name, view.Numbers)
            : FeatureColumn.OfCategories(view.Reading.Name, Array.ConvertAll(view.Codes, code => code - 1), Math.Max(1, Cells(i) - 1));
    })]);
}
