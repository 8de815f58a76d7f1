using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Leaves a column out that follows from others, and looks it up: by the cells that determine it, or by the run in which a number lies.</summary>
/// <remarks>
/// Only cells that at least the minimum of rows share are kept. What was not kept falls back on the first determinant alone, then on the most
/// frequent value; a number falls into the next run. So the column is a function of its determinants in every sample.
/// </remarks>
internal sealed class LookupTransform : ITransform
{
    private readonly bool _learned;
    private readonly Column _values; // one a key or run; the last is the most frequent of all
    private readonly IReadOnlyList<string> _keys;
    private readonly double[]? _ends; // of the runs but the last: numbers below belong to them
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private LookupTransform(IReadOnlyList<string> determinants, Column values, IReadOnlyList<string> keys, double[]? ends, bool learned)
    {
        (Inputs, _values, _keys, _ends, _learned) = (determinants, values, keys, ends, learned);
        Outputs = [values.Name];
        for (var i = 0; i < keys.Count; i++) _places.TryAdd(keys[i], i);
    }

    public IReadOnlyList<string> Inputs { get; }

    public IReadOnlyList<string> Outputs { get; }

    /// <exception cref="FitException">No value is frequent enough.</exception>
    public static LookupTransform Of(FunctionalDependence dependence, DataFrame training, int minimumCount)
    {
        Column[] given = [.. dependence.Determinants.Select(name => training[name])];
        var dependent = training[dependence.Dependent];
        var complete = new bool[dependent.Length];
        for (var row = 0; row < complete.Length; row++) complete[row] = !dependent.IsNull(row) && !given.Any(column => column.IsNull(row));
        var learned = complete.AsSpan().Contains(false);
        int[] rows = [.. Enumerable.Range(0, complete.Length).Where(row => complete[row])];
        if (given is [not (TextColumn or BooleanColumn)] && rows.Length > 0)
        {
            var (ends, first) = LookupRuns.Of(given[0].ToNumbers(), dependent, rows, minimumCount);
            if (first.Length > 0) return new([.. dependence.Determinants], dependent.Take(first), [], ends, learned);
        }
        else if (rows.Length > 0)
        {
            var (keys, first) = LookupKeys.Of(given, dependent, rows, minimumCount);
            if (first.Length > 0) return new([.. dependence.Determinants], dependent.Take(first), keys, null, learned);
        }
        throw new FitException($"Constraint '{dependence}': no value is shared by {minimumCount} rows or more, so none may come out. Lower --min-count, or drop the constraint.");
    }

    public IReadOnlyList<EncodedColumn> Encode(DataFrame table) => _learned ? [new(table[Outputs[0]], null)] : [];

    public IReadOnlyList<Column> Decode(Func<string, Column> column)
    {
        Column[] given = [.. Inputs.Select(column)];
        var (rows, free) = (new int[given[0].Length], new bool[given[0].Length]);
        var numbers = _ends is null ? [] : given[0].ToNumbers();
        for (var row = 0; row < rows.Length; row++)
        {
            free[row] = given.Any(cells => cells.IsNull(row));
            rows[row] = free[row] ? 0 : _ends is null ? Place(given, row) : Run(numbers[row]);
        }
        var found = _values.Take(rows);
        if (!_learned) return [found]; // no cell was missing, so none is
        var own = column(Outputs[0]);
        for (var row = 0; row < free.Length; row++) free[row] |= own.IsNull(row);
        return [ObservedCells.Over(own, found, free)];
    }

    public void Save(ModelWriter writer)
    {
        writer.Write("transform", "lookup");
        writer.WriteTexts("determinants", Inputs);
        writer.WriteTexts("keys", _keys);
        writer.Write("learned", _learned ? 1L : 0L);
        writer.Write("runs", _ends is null ? 0L : 1L);
        writer.WriteArray<double>("ends", _ends ?? []);
        ColumnStore.Save(_values, writer.Part("values"));
    }

    public static LookupTransform Load(ModelReader reader)
    {
        var runs = reader.Integer("runs", 0, 1) == 1;
        var (values, keys, ends) = (ColumnStore.Load(reader.Part("values")), reader.Texts("keys"), reader.Array<double>("ends"));
        if (values.Length == 0 || (runs ? ends.Length != values.Length - 1 : keys.Count != values.Length)) throw new ModelFormatException("The model's table of a dependence does not fit together.");
        return new(reader.Texts("determinants"), values, keys, runs ? ends : null, reader.Integer("learned", 0, 1) == 1);
    }

    private int Place(Column[] given, int row)
    {
        if (_places.TryGetValue(LookupKeys.Key(given, row, given.Length), out var place)) return place;
        return _places.TryGetValue(LookupKeys.Key(given, row, 1), out place) ? place : _values.Length - 1;
    }

    private int Run(double number)
    {
        var at = Array.BinarySearch(_ends!, number);
        return at >= 0 ? at + 1 : ~at;
    }
}
