namespace SynthNotebooks.Generators.Private;

/// <summary>Cliques of a chordal graph in a tree in which the cliques that hold a column are connected. Immutable.</summary>
/// <remarks>
/// The largest clique is the root; parents stand before their children. Source: Jensen, Jensen, UAI 1994, arXiv:1302.6823 (a spanning tree of greatest
/// separators is a junction tree).
/// </remarks>
internal sealed class JunctionTree
{
    private JunctionTree(int[] domain, TreeNode[] nodes)
    {
        (Domain, Nodes) = (domain, nodes);
        Children = [.. nodes.Select((_, i) => Enumerable.Range(i + 1, nodes.Length - i - 1).Where(j => nodes[j].Parent == i).ToArray())];
        Cells = nodes.Sum(node => (long)node.Shape.Cells);
    }

    /// <summary>Number of states of each column.</summary>
    public int[] Domain { get; }

    /// <summary>Cliques, the root first, each after its parent.</summary>
    public TreeNode[] Nodes { get; }

    /// <summary>Numbers of each node's children.</summary>
    public int[][] Children { get; }

    /// <summary>Cells of all cliques together.</summary>
    public long Cells { get; }

    /// <summary>The tree that has a clique around each of some sets and covers all columns.</summary>
    public static JunctionTree Of(IReadOnlyList<int> domain, IEnumerable<AttributeSet> sets) => OfCliques(domain, Triangulation.Cliques(domain, sets));

    /// <summary>The tree of the maximal cliques of a chordal graph.</summary>
    public static JunctionTree OfCliques(IReadOnlyList<int> domain, IReadOnlyList<AttributeSet> cliques)
    {
        int[] sizes = [.. domain];
        var left = cliques.OrderByDescending(clique => TableShape.CellsOf(clique, sizes)).ThenBy(clique => clique).ToList();
        var placed = new List<AttributeSet>();
        var nodes = new List<TreeNode>();
        while (left.Count > 0)
        {
            var (next, parent) = Strongest(left, placed);
            placed.Add(next);
            left.Remove(next);
            nodes.Add(Node(next, parent, placed, nodes, sizes));
        }
        return new(sizes, [.. nodes]);
    }

    /// <summary>Number of the smallest clique that holds a set; −1 when none does.</summary>
    public int Holding(AttributeSet set)
    {
        var best = -1;
        for (var i = 0; i < Nodes.Length; i++)
            if (set.IsSubsetOf(Nodes[i].Shape.Columns) && (best < 0 || Nodes[i].Shape.Cells < Nodes[best].Shape.Cells)) best = i;
        return best;
    }

    private static (AttributeSet Clique, int Parent) Strongest(List<AttributeSet> left, List<AttributeSet> placed)
    {
        if (placed.Count == 0) return (left[0], -1);
        (AttributeSet Clique, int Parent, int Common) best = (left[0], 0, -1);
        foreach (var clique in left)
        {
            for (var i = 0; i < placed.Count; i++)
            {
                var common = clique.Common(placed[i]);
                if (common > best.Common) best = (clique, i, common);
            }
        }
        return (best.Clique, best.Parent);
    }

    private static TreeNode Node(AttributeSet clique, int parent, List<AttributeSet> placed, List<TreeNode> nodes, int[] domain)
    {
        var shared = parent < 0 ? AttributeSet.Empty : clique.Intersect(placed[parent]);
        var separator = parent < 0 ? new TableShape([], domain) : nodes[parent].Shape.Only(shared, domain);
        int[] residual = [.. clique.Except(shared).Members.ToArray().OrderBy(column => domain[column]).ThenBy(column => column)];
        return new(new([.. separator.Axes, .. residual], domain), separator, parent, parent < 0 ? null : new(nodes[parent].Shape, separator));
    }
}
