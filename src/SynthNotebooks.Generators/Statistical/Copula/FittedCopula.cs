using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Marginals joined by correlated normal variables.</summary>
internal sealed class FittedCopula : IFittedGenerator, IIdentifying, IPersistable
{
    private const string FactorName = "factor";
    private const int BlockRows = 256; // normals of a block stay in the first-level cache
    private readonly Marginal[] _marginals;
    private readonly int[] _valueLatents, _missingLatents;
    private readonly double[,] _factor;

    public FittedCopula(ModelOrigin origin, TableSchema schema, Marginal[] marginals, int[] valueLatents, int[] missingLatents, double[,] factor) =>
        (Origin, Schema, _marginals, _valueLatents, _missingLatents, _factor) = (origin, schema, marginals, valueLatents, missingLatents, factor);

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var uniforms = Uniforms(rows, random.Split("latents"));
        var columns = new Column[_marginals.Length];
        double[] zeros = [];
        for (var i = 0; i < columns.Length; i++)
        {
            var values = _valueLatents[i] >= 0 ? uniforms[_valueLatents[i]] : zeros.Length == rows ? zeros : zeros = new double[rows];
            columns[i] = MarginalSampling.Decoded(_marginals[i], Schema.Columns[i], values, Missing(i, rows, uniforms), random.Split(_marginals[i].Name));
        }
        return new DataFrame(columns);
    }

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) =>
        MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(_marginals, writer);
        writer.WriteArray<int>("value-latents", _valueLatents);
        writer.WriteArray<int>("missing-latents", _missingLatents);
        var n = _factor.GetLength(0);
        writer.WriteArray<double>(FactorName, [.. _factor.Cast<double>()], n, n);
    }

    public static FittedCopula Load(ModelReader reader)
    {
        var marginals = MarginalStore.Load(reader);
        int[] values = reader.Array<int>("value-latents", marginals.Length), missing = reader.Array<int>("missing-latents", marginals.Length);
        var n = Math.Max(values.Max(), missing.Max()) + 1;
        if (values.Min() < -1 || missing.Min() < -1) throw new ModelFormatException("A column of the copula has a negative latent variable.");
        var cells = reader.Array<double>(FactorName, n, n);
        var factor = new double[n, n];
        for (var i = 0; i < cells.Length; i++)
            factor[i / n, i % n] = double.IsFinite(cells[i]) ? cells[i] : throw new ModelFormatException("The copula's factor holds a number that is not finite.");
        return new(reader.Origin, reader.Schema, marginals, values, missing, factor);
    }

    private bool[] Missing(int column, int rows, double[][] uniforms)
    {
        var rate = _marginals[column].MissingRate;
        if (rate == 0) return [];
        var missing = new bool[rows];
        if (_missingLatents[column] < 0) missing.AsSpan().Fill(true);
        else
            for (var row = 0; row < rows; row++) missing[row] = uniforms[_missingLatents[column]][row] < rate;
        return missing;
    }

    // One array a latent variable, each uniform on (0, 1), dependent between them.
    private double[][] Uniforms(int rows, SplitRandom random)
    {
        var n = _factor.GetLength(0);
        var uniforms = new double[n][];
        for (var i = 0; i < n; i++) uniforms[i] = new double[rows];
        var normals = new double[n * BlockRows];
        var mixed = new double[BlockRows];
        for (var start = 0; start < rows; start += BlockRows)
        {
            var block = Math.Min(BlockRows, rows - start);
            for (var row = 0; row < block; row++)
                for (var i = 0; i < n; i++) normals[i * BlockRows + row] = random.NextNormal();
            for (var i = 0; i < n; i++)
            {
                Array.Clear(mixed);
                for (var j = 0; j <= i; j++) AddScaled(normals.AsSpan(j * BlockRows, block), _factor[i, j], mixed);
                var into = uniforms[i].AsSpan(start, block);
                for (var row = 0; row < block; row++) into[row] = NormalTable.Cdf(mixed[row]);
            }
        }
        return uniforms;
    }

    private static void AddScaled(ReadOnlySpan<double> source, double scale, Span<double> into)
    {
        for (var i = 0; i < source.Length; i++) into[i] += scale * source[i];
    }
}
