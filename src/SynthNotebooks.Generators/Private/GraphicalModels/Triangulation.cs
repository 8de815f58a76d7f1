namespace SynthNotebooks.Generators.Private;

/// <summary>Makes the graph of some column sets chordal and finds its maximal cliques.</summary>
/// <remarks>
/// Columns are eliminated greedily, once by the weight of the edges that must be filled in and once by the size of the table that arises; the smaller
/// outcome is taken, the first of equals. Cost: O(columns³) for sparse graphs. Source: Koller, Friedman, Probabilistic Graphical Models, 2009,
/// section 9.4.3.2.
/// </remarks>
internal static class Triangulation
{
    /// <summary>Maximal cliques, which cover all columns.</summary>
    /// <param name="domain">Number of states of each column.</param>
    /// <param name="sets">Sets that must each lie in a clique.</param>
    public static List<AttributeSet> Cliques(IReadOnlyList<int> domain, IEnumerable<AttributeSet> sets)
    {
        var graph = Graph(domain.Count, sets);
        var byFill = Eliminate(domain, (bool[,])graph.Clone(), byFill: true);
        var bySize = Eliminate(domain, graph, byFill: false);
        return Cells(byFill, domain) <= Cells(bySize, domain) ? byFill : bySize;
    }

    /// <summary>Number of cells of all cliques together; a double, as it may be astronomic.</summary>
    public static double Cells(IEnumerable<AttributeSet> cliques, IReadOnlyList<int> domain)
    {
        var cells = 0.0;
        foreach (var clique in cliques) cells += TableShape.CellsOf(clique, domain);
        return cells;
    }

    private static bool[,] Graph(int columns, IEnumerable<AttributeSet> sets)
    {
        var graph = new bool[columns, columns];
        foreach (var set in sets)
        {
            foreach (var i in set.Members)
                foreach (var j in set.Members) graph[i, j] = i != j;
        }
        return graph;
    }

    private static List<AttributeSet> Eliminate(IReadOnlyList<int> domain, bool[,] graph, bool byFill)
    {
        var left = Enumerable.Range(0, domain.Count).ToList();
        var cliques = new List<AttributeSet>();
        while (left.Count > 0)
        {
            int best = -1;
            (double Main, double Second) least = (double.PositiveInfinity, double.PositiveInfinity);
            foreach (var column in left)
            {
                var cost = Cost(column, left, domain, graph, byFill);
                if (best >= 0 && (cost.Main > least.Main || (cost.Main == least.Main && cost.Second >= least.Second))) continue;
                (best, least) = (column, cost);
            }
            int[] around = [.. left.Where(other => graph[best, other])];
            cliques.Add(AttributeSet.Of([best, .. around]));
            foreach (var i in around)
                foreach (var j in around) graph[i, j] = i != j;
            left.Remove(best);
        }
        return AttributeSet.Maximal(cliques);
    }

    private static (double Main, double Second) Cost(int column, List<int> left, IReadOnlyList<int> domain, bool[,] graph, bool byFill)
    {
        double cells = domain[column], fill = 0;
        foreach (var i in left)
        {
            if (!graph[column, i]) continue;
            cells *= domain[i];
            foreach (var j in left)
                if (j > i && graph[column, j] && !graph[i, j]) fill += (double)domain[i] * domain[j];
        }
        return byFill ? (fill, cells) : (cells, fill);
    }
}
