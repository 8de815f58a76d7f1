using BenchmarkDotNet.Attributes;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Benchmarks;

/// <summary>What fits spend their time on: places on rank scales, trees, counts and rounds of expectation-maximisation.</summary>
[MemoryDiagnoser]
public class FitBenchmark
{
    private DataFrame _table = new();
    private Contracts.FitContext _context = new(new TableSchema([]));
    private ColumnBins? _bins;
    private CodedColumn[] _coded = [];

    [Params(30_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _table = TrainingTables.Of(Rows);
        _context = new(_table.InferSchema()) { Threads = 1 };
        _bins = Bins(0);
        _coded = [.. Enumerable.Range(0, _table.Columns.Count).Select(i =>
        {
            var bins = Bins(i);
            return new CodedColumn(Array.ConvertAll(bins.Encode(_table.Columns[i]), state => (byte)Math.Max(0, state)), bins.States, bins.IsOrdered, bins.MissingState);
        })];
    }

    [Benchmark]
    public int[] StatesOfAColumn() => _bins!.Encode(_table.Columns[0]);

    [Benchmark]
    public PartitionTree ATree() => TreeInduction.Grow(_coded, [.. Enumerable.Range(1, _coded.Length - 1)], new(_coded[0].Codes, _coded[0].States), [.. Enumerable.Range(0, Rows)], new(20, 30, 1e-5));

    [Benchmark]
    public object TenRoundsOfAMixture() => new MixtureGenerator(new(Components: 64, Rounds: 10)).Fit(_table, _context);

    [Benchmark]
    public object ACopula() => new CopulaGenerator(new()).Fit(_table, _context);

    private ColumnBins Bins(int column) => ColumnBins.Of(Marginal.Of(_table.Columns[column], _context.Schema.Columns[column], new MarginalOptions(5, 5), new SplitRandom(0)), 64);
}
