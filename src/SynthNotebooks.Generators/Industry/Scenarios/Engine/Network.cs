using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Who knows whom among the rows of a root: undirected edges, as lists of neighbours by row number.</summary>
/// <remarks>
/// random: degree·n/2 edges between random pairs (Erdős, Rényi 1960). small-world: a ring of degree/2 neighbours on each side, each edge rewired with a chance (Watts, Strogatz,
/// Nature 393, 1998, doi:10.1038/30918). scale-free: each row comes with degree/2 edges to earlier ones in proportion to their degrees (Barabási, Albert, Science 286, 1999,
/// doi:10.1126/science.286.5439.509). communities: random, a share of the edges inside groups (planted partition). Made from the number of rows and the seed alone.
/// </remarks>
internal sealed class Network(string name, EntityPlan over, string model, double degree, double rewire, int communities, double within)
{
    private int[] _offsets = [0], _neighbours = [];

    public string Name => name;

    public EntityPlan Over => over;

    public ReadOnlySpan<int> Neighbours(long row) => row + 1 < _offsets.Length ? _neighbours.AsSpan(_offsets[row].._offsets[row + 1]) : [];

    public double Degree(Row row) => Neighbours(Root(row).Number).Length;

    public static Row Root(Row row)
    {
        while (row.Parent is { } above) row = above;
        return row;
    }

    public void Make(SplitRandom random, CancellationToken cancellation)
    {
        var n = checked((int)Math.Min(over.RootRows, 100_000_000));
        var edges = new HashSet<long>();
        if (n > 1)
        {
            switch (model)
            {
                case "small-world": SmallWorld(n, edges, random, cancellation); break;
                case "scale-free": ScaleFree(n, edges, random, cancellation); break;
                default: Pairs(n, edges, random, cancellation); break;
            }
        }
        List(n, edges);
    }

    private static bool Add(HashSet<long> edges, int a, int b) => a != b && edges.Add((long)Math.Min(a, b) << 32 | (uint)Math.Max(a, b));

    private void Pairs(int n, HashSet<long> edges, SplitRandom random, CancellationToken cancellation)
    {
        var wanted = (long)Math.Min(Math.Round(degree * n / 2), (double)n * (n - 1) / 2 * 0.9);
        for (long tries = 0; edges.Count < wanted && tries < wanted * 50; tries++)
        {
            if ((tries & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            var a = random.NextBelow(n);
            int b;
            if (model == "communities" && random.NextDouble() < within)
            {
                var members = (n - a % communities + communities - 1) / communities; // rows of one group have one remainder
                b = a % communities + communities * random.NextBelow(members);
            }
            else b = random.NextBelow(n);
            Add(edges, a, b);
        }
    }

    private void SmallWorld(int n, HashSet<long> edges, SplitRandom random, CancellationToken cancellation)
    {
        var side = (int)Math.Min(Math.Max(1, Math.Round(degree / 2)), (n - 1) / 2);
        for (var a = 0; a < n; a++)
        {
            if ((a & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            for (var step = 1; step <= side; step++)
            {
                if (random.NextDouble() < rewire)
                    for (var tries = 0; tries < 20; tries++)
                        if (Add(edges, a, random.NextBelow(n))) goto placed;
                Add(edges, a, (a + step) % n);
            placed:;
            }
        }
    }

    private void ScaleFree(int n, HashSet<long> edges, SplitRandom random, CancellationToken cancellation)
    {
        var each = (int)Math.Min(Math.Max(1, Math.Round(degree / 2)), n - 1);
        var ends = new List<int>(2 * each * n); // each row as often as it has edges
        for (var a = 0; a <= each; a++)
            for (var b = 0; b < a; b++)
                if (Add(edges, a, b)) ends.AddRange([a, b]);
        for (var a = each + 1; a < n; a++)
        {
            if ((a & 4095) == 0) cancellation.ThrowIfCancellationRequested();
            for (int placed = 0, tries = 0; placed < each && tries < each * 50; tries++)
            {
                var b = ends[random.NextBelow(ends.Count)];
                if (b == a || !Add(edges, a, b)) continue;
                ends.AddRange([a, b]);
                placed++;
            }
        }
    }

    private void List(int n, HashSet<long> edges)
    {
        var ordered = edges.ToArray();
        Array.Sort(ordered); // the order of a set is not that of its making
        _offsets = new int[n + 1];
        foreach (var edge in ordered)
        {
            _offsets[(int)(edge >> 32) + 1]++;
            _offsets[(int)edge + 1]++;
        }
        for (var i = 0; i < n; i++) _offsets[i + 1] += _offsets[i];
        var next = _offsets.ToArray();
        _neighbours = new int[2 * ordered.Length];
        foreach (var edge in ordered)
        {
            var (a, b) = ((int)(edge >> 32), (int)edge);
            _neighbours[next[a]++] = b;
            _neighbours[next[b]++] = a;
        }
    }
}
