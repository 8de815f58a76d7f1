using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>Inference in a <see cref="ProductMixture"/>.</summary>
internal sealed class MixtureModel(ProductMixture mixture) : IStateModel
{
    private readonly StateLayout _layout = mixture.Layout;

    public IStateSampler Given(float[]?[]? evidence) => new MixtureSampler(mixture, evidence);

    public double[] LogProbabilities(StateTable rows, CancellationToken cancellation)
    {
        var result = new double[rows.Rows];
        Parallel.For(0, (rows.Rows + 4095) / 4096, new() { CancellationToken = cancellation }, block =>
        {
            var offsets = new int[rows.Columns];
            var joint = new float[mixture.Lanes];
            for (var row = block * 4096; row < Math.Min(rows.Rows, (block + 1) * 4096); row++)
                result[row] = mixture.Responsibilities(rows.Row(row), offsets, joint, out _);
        });
        return result;
    }

    public void Complete(StateTable rows, int first, int count, SplitRandom random)
    {
        var offsets = new int[rows.Columns];
        var joint = new float[mixture.Lanes];
        for (var row = first; row < first + count; row++)
        {
            var cells = rows.Cells.AsSpan(row * rows.Columns, rows.Columns);
            mixture.Responsibilities(cells, offsets, joint, out _);
            var component = WeightedPick.Of(joint.AsSpan(0, mixture.Components), random);
            for (var i = 0; i < cells.Length; i++)
            {
                var bins = _layout.Bins[i];
                if (cells[i] < bins.States) continue;
                var left = mixture.Emissions.AsSpan(component * _layout.Slots + _layout.Starts[i], cells[i] == StateTable.Present(bins) ? bins.Bins : bins.States);
                cells[i] = (ushort)WeightedPick.Of(left, random);
            }
        }
    }

    public void Save(ModelWriter writer)
    {
        writer.WriteArray<double>("weights", Array.ConvertAll(mixture.Weights, x => (double)x));
        writer.WriteArray<double>("emissions", Array.ConvertAll(mixture.Emissions, x => (double)x), [mixture.Components, _layout.Slots]);
    }

    public static MixtureModel Load(StateLayout layout, ModelReader reader)
    {
        var weights = Array.ConvertAll(reader.Array<double>("weights"), x => (float)x);
        var emissions = Array.ConvertAll(reader.Array<double>("emissions", [weights.Length, layout.Slots]), x => (float)x);
        if (weights.Length == 0 || weights.Concat(emissions).Any(x => !(x is >= 0 and <= 1.001f)))
            throw new ModelFormatException("The mixture's weights and emissions must be numbers of 0 to 1.");
        return new(new ProductMixture(layout, weights, emissions));
    }
}
