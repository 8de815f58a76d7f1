using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Draws rows from a forest's leaves under evidence: leaves are weighted by the evidence's probability in them.</summary>
internal sealed class ArfSampler : IStateSampler
{
    private readonly ArfTree[] _trees;
    private readonly LeafChoice _leaves;
    private readonly float[]?[][] _left; // tree, column: states that the evidence leaves, node by node

    public ArfSampler(StateLayout layout, ArfTree[] trees, float[]?[]? evidence)
    {
        _trees = trees;
        _left = new float[]?[trees.Length][];
        for (var t = 0; t < trees.Length; t++)
        {
            _left[t] = new float[]?[layout.Columns];
            for (var i = 0; i < layout.Columns; i++)
                if (evidence?[i] is { } shares) _left[t][i] = Left(trees[t].Columns[i].Probabilities(shares.Length), shares);
        }
        _leaves = evidence is null ? new(trees) : new(trees, (tree, leaf) => Probable(_left[tree], leaf, evidence));
    }

    public double Probability => _leaves.Probability;

    public void Draw(SplitRandom random, StateDraws draws)
    {
        var (order, chosen) = _leaves.Draw(draws.Rows, random.Split("leaves"));
        for (var i = 0; i < draws.States.Length; i++)
        {
            var (states, uniforms) = (draws.States[i], draws.Uniforms[i]);
            var own = random.Split((ulong)i);
            foreach (var row in order)
            {
                var (tree, leaf) = _leaves[chosen[row]];
                states[row] = _left[tree][i] is { } left ? Pick(left, leaf, _trees[tree].Tree.Nodes, own.NextDouble()) : _trees[tree].Columns[i].Draw(leaf, own);
                uniforms[row] = own.NextDouble();
            }
        }
    }

    private static float[] Left(float[] probabilities, float[] shares)
    {
        for (var at = 0; at < probabilities.Length; at++) probabilities[at] *= shares[at % shares.Length];
        return probabilities;
    }

    private static double Probable(float[]?[] left, int leaf, float[]?[] evidence)
    {
        var product = 1.0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] is not { } part) continue;
            var sum = 0.0;
            foreach (var share in part.AsSpan(leaf * evidence[i]!.Length, evidence[i]!.Length)) sum += share;
            product *= sum;
        }
        return product;
    }

    private static ushort Pick(float[] left, int leaf, int nodes, double uniform)
    {
        var states = left.Length / nodes;
        var shares = left.AsSpan(leaf * states, states);
        var total = 0.0;
        foreach (var share in shares) total += share;
        var rest = uniform * total;
        var last = 0;
        for (var state = 0; state < states; state++)
        {
            if (shares[state] <= 0) continue;
            last = state;
            rest -= shares[state];
            if (rest < 0) break;
        }
        return (ushort)last;
    }
}
