using System.Runtime.InteropServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Selection;

/// <summary>Saves and opens filtered models; the model inside is a file within the file.</summary>
[ModelWrapper(Id)]
public sealed class FilteredModelStore : IModelWrapper
{
    private const string Id = "filter";

    /// <inheritdoc/>
    public IFittedGenerator Load(ModelReader reader, Func<byte[], IFittedGenerator> open)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(open);
        var names = reader.Texts("names");
        var numbers = reader.Array<byte>("numbers", names.Count);
        var encoder = FeatureEncoder.Of(names, [.. names.Select((_, i) => numbers[i] != 0 ? null : reader.Texts(FormattableString.Invariant($"categories/{i}")))]);
        var trees = new BoostedTrees[reader.Integer("discriminators", 1, 10)];
        for (var i = 0; i < trees.Length; i++) trees[i] = LoadTrees(reader.Part(FormattableString.Invariant($"discriminators/{i}")), names, encoder.Categories);
        var ratio = new DensityRatio(encoder, trees, reader.Real("slope", 0, 1), reader.Real("shift", -1000, 1000));
        return new FilteredModel(open(reader.Array<byte>("inner")), ratio, reader.Real("strength", 1e-6, 1), reader.Real("bound", 0, 10), reader.Real("certain", -10, 10), reader.Real("acceptance", 1e-9, 1));
    }

    internal static void Save(FilteredModel model, DensityRatio ratio, double bound, double certain, ModelWriter writer)
    {
        writer.Write(ModelArchive.WrapperName, Id);
        var (names, categories) = (ratio.Encoder.Names, ratio.Encoder.Categories);
        writer.WriteTexts("names", names);
        writer.WriteArray<byte>("numbers", [.. categories.Select(column => (byte)(column is null ? 1 : 0))]);
        for (var i = 0; i < names.Count; i++)
            if (categories[i] is { } texts) writer.WriteTexts(FormattableString.Invariant($"categories/{i}"), texts);
        writer.Write("discriminators", (long)ratio.Discriminators.Count);
        for (var i = 0; i < ratio.Discriminators.Count; i++) SaveTrees(ratio.Discriminators[i].ToArrays(), writer.Part(FormattableString.Invariant($"discriminators/{i}")));
        writer.Write("slope", ratio.Slope);
        writer.Write("shift", ratio.Shift);
        writer.Write("strength", model.Strength);
        writer.Write("bound", bound);
        writer.Write("certain", certain);
        writer.Write("acceptance", model.AcceptanceRate);
        using var inner = new MemoryStream();
        ModelArchive.Save(model.Inner, inner);
        writer.WriteArray<byte>("inner", inner.ToArray());
    }

    // All trees behind one another, so that a model of hundreds of them has few arrays.
    private static void SaveTrees(BoostedTreeArrays arrays, ModelWriter writer)
    {
        writer.WriteArray<int>("levels", arrays.Levels);
        writer.WriteArray<int>("bins", arrays.Bins);
        writer.WriteArray<int>("cut-counts", [.. arrays.Cuts.Select(cuts => cuts.Length)]);
        writer.WriteArray<double>("cuts", [.. arrays.Cuts.SelectMany(cuts => cuts)]);
        writer.WriteArray<int>("states-of-codes", [.. arrays.StatesOfCodes.SelectMany(states => states)]);
        writer.WriteArray<double>("start", arrays.Start);
        writer.WriteArray<double>("importances", arrays.Importances);
        writer.WriteArray<int>("nodes", [.. arrays.Trees.Select(tree => tree.Tree.Nodes)]);
        writer.WriteArray<int>("columns", [.. arrays.Trees.SelectMany(tree => tree.Tree.Columns.ToArray())]);
        writer.WriteArray<int>("children", [.. arrays.Trees.SelectMany(tree => tree.Tree.Children.ToArray())]);
        writer.WriteArray<long>("left-states", [.. arrays.Trees.SelectMany(tree => MemoryMarshal.Cast<ulong, long>(tree.Tree.LeftStates).ToArray())]);
        writer.WriteArray<int>("starts", [.. arrays.Trees.SelectMany(tree => tree.Tree.Starts.ToArray())]);
        writer.WriteArray<int>("counts", [.. arrays.Trees.SelectMany(tree => tree.Tree.Counts.ToArray())]);
        writer.WriteArray<double>("values", [.. arrays.Trees.SelectMany(tree => tree.Values)]);
    }

    private static BoostedTrees LoadTrees(ModelReader reader, IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<string>?> categories)
    {
        var levels = reader.Array<int>("levels", names.Count);
        for (var i = 0; i < levels.Length; i++)
            if (levels[i] != (categories[i]?.Count + 1 ?? 0)) throw new ModelFormatException($"The filter's trees do not fit the categories of column '{names[i]}'.");
        int[] cutCounts = reader.Array<int>("cut-counts", names.Count), nodes = reader.Array<int>("nodes");
        var (cuts, states) = (new Run<double>(reader.Array<double>("cuts")), new Run<int>(reader.Array<int>("states-of-codes")));
        Run<int> columns = new(reader.Array<int>("columns")), children = new(reader.Array<int>("children")), starts = new(reader.Array<int>("starts")), counts = new(reader.Array<int>("counts"));
        var (left, values) = (new Run<long>(reader.Array<long>("left-states")), new Run<double>(reader.Array<double>("values")));
        return BoostedTrees.FromArrays(new()
        {
            Names = names,
            Levels = levels,
            Bins = reader.Array<int>("bins", names.Count),
            Cuts = [.. cutCounts.Select(cuts.Next)],
            StatesOfCodes = [.. levels.Select(count => states.Next(count == 0 ? 0 : count + 1))],
            Start = reader.Array<double>("start", 1),
            Classes = 2,
            Importances = reader.Array<double>("importances", names.Count),
            Trees = [.. nodes.Select(count => (
                new PartitionTree(columns.Next(count), children.Next(count), MemoryMarshal.Cast<long, ulong>(left.Next(checked(4 * count))).ToArray(), starts.Next(count), counts.Next(count)), values.Next(count)))],
        });
    }

    private sealed class Run<T>(T[] all)
    {
        private int _at;

        public T[] Next(int count) => count >= 0 && count <= all.Length - _at ? all[_at..(_at += count)] : throw new ModelFormatException("The filter's trees are cut off.");
    }
}
