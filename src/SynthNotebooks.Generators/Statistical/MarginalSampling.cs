using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Shared pieces of sampling from marginals.</summary>
internal static class MarginalSampling
{
    /// <summary>Replaces the identifiers of a chunk by those of its place in the sample.</summary>
    public static DataFrame Identify(IReadOnlyList<Marginal> marginals, DataFrame chunk, long firstRow, SplitRandom stream)
    {
        if (!marginals.Any(marginal => marginal is IRowNumbered)) return chunk;
        var columns = chunk.Columns.ToArray();
        for (var i = 0; i < columns.Length; i++)
        {
            if (marginals[i] is not IRowNumbered numbered) continue;
            var missing = new bool[columns[i].Length];
            for (var row = 0; row < missing.Length; row++) missing[row] = columns[i].IsNull(row);
            columns[i] = numbered.Number(firstRow, missing, stream.Split(columns[i].Name)).WithFormat(columns[i].Format);
        }
        return new DataFrame(columns) { Origin = chunk.Origin };
    }

    /// <summary>One column's cells, independent of all others.</summary>
    public static Column Independent(Marginal marginal, ColumnSchema schema, int rows, SplitRandom random)
    {
        var uniforms = new double[rows];
        if (marginal.IsLatent) Uniform(uniforms, random.Split("values"));
        return Decoded(marginal, schema, uniforms, Missing(marginal.MissingRate, rows, random.Split("missing")), random.Split("texts"));
    }

    /// <summary>Cells in the format of the schema.</summary>
    public static Column Decoded(Marginal marginal, ColumnSchema schema, ReadOnlySpan<double> uniforms, ReadOnlySpan<bool> missing, SplitRandom random)
    {
        var column = marginal.Decode(uniforms, missing, random);
        return schema.Format is { } format && format != column.Format ? column.WithFormat(format) : column;
    }

    private static bool[] Missing(double rate, int rows, SplitRandom random)
    {
        if (rate <= 0) return [];
        var missing = new bool[rows];
        for (var i = 0; i < rows; i++) missing[i] = random.NextDouble() < rate;
        return missing;
    }

    private static void Uniform(Span<double> uniforms, SplitRandom random)
    {
        for (var i = 0; i < uniforms.Length; i++) uniforms[i] = random.NextDouble();
    }
}
