using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Inference in a forest whose leaves are the components of a mixture.</summary>
internal sealed class ArfModel : IStateModel
{
    private readonly StateLayout _layout;
    private readonly ArfTree[] _trees;
    private readonly Lazy<MixtureModel> _mixture; // the same distribution with dense tables; only density and imputation need it

    public ArfModel(StateLayout layout, ArfTree[] trees)
    {
        (_layout, _trees) = (layout, trees);
        _mixture = new(Dense);
    }

    public IStateSampler Given(float[]?[]? evidence) => new ArfSampler(_layout, _trees, evidence);

    public double[] LogProbabilities(StateTable rows, CancellationToken cancellation) => _mixture.Value.LogProbabilities(rows, cancellation);

    public void Complete(StateTable rows, int first, int count, SplitRandom random) => _mixture.Value.Complete(rows, first, count, random);

    public void Save(ModelWriter writer)
    {
        writer.Write("trees", _trees.Length);
        for (var t = 0; t < _trees.Length; t++)
        {
            var part = writer.Part(FormattableString.Invariant($"trees/{t}"));
            TreeStore.Save(_trees[t].Tree, part);
            for (var i = 0; i < _layout.Columns; i++) TreeStore.Save(_trees[t].Columns[i], FormattableString.Invariant($"leaves/{i}"), part);
        }
    }

    public static ArfModel Load(StateLayout layout, ModelReader reader)
    {
        var trees = new ArfTree[reader.Integer("trees", 1, 1000)];
        for (var t = 0; t < trees.Length; t++)
        {
            var part = reader.Part(FormattableString.Invariant($"trees/{t}"));
            var tree = TreeStore.Load(part, column => column >= 0 && column < layout.Columns);
            trees[t] = new(tree, [.. layout.Bins.Select((bins, i) => TreeStore.LoadDistributions(part, FormattableString.Invariant($"leaves/{i}"), tree, bins.States))]);
        }
        return new(layout, trees);
    }

    private MixtureModel Dense()
    {
        var leaves = new LeafChoice(_trees);
        var emissions = new float[checked(leaves.Count * _layout.Slots)];
        for (var i = 0; i < _layout.Columns; i++)
        {
            var states = _layout.Bins[i].States;
            var tree = -1;
            float[] probabilities = [];
            for (var c = 0; c < leaves.Count; c++)
            {
                if (leaves[c].Tree != tree) probabilities = _trees[tree = leaves[c].Tree].Columns[i].Probabilities(states);
                probabilities.AsSpan(leaves[c].Leaf * states, states).CopyTo(emissions.AsSpan(c * _layout.Slots + _layout.Starts[i]));
            }
        }
        return new(new ProductMixture(_layout, [.. leaves.Weights], emissions));
    }
}
