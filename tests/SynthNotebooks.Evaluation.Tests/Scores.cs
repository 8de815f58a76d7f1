using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Fidelity;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Tests;

/// <summary>Scores of two tables without floor and ceiling.</summary>
internal static class Scores
{
    public static MetricValue Of(string id, DataFrame real, DataFrame synthetic) => MetricCatalog.Create(id).Compute(new(real, synthetic, real.InferSchema()), default);

    public static double Value(string id, DataFrame real, DataFrame synthetic)
    {
        var value = Of(id, real, synthetic);
        return value.Value ?? throw new InvalidOperationException($"{id} is undefined: {value.Undefined}");
    }

    public static TableComparison Comparison(DataFrame real, DataFrame synthetic, EvaluationOptions? options = null)
    {
        var tables = TableSet.Read(real, [synthetic], options ?? new());
        return TableComparison.All(tables, 1, TableSet.Parallelism(tables.Options))[0];
    }
}
