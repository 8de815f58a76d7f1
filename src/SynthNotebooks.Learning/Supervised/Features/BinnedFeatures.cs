namespace SynthNotebooks.Learning;

/// <summary>How every column of a training table is cut for trees; encodes other tables alike. Immutable.</summary>
public sealed class BinnedFeatures
{
    private readonly FeatureTable _training;
    private readonly FeatureBins[] _bins;

    private BinnedFeatures(FeatureTable training, FeatureBins[] bins) => (_training, _bins) = (training, bins);

    /// <summary>Number of columns.</summary>
    public int Columns => _bins.Length;

    internal FeatureTable Training => _training;

    internal IReadOnlyList<FeatureBins> Bins => _bins;

    internal static BinnedFeatures Of(FeatureTable empty, FeatureBins[] bins) => new(empty, bins);

    /// <summary>Cuts every column.</summary>
    /// <param name="training">The training table.</param>
    /// <param name="mostBins">2 to <see cref="FeatureBins.MostBins"/>.</param>
    /// <param name="context">Threads and cancellation.</param>
    public static BinnedFeatures Of(FeatureTable training, int mostBins, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(context);
        var bins = new FeatureBins[training.Columns.Count];
        Parallel.For(0, bins.Length, context.Parallelism, i => bins[i] = FeatureBins.Of(training.Columns[i], mostBins));
        return new(training.Take([]), bins);
    }

    /// <summary>The states of each column.</summary>
    public CodedColumn[] Encode(FeatureTable table, TrainingContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        _training.RequireSameColumns(table);
        var coded = new CodedColumn[_bins.Length];
        Parallel.For(0, coded.Length, context.Parallelism, i => coded[i] = _bins[i].Encode(table.Columns[i]));
        return coded;
    }

    /// <summary>The states row by row: [rows, columns], so that one row lies together.</summary>
    public byte[] EncodeRows(FeatureTable table, TrainingContext context)
    {
        var coded = Encode(table, context);
        var rows = new byte[(long)table.Rows * coded.Length];
        for (var column = 0; column < coded.Length; column++)
        {
            var codes = coded[column].Codes;
            for (int row = 0, at = column; row < codes.Length; row++, at += coded.Length) rows[at] = codes[row];
        }
        return rows;
    }
}
