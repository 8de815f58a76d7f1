using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>The leaves of a forest as components of a mixture, each with a weight. Immutable.</summary>
internal sealed class LeafChoice
{
    private readonly (int Tree, int Leaf)[] _leaves;
    private readonly AliasTables _choice;

    /// <param name="trees">All count alike; their leaves count by their rows.</param>
    /// <param name="factor">What a leaf's weight is multiplied by; null for 1.</param>
    public LeafChoice(ArfTree[] trees, Func<int, int, double>? factor = null)
    {
        _leaves = [.. trees.SelectMany((tree, t) => Enumerable.Range(0, tree.Tree.Nodes).Where(tree.Tree.IsLeaf).Select(leaf => (t, leaf)))];
        var weights = new float[_leaves.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var (tree, leaf) = _leaves[i];
            weights[i] = (float)((double)trees[tree].Tree.Counts[leaf] / trees[tree].Tree.Counts[0] / trees.Length * (factor?.Invoke(tree, leaf) ?? 1));
        }
        _choice = new AliasTables(1, _leaves.Length);
        Probability = _choice.Set(0, weights);
        Weights = weights;
    }

    public int Count => _leaves.Length;

    /// <summary>Sum of the weights.</summary>
    public double Probability { get; }

    public IReadOnlyList<float> Weights { get; }

    public (int Tree, int Leaf) this[int component] => _leaves[component];

    /// <summary>Draws a component for each row.</summary>
    /// <returns>The rows in an order in which those of one component stand together, so that its tables stay in the cache; and the component of each row.</returns>
    public (int[] Order, int[] Chosen) Draw(int rows, SplitRandom random)
    {
        var (order, chosen) = (new int[rows], new int[rows]);
        var starts = new int[_leaves.Length + 1];
        for (var row = 0; row < rows; row++)
        {
            chosen[row] = _choice.Draw(0, random.NextUInt64());
            starts[chosen[row] + 1]++;
        }
        for (var c = 0; c < _leaves.Length; c++) starts[c + 1] += starts[c];
        for (var row = 0; row < rows; row++) order[starts[chosen[row]]++] = row;
        return (order, chosen);
    }
}
