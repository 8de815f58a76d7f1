using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>Real and synthetic rows on the plane of the real table's first two principal components: data of an overlay.</summary>
/// <param name="FirstShare">Of the real table's variance along the first component, 0 to 1.</param>
/// <param name="SecondShare">Along the second.</param>
/// <param name="Real">Up to 1,000 real rows, drawn at random; x along the first component.</param>
/// <param name="Synthetic">As many synthetic rows, on the same plane.</param>
/// <remarks>
/// Numbers are standardised, missing ones stand at the mean; a category's indicators are divided by the root of its share, so that columns weigh
/// alike; the twenty most frequent categories a column. Fitted on up to 5,000 real rows, fewer from 60 columns on. Each component's sign makes its largest weight positive.
/// Points are records' images: not private. Source: Pagès, Rev. Stat. Appl. 52(4), 2004 (factor analysis of mixed data).
/// </remarks>
public sealed record PrincipalPlane(double FirstShare, double SecondShare, IReadOnlyList<(double X, double Y)> Real, IReadOnlyList<(double X, double Y)> Synthetic)
{
    private const int MostFitted = 5000, MostFittedCells = 300_000, MostShown = 1000;

    internal static PrincipalPlane? Of(TableSet tables)
    {
        if (tables.Columns == 0) return null;
        var random = new SplitRandom(tables.Options.Seed).Split("principal plane");
        var features = MixedFeatures.Of(tables);
        if (features.Count < 2) return null;
        var fitted = features.Encode(tables.Real, RowDraw.Of(tables.Real(0).Rows, Math.Clamp(MostFittedCells / tables.Columns, MostShown, MostFitted), random.Split("fitted")));
        var (vectors, variances) = OrthogonalIteration.LeadingTwo(fitted, random.Split("start"), tables.Options.Cancellation);
        var total = fitted.Variance();
        if (!(total > 0)) return null;
        return new(
            Share(variances[0], total), Share(variances[1], total),
            Points(features.Encode(tables.Real, RowDraw.Of(tables.Real(0).Rows, MostShown, random.Split("real"))), vectors),
            Points(features.Encode(column => tables.Other(column, 0), RowDraw.Of(tables.Other(0, 0).Rows, MostShown, random.Split("synthetic"))), vectors));
    }

    private static double Share(double variance, double total) => Math.Clamp(variance / total, 0, 1);

    private static (double X, double Y)[] Points(MixedRows rows, double[][] vectors)
    {
        double[] x = rows.Times(vectors[0]), y = rows.Times(vectors[1]);
        return [.. x.Zip(y)];
    }
}
