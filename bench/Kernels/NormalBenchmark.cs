using BenchmarkDotNet.Attributes;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Benchmarks;

/// <summary>Normal distribution functions, quantiles and boxes, a thousand a call.</summary>
public class NormalBenchmark
{
    private const int Count = 1000;
    private readonly double[] _uniforms = new double[Count], _normals = new double[Count], _box = new double[4];
    private readonly SplitRandom _random = new(42);
    private TruncatedNormal? _rare;

    [GlobalSetup]
    public void Setup()
    {
        for (var i = 0; i < Count; i++)
        {
            _uniforms[i] = _random.NextOpenDouble();
            _normals[i] = PortableMath.NormalQuantile(_uniforms[i]);
        }
        var covariance = new double[4, 4];
        for (var i = 0; i < 4; i++)
            for (var j = 0; j < 4; j++) covariance[i, j] = i == j ? 1 : 0.5;
        _rare = new TruncatedNormal(covariance, [4, 4, 4, 4], [.. Enumerable.Repeat(double.PositiveInfinity, 4)]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double Quantile()
    {
        var sum = 0.0;
        foreach (var uniform in _uniforms) sum += PortableMath.NormalQuantile(uniform);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double DistributionFunction()
    {
        var sum = 0.0;
        foreach (var normal in _normals) sum += PortableMath.NormalCdf(normal);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double DistributionFunctionFromTable()
    {
        var sum = 0.0;
        foreach (var normal in _normals) sum += NormalTable.Cdf(normal);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int ProposalsOfARareBox()
    {
        var accepted = 0;
        for (var i = 0; i < Count; i++)
            if (_rare!.TryDraw(_random, _box)) accepted++;
        return accepted;
    }
}
