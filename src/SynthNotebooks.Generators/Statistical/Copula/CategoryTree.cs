using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>One decision of a <see cref="CategoryTree"/>: a normal variable cut into ordered groups of categories.</summary>
/// <param name="Children">The groups in order: a category's number, or ~n for the node of number n.</param>
/// <param name="Masses">Number of records of each group.</param>
internal sealed record CategoryNode(int[] Children, double[] Masses);

/// <summary>
/// Picks a category by a few decisions, each driven by a normal variable of its own. One order of categories can say only one thing about
/// other columns; nested decisions first separate what differs most (no telephone line from some line), then order the rest.
/// </summary>
/// <remarks>
/// Decisions of one column are independent of each other, so shares of categories stay exact. Source of nested dichotomies: Fox, Applied Regression
/// Analysis, 3rd ed. 2016, section 14.2.2.
/// </remarks>
internal sealed class CategoryTree
{
    private readonly CumulativeTable[] _tables;

    /// <param name="nodes">The first is the root; children come after their parents.</param>
    /// <param name="categories">Number of categories.</param>
    /// <exception cref="ModelFormatException">The nodes are no tree over the categories.</exception>
    public CategoryTree(IReadOnlyList<CategoryNode> nodes, int categories)
    {
        Nodes = nodes;
        _tables = new CumulativeTable[nodes.Count];
        for (var n = 0; n < nodes.Count; n++)
        {
            var sound = nodes[n].Children.Length == nodes[n].Masses.Length
                && Array.TrueForAll(nodes[n].Children, child => child >= 0 ? child < categories : ~child > n && ~child < nodes.Count);
            if (!sound) throw new ModelFormatException($"Decision {n} of a tree over {categories} categories is damaged.");
            _tables[n] = new CumulativeTable(nodes[n].Masses);
        }
    }

    public IReadOnlyList<CategoryNode> Nodes { get; }

    /// <summary>The part of a node's uniform scale that some neighbouring children take.</summary>
    public RankInterval Interval(int node, int firstChild, int lastChild) => new(firstChild == 0 ? 0 : _tables[node].Upper(firstChild - 1), _tables[node].Upper(lastChild));

    /// <summary>The categories of some rows.</summary>
    /// <param name="uniforms">One array a node, one number a row.</param>
    public int[] Pick(ReadOnlySpan<double[]> uniforms)
    {
        var codes = new int[uniforms[0].Length];
        for (var row = 0; row < codes.Length; row++)
        {
            var child = ~0;
            while (child < 0) child = Nodes[~child].Children[_tables[~child].Find(uniforms[~child][row])];
            codes[row] = child;
        }
        return codes;
    }

    /// <summary>The category of one row.</summary>
    /// <param name="uniform">The uniform number of a node.</param>
    public int Pick(Func<int, double> uniform)
    {
        var child = ~0;
        while (child < 0) child = Nodes[~child].Children[_tables[~child].Find(uniform(~child))];
        return child;
    }

    /// <summary>The classes of every node's variable in every row, −1 where a row does not come to the node.</summary>
    /// <param name="codes">Category of each row, −1 where missing.</param>
    /// <param name="categories">Number of categories.</param>
    /// <param name="most">Largest number of classes.</param>
    public IEnumerable<OrderedClasses> Classes(int[] codes, int categories, int most)
    {
        foreach (var node in Nodes)
        {
            var group = new int[categories];
            group.AsSpan().Fill(-1);
            for (var g = 0; g < node.Children.Length; g++)
                foreach (var category in Under(node.Children[g])) group[category] = g;
            var local = new int[codes.Length];
            for (var row = 0; row < local.Length; row++) local[row] = codes[row] < 0 ? -1 : group[codes[row]];
            yield return OrderedClasses.OfCategories(local, [.. Enumerable.Range(0, node.Children.Length)], node.Children.Length, most);
        }
    }

    private IEnumerable<int> Under(int child) => child >= 0 ? [child] : Nodes[~child].Children.SelectMany(Under);
}
