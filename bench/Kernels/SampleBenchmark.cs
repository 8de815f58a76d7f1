using BenchmarkDotNet.Attributes;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;

namespace SynthNotebooks.Benchmarks;

/// <summary>Chunks of samples, free and under a condition, and their writing; times are those of a row.</summary>
[MemoryDiagnoser]
public class SampleBenchmark
{
    private const int Chunk = ChunkedSampling.ChunkRows;
    private readonly SplitRandom _random = new(42);
    private IFittedGenerator? _model;
    private Condition? _where;
    private DataFrame _rows = new();

    [Params("copula", "mixture", "circuit", "cart", "arf", "bayesnet")]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var table = TrainingTables.Of(5000);
        _model = GeneratorFactory.Create(new Catalog<GeneratorAttribute>("model", typeof(CopulaGenerator).Assembly), Model).Fit(table, new FitContext(table.InferSchema()));
        _where = ConditionParser.Parse("text0 = 'v1' and number0 > 60", _model.Schema);
        _rows = _model.SampleChunk(Chunk, _random);
    }

    [Benchmark(OperationsPerInvoke = Chunk)]
    public DataFrame Free() => _model!.SampleChunk(Chunk, _random);

    [Benchmark(OperationsPerInvoke = Chunk)]
    public object Conditional() => _model is IConditional conditional && conditional.CanCondition(_where!) ? conditional.SampleChunk(Chunk, _where!, _random) : Chunk;

    [Benchmark(OperationsPerInvoke = Chunk)]
    public long Csv()
    {
        using var writer = new CsvTableWriter(Stream.Null);
        writer.Write(_rows);
        return _rows.Rows.Count;
    }
}
