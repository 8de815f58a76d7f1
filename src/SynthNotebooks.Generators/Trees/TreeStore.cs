using System.Runtime.InteropServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Writes trees into model files and reads them back.</summary>
internal static class TreeStore
{
    public static void Save(PartitionTree tree, ModelWriter writer)
    {
        writer.WriteArray("columns", tree.Columns);
        writer.WriteArray("children", tree.Children);
        writer.WriteArray("left-states", MemoryMarshal.Cast<ulong, long>(tree.LeftStates), tree.Nodes, 4);
        writer.WriteArray("starts", tree.Starts);
        writer.WriteArray("counts", tree.Counts);
    }

    /// <param name="reader">Part of the model.</param>
    /// <param name="mayUse">Whether a column may be split on.</param>
    public static PartitionTree Load(ModelReader reader, Func<int, bool> mayUse)
    {
        var columns = reader.Array<int>("columns");
        var nodes = columns.Length;
        var children = reader.Array<int>("children", nodes);
        for (var node = 0; node < nodes; node++)
            if (children[node] != 0 && !mayUse(columns[node])) throw new ModelFormatException($"A tree of the model splits on column {columns[node]}, which it cannot know.");
        var left = MemoryMarshal.Cast<long, ulong>(reader.Array<long>("left-states", nodes, 4)).ToArray();
        return new(columns, children, left, reader.Array<int>("starts", nodes), reader.Array<int>("counts", nodes));
    }

    public static void Save(ShrunkDistributions distributions, string name, ModelWriter writer)
    {
        writer.WriteArray(name, distributions.States);
        writer.Write($"{name}-pull", distributions.Pull);
    }

    public static ShrunkDistributions LoadDistributions(ModelReader reader, string name, PartitionTree tree, int states)
    {
        var array = reader.Array<byte>(name, tree.Counts[0]);
        foreach (var state in array)
            if (state >= states) throw new ModelFormatException($"A leaf of the model holds state {state} of a column with {states} states.");
        return new(tree, array, reader.Real($"{name}-pull", 0, 1e12));
    }
}
