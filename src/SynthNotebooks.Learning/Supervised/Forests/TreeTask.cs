using SynthNotebooks.Data;

namespace SynthNotebooks.Learning;

/// <summary>Labels as single trees and forests see them.</summary>
/// <remarks>Numbers are split at up to 256 quantiles to search for splits; leaves hold the exact mean.</remarks>
internal sealed class TreeTask
{
    private readonly Labels _labels;

    public TreeTask(Labels labels)
    {
        _labels = labels;
        if (labels.AreClasses)
        {
            if (labels.ClassCount > CodedColumn.MostStates)
                throw new ArgumentException($"Trees tell at most {CodedColumn.MostStates} classes apart; there are {labels.ClassCount}.", nameof(labels));
            Target = new(Array.ConvertAll(labels.Classes, label => (byte)label), labels.ClassCount);
            return;
        }
        var coded = FeatureBins.Of(FeatureColumn.OfNumbers("label", labels.Numbers)).Encode(FeatureColumn.OfNumbers("label", labels.Numbers));
        var (sums, counts) = (new double[coded.States], new int[coded.States]);
        for (var row = 0; row < labels.Rows; row++)
        {
            sums[coded.Codes[row]] += labels.Numbers[row];
            counts[coded.Codes[row]]++;
        }
        for (var state = 0; state < sums.Length; state++) sums[state] /= Math.Max(1, counts[state]);
        Target = new(coded.Codes, coded.States) { Scores = sums, UsesGini = false };
    }

    public TreeTarget Target { get; }

    /// <summary>Numbers a leaf predicts.</summary>
    public int Outputs => Math.Max(1, _labels.ClassCount);

    /// <summary>What each node predicts, [nodes, outputs], and adds to each column the impurity that its splits took away.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="rows">Training rows in the tree's order.</param>
    /// <param name="gains">By column.</param>
    public double[] Outcomes(PartitionTree tree, int[] rows, double[] gains)
    {
        var outputs = Outputs;
        var values = new double[tree.Nodes * outputs];
        var squares = new double[tree.Nodes]; // of numbers
        for (var node = 0; node < tree.Nodes; node++)
        {
            if (!tree.IsLeaf(node)) continue;
            foreach (var row in rows.AsSpan(tree.Starts[node], tree.Counts[node]))
            {
                if (_labels.AreClasses) values[node * outputs + _labels.Classes[row]]++;
                else
                {
                    values[node] += _labels.Numbers[row];
                    squares[node] += _labels.Numbers[row] * _labels.Numbers[row];
                }
            }
        }
        for (var node = tree.Nodes - 1; node > 0; node--) // children stand behind their parents
        {
            var parent = tree.Parent(node);
            for (var k = 0; k < outputs; k++) values[parent * outputs + k] += values[node * outputs + k];
            squares[parent] += squares[node];
        }
        for (var node = 0; node < tree.Nodes; node++)
            if (!tree.IsLeaf(node)) gains[tree.Columns[node]] += Math.Max(0, Impurity(node) - Impurity(tree.Children[node]) - Impurity(tree.Children[node] + 1));
        for (var node = 0; node < tree.Nodes; node++)
            for (var k = 0; k < outputs; k++) values[node * outputs + k] /= tree.Counts[node];
        return values;

        double Impurity(int node)
        {
            var sum = 0.0;
            for (var k = 0; k < outputs; k++) sum += values[node * outputs + k] * values[node * outputs + k];
            return (_labels.AreClasses ? tree.Counts[node] : squares[node]) - sum / tree.Counts[node];
        }
    }
}
