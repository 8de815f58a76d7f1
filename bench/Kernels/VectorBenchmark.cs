using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Benchmarks;

/// <summary>The inner loops of mixtures and circuits: sums of table rows, exponentials, alias draws.</summary>
public class VectorBenchmark
{
    private const int Slots = 400, Draws = 8192;
    private readonly int[] _offsets = new int[15];
    private float[] _start = [], _table = [], _into = [];
    private AliasTables _alias = new(1, 1);
    private ulong[] _bits = [];

    [Params(64, 400)]
    public int Components { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new SplitRandom(42);
        var lanes = LaneSums.Padded(Components);
        (_start, _table, _into) = (new float[lanes], new float[Slots * lanes], new float[lanes]);
        for (var i = 0; i < _table.Length; i++) _table[i] = (float)PortableMath.Log(random.NextOpenDouble());
        for (var i = 0; i < _offsets.Length; i++) _offsets[i] = random.NextBelow(Slots) * lanes;
        _alias = new AliasTables(1, Components);
        _alias.Set(0, [.. Enumerable.Range(0, Components).Select(_ => (float)random.NextDouble())]);
        _bits = [.. Enumerable.Range(0, Draws).Select(_ => random.NextUInt64())];
    }

    [Benchmark]
    public float SumsOfTableRows()
    {
        LaneSums.AddRows(_start, _table, _offsets, _into);
        return _into[0];
    }

    [Benchmark]
    public float ExponentialsRelativeToTheLargest()
    {
        LaneSums.AddRows(_start, _table, _offsets, _into);
        return LaneSums.ExpRelative(_into, out _);
    }

    [Benchmark]
    public Vector256<float> Exponentials()
    {
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < _start.Length; i += LaneSums.Lanes) sum += FloatExp.Of(Vector256.Create(_table.AsSpan(i, LaneSums.Lanes)));
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Draws)]
    public int AliasDraws()
    {
        var sum = 0;
        foreach (var bits in _bits) sum += _alias.Draw(0, bits);
        return sum;
    }
}
