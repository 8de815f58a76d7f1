namespace SynthNotebooks.Learning;

/// <summary>A model of boosted trees taken apart into plain arrays, to be written to a file and read back.</summary>
/// <remarks>Lists by column have one item a feature; by raw score there is one for two classes or numbers, else one a class.</remarks>
public sealed record BoostedTreeArrays
{
    /// <summary>Names of the features.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>By column the number of codes of categories; 0 for numbers.</summary>
    public required int[] Levels { get; init; }

    /// <summary>By column the number of bins, 1 to 255.</summary>
    public required int[] Bins { get; init; }

    /// <summary>By column where numbers are cut, ascending; empty for categories.</summary>
    public required IReadOnlyList<double[]> Cuts { get; init; }

    /// <summary>By column the bin of each code of a category, missing first; empty for numbers.</summary>
    public required IReadOnlyList<int[]> StatesOfCodes { get; init; }

    /// <summary>The raw scores before the first tree.</summary>
    public required double[] Start { get; init; }

    /// <summary>Number of classes; 0 when numbers are predicted.</summary>
    public required int Classes { get; init; }

    /// <summary>By column the share of gain.</summary>
    public required double[] Importances { get; init; }

    /// <summary>By round and then by raw score: splits, and what is added in each node.</summary>
    public required IReadOnlyList<(PartitionTree Tree, double[] Values)> Trees { get; init; }

    internal void Validate()
    {
        var columns = Names.Count;
        if (columns == 0 || Levels.Length != columns || Bins.Length != columns || Cuts.Count != columns || StatesOfCodes.Count != columns || Importances.Length != columns)
            throw new ArgumentException($"Boosted trees over {columns} columns need arrays of as many items.");
        for (var i = 0; i < columns; i++)
            if (Levels[i] < 0 || StatesOfCodes[i].Length != (Levels[i] == 0 ? 0 : Levels[i] + 1)) throw new ArgumentException($"Column '{Names[i]}' has {Levels[i]} codes, but bins of {StatesOfCodes[i].Length}.");
        if (Classes is < 0 or 1 || Start.Length != (Classes > 2 ? Classes : 1) || Trees.Count % Start.Length != 0 || !Array.TrueForAll(Start, double.IsFinite))
            throw new ArgumentException($"Boosted trees of {Classes} classes cannot have {Start.Length} starts and {Trees.Count} trees.");
        foreach (var (tree, values) in Trees)
        {
            if (values.Length != tree.Nodes || !Array.TrueForAll(values, double.IsFinite)) throw new ArgumentException($"A tree of {tree.Nodes} nodes needs as many finite values.");
            for (var node = 0; node < tree.Nodes; node++)
                if (!tree.IsLeaf(node) && (uint)tree.Columns[node] >= (uint)columns) throw new ArgumentException($"A tree splits on column {tree.Columns[node]} of {columns}.");
        }
    }
}
