using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Inference in a <see cref="HiddenTree"/>.</summary>
internal sealed class CircuitModel(HiddenTree tree) : IStateModel
{
    public IStateSampler Given(float[]?[]? evidence) => new CircuitSampler(tree, evidence);

    public double[] LogProbabilities(StateTable rows, CancellationToken cancellation)
    {
        var result = new double[rows.Rows];
        Parallel.For(0, (rows.Rows + 1023) / 1024, new() { CancellationToken = cancellation }, block =>
        {
            var messages = new TreeMessages(tree);
            for (var row = block * 1024; row < Math.Min(rows.Rows, (block + 1) * 1024); row++)
            {
                tree.Observe(rows.Row(row), messages);
                result[row] = tree.Upward(messages, 0);
            }
        });
        return result;
    }

    public void Complete(StateTable rows, int first, int count, SplitRandom random)
    {
        var messages = new TreeMessages(tree);
        var hidden = new int[rows.Columns];
        var weights = new float[tree.States];
        for (var row = first; row < first + count; row++)
        {
            var cells = rows.Cells.AsSpan(row * rows.Columns, rows.Columns);
            tree.Observe(cells, messages);
            if (double.IsNegativeInfinity(tree.Upward(messages, 0))) Forget(cells, messages); // no such row: what is known of it tells nothing
            foreach (var i in tree.Tree.Order)
            {
                var parent = tree.Tree.Parents[i];
                messages.Below[i].AsSpan(0, tree.States).CopyTo(weights);
                for (var z = 0; parent >= 0 && z < weights.Length; z++) weights[z] *= tree.Transitions[i][hidden[parent] * tree.Lanes + z];
                hidden[i] = WeightedPick.Of(weights, random);
                var bins = tree.Layout.Bins[i];
                if (cells[i] < bins.States) continue;
                var left = new float[cells[i] == StateTable.Present(bins) ? bins.Bins : bins.States];
                for (var s = 0; s < left.Length; s++) left[s] = tree.Emissions[i][s * tree.Lanes + hidden[i]];
                cells[i] = (ushort)WeightedPick.Of(left, random);
            }
        }
    }

    private void Forget(ReadOnlySpan<ushort> row, TreeMessages messages)
    {
        var unknown = new ushort[row.Length];
        for (var i = 0; i < unknown.Length; i++) unknown[i] = (ushort)StateTable.Unknown(tree.Layout.Bins[i]);
        tree.Observe(unknown, messages);
        tree.Upward(messages, 0);
    }

    public void Save(ModelWriter writer)
    {
        writer.WriteArray<int>("parents", tree.Tree.Parents);
        writer.WriteArray<int>("order", tree.Tree.Order);
        writer.WriteArray<double>("root", Array.ConvertAll(tree.Root, x => (double)x));
        for (var i = 0; i < tree.Layout.Columns; i++)
        {
            var part = writer.Part(FormattableString.Invariant($"columns/{i}"));
            part.WriteArray<double>("emissions", Array.ConvertAll(tree.Emissions[i], x => (double)x), [tree.Emissions[i].Length / tree.Lanes, tree.Lanes]);
            part.WriteArray<double>("transitions", Array.ConvertAll(tree.Transitions[i], x => (double)x), [tree.Transitions[i].Length / tree.Lanes, tree.Lanes]);
        }
    }

    public static CircuitModel Load(StateLayout layout, ModelReader reader)
    {
        var n = layout.Columns;
        int[] parents = reader.Array<int>("parents", [n]), order = reader.Array<int>("order", [n]);
        var root = Array.ConvertAll(reader.Array<double>("root"), x => (float)x);
        var lanes = Learning.LaneSums.Padded(root.Length);
        var seen = new bool[n];
        for (var at = 0; at < n; at++)
        {
            var i = order[at];
            if (i < 0 || i >= n || seen[i] || (at == 0 ? parents[i] != -1 : parents[i] < 0 || parents[i] >= n || !seen[parents[i]]))
                throw new ModelFormatException("The circuit's tree is damaged.");
            seen[i] = true;
        }
        var (transitions, emissions) = (new float[n][], new float[n][]);
        for (var i = 0; i < n; i++)
        {
            var part = reader.Part(FormattableString.Invariant($"columns/{i}"));
            emissions[i] = Array.ConvertAll(part.Array<double>("emissions", [layout.Bins[i].States + StateTable.ExtraSlots, lanes]), x => (float)x);
            transitions[i] = Array.ConvertAll(part.Array<double>("transitions", [parents[i] < 0 ? 0 : lanes, lanes]), x => (float)x);
        }
        if (root.Length == 0 || root.Concat(emissions.SelectMany(x => x)).Concat(transitions.SelectMany(x => x)).Any(x => !(x is >= 0 and <= 1.001f)))
            throw new ModelFormatException("The circuit's parameters must be numbers of 0 to 1.");
        return new(new HiddenTree(layout, new(parents, order), root, transitions, emissions));
    }
}
