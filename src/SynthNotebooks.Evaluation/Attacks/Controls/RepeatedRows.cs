using System.Text;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Attacks.Controls;

/// <summary>The leaky control: a generator that repeats the rows it learnt, each once before any twice, and knows nothing else.</summary>
internal sealed class RepeatedRows : IFittedGenerator, IDensity, IMeasured
{
    private static readonly string[] Buckets = [.. Enumerable.Range(0, 4096).Select(i => $"rows of bucket {i}")];

    private const double Elsewhere = 1e-9; // density of rows that were not learnt
    private readonly DataFrame _rows;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private RepeatedRows(DataFrame rows, TableSchema schema)
    {
        (_rows, Schema) = (rows, schema);
        var buckets = new double[Buckets.Length];
        foreach (var key in Keys(rows))
        {
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
            var hash = 2166136261u;
            foreach (var symbol in key) hash = (hash ^ symbol) * 16777619u;
            buckets[hash % (uint)Buckets.Length]++;
        }
        Measurements = [.. buckets.Select((count, i) => (Buckets[i], count))];
    }

    public TableSchema Schema { get; }

    public IReadOnlyList<(string Name, double Value)> Measurements { get; }

    public static RepeatedRows Of(DataFrame rows, TableSchema schema) => new(rows, schema);

    public DataFrame Sample(int rows, SampleOptions? options = null) => SampleChunk(rows, new SplitRandom((options ?? new()).Seed).Split("repeated rows"));

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var (order, drawn) = (new int[_rows.Rows.Count], new int[rows]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        for (var start = 0; start < rows; start += order.Length)
        {
            random.Shuffle(order.AsSpan());
            order.AsSpan(0, Math.Min(order.Length, rows - start)).CopyTo(drawn.AsSpan(start));
        }
        return _rows.Take(drawn);
    }

    public double[] LogDensity(DataFrame table, CancellationToken cancellation) =>
        [.. Keys(table).Select(key => PortableMath.Log(Elsewhere + _counts.GetValueOrDefault(key) / (double)_rows.Rows.Count))];

    private static IEnumerable<string> Keys(DataFrame table)
    {
        var text = new StringBuilder();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            text.Clear();
            foreach (var column in table.Columns) text.Append(column.GetText(row) ?? "\u0001").Append('\u0002');
            yield return text.ToString();
        }
    }
}
