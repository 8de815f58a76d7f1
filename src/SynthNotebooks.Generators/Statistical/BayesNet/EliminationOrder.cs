namespace SynthNotebooks.Generators.Statistical;

/// <summary>The order in which variables are summed out, each time the one whose table is smallest.</summary>
/// <remarks>Greedy minimum weight, the first of equals. Source: Koller, Friedman, Probabilistic Graphical Models, 2009, section 9.4.3.</remarks>
internal static class EliminationOrder
{
    /// <summary>The order, and the number of cells of the largest table on the way.</summary>
    /// <param name="scopes">Sets of variables that stand in one factor.</param>
    /// <param name="sizes">Number of states of each variable; those of one state or fewer are left out.</param>
    public static (int[] Order, double MostCells) Of(IEnumerable<int[]> scopes, int[] sizes)
    {
        var neighbours = new SortedSet<int>[sizes.Length];
        for (var i = 0; i < sizes.Length; i++) neighbours[i] = [];
        foreach (var scope in scopes) Join(scope, neighbours, sizes);
        var left = Enumerable.Range(0, sizes.Length).Where(i => sizes[i] > 1).ToList();
        var order = new List<int>(left.Count);
        var most = 1.0;
        var cells = new double[sizes.Length];
        foreach (var i in left) cells[i] = Cells(i, neighbours, sizes);
        while (left.Count > 0)
        {
            var next = left[0];
            foreach (var i in left)
                if (cells[i] < cells[next]) next = i;
            most = Math.Max(most, cells[next]);
            order.Add(next);
            left.Remove(next);
            int[] around = [.. neighbours[next]];
            foreach (var i in around) neighbours[i].Remove(next);
            Join(around, neighbours, sizes);
            foreach (var i in around) cells[i] = Cells(i, neighbours, sizes);
        }
        return ([.. order], most);
    }

    private static void Join(int[] scope, SortedSet<int>[] neighbours, int[] sizes)
    {
        foreach (var i in scope)
            foreach (var j in scope)
                if (i != j && sizes[i] > 1 && sizes[j] > 1) neighbours[i].Add(j);
    }

    private static double Cells(int variable, SortedSet<int>[] neighbours, int[] sizes)
    {
        double cells = sizes[variable];
        foreach (var i in neighbours[variable]) cells *= sizes[i];
        return cells;
    }
}
