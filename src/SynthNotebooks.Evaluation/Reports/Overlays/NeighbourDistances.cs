using SynthNotebooks.Evaluation.Fidelity.Joint;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Reports;

/// <summary>How far rows are from their nearest real row: data of an overlay.</summary>
/// <param name="Edges">Bounds of the bins, ascending; distances beyond the last fall into the last bin.</param>
/// <param name="Real">Shares of real rows by the distance to the nearest other real row.</param>
/// <param name="Synthetic">Shares of synthetic rows by the distance to the nearest real row.</param>
/// <param name="Ceiling">The same of held-out rows, or of a bootstrap of the real table.</param>
/// <remarks>
/// Distance as for closest records: the mean over columns of the difference in shares of the range, or of mismatch. Up to 3,000 rows of each table,
/// drawn at random. A synthetic curve left of the others tells of copying, one to the right of rows where no real ones are.
/// </remarks>
public sealed record NeighbourDistances(IReadOnlyList<double> Edges, IReadOnlyList<double> Real, IReadOnlyList<double> Synthetic, IReadOnlyList<double> Ceiling)
{
    private const int Bins = 30;
    private const double Shown = 0.99; // share of all distances before the last edge

    internal static NeighbourDistances? Of(TableSet tables)
    {
        if (tables.Columns == 0 || tables.Real(0).Rows < 2) return null;
        var (threads, cancellation) = (tables.Options.Threads, tables.Options.Cancellation);
        var points = PointSample.InRange(tables, -1);
        var search = new NearestNeighbours(points);
        float[][] distances =
        [
            search.FindOthers(points, 1, threads, cancellation).Distances,
            search.Find(PointSample.InRange(tables, 0), 1, threads, cancellation).Distances,
            search.Find(PointSample.InRange(tables, 1), 1, threads, cancellation).Distances,
        ];
        float[] all = [.. distances.SelectMany(one => one)];
        Array.Sort(all);
        double last = all[(int)(Shown * (all.Length - 1))];
        if (last == 0) last = all[^1] > 0 ? all[^1] : 1;
        double[] edges = [.. Enumerable.Range(0, Bins + 1).Select(i => last * i / Bins)];
        return new(edges, Shares(distances[0], last), Shares(distances[1], last), Shares(distances[2], last));
    }

    private static double[] Shares(float[] distances, double last)
    {
        var counts = new int[Bins];
        foreach (var distance in distances) counts[(int)Math.Min(Bins - 1, distance / last * Bins)]++;
        return Array.ConvertAll(counts, count => (double)count / distances.Length);
    }
}
