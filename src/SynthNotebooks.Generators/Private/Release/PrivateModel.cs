using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Private;

/// <summary>A model made of noisy measurements alone: whatever is sampled from it costs no more privacy.</summary>
/// <remarks>
/// A whole sample is rounded as one, so that its counts follow the model as closely as counts can; a chunk on its own is rounded by itself. Samples of more
/// than a million rows are rounded a million at a time.
/// </remarks>
internal sealed class PrivateModel : IFittedGenerator, IConditional, IImputer, IDensity, IMeasured, IPersistable, IPrivateRelease, IConstrained
{
    private const string ConstraintsName = "constraints";
    private const int RoundedTogether = 128 * ChunkedSampling.ChunkRows;
    private readonly FittedStateModel _inner;
    private readonly ReleaseRecord _release;

    public PrivateModel(ModelOrigin origin, TableSchema schema, StateLayout layout, JunctionTreeModel model, ReleaseRecord release, ConstraintSet constraints)
    {
        (Constraints, Handling) = (constraints, [.. constraints.Constraints.Select(PublicConstraints.Handling)]);
        (_inner, _release, Distribution) = (new(origin, schema, layout, model), release, model.Distribution);
        Measurements = new MeasurementList(release);
    }

    public ModelOrigin Origin => _inner.Origin;

    public TableSchema Schema => _inner.Schema;

    public TreeDistribution Distribution { get; }

    public string Claim => _release.Claim;

    public bool IsPrivate => !_release.Claim.StartsWith("NON-PRIVATE", StringComparison.Ordinal);

    public double Rho => _release.Rho;

    public ConstraintSet Constraints { get; }

    public IReadOnlyList<ConstraintHandling> Handling { get; }

    /// <summary>Nothing is left out or thrown away, and training rows were not counted.</summary>
    public ConstraintCost Cost { get; } = new(0, 0, 0, 0);

    public double Total => Math.Max(1, Math.Round(Distribution.Total));

    public IReadOnlyList<(string Name, double Value)> Measurements { get; }

    /// <summary>Cells of given states.</summary>
    public DataFrame Decode(ushort[][] states, SplitRandom random) => _inner.Decode(states, random);

    public DataFrame SampleChunk(int rows, SplitRandom random) => _inner.SampleChunk(rows, random);

    public DataFrame Sample(int rows, SampleOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (rows == 0) return _inner.SampleChunk(1, new SplitRandom(options.Seed)).Slice(0, 0).WithOrigin(DataOrigin.Synthetic);
        return DataFrame.Concatenate([.. Parts(rows, options)]);
    }

    public IEnumerable<DataFrame> Stream(long rows, SampleOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return Chunks(rows, options ?? new());
    }

    public bool CanCondition(Condition where) => _inner.CanCondition(where);

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random) => _inner.SampleChunk(rows, where, random);

    public DataFrame Impute(DataFrame table, SampleOptions options) => _inner.Impute(table, options);

    public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => _inner.Redraw(table, columns, options);

    public double[] LogDensity(DataFrame table, CancellationToken cancellation) => _inner.LogDensity(table, cancellation);

    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _inner.Save(writer);
        _release.Save(writer.Part("release"));
        if (!Constraints.IsEmpty) writer.Write(ConstraintsName, Constraints.ToJson());
    }

    /// <summary>Reads a model back.</summary>
    public static PrivateModel Load(ModelReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var layout = FittedStateModel.LoadLayout(reader);
        var constraints = reader.HasText(ConstraintsName) ? ConstraintSet.FromJson(reader.Text(ConstraintsName), reader.Schema) : ConstraintSet.Empty;
        return new(reader.Origin, reader.Schema, layout, JunctionTreeModel.Load(layout, reader.Part("states")), ReleaseRecord.Load(reader.Part("release")), constraints);
    }

    private IEnumerable<DataFrame> Chunks(long rows, SampleOptions options)
    {
        foreach (var part in Parts(rows, options))
        {
            for (var first = 0; first < part.Rows.Count; first += ChunkedSampling.ChunkRows)
                yield return part.Slice(first, (int)Math.Min(ChunkedSampling.ChunkRows, part.Rows.Count - first));
        }
    }

    private IEnumerable<DataFrame> Parts(long rows, SampleOptions options)
    {
        var random = new SplitRandom(options.Seed).Split("sample");
        for (long first = 0; first < rows; first += RoundedTogether)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            var count = (int)Math.Min(RoundedTogether, rows - first);
            yield return _inner.SampleChunk(count, random.Split((ulong)(first / RoundedTogether))).WithOrigin(DataOrigin.Synthetic);
            options.Progress?.Report(new((double)(first + count) / rows, "sampling"));
        }
    }

    // Names are made when they are asked for: there may be a million.
    private sealed class MeasurementList : IReadOnlyList<(string Name, double Value)>
    {
        private readonly ReleaseRecord _release;
        private readonly int[] _starts;

        public MeasurementList(ReleaseRecord release)
        {
            (_release, _starts) = (release, new int[release.Lengths.Length]);
            for (var i = 1; i < _starts.Length; i++) _starts[i] = _starts[i - 1] + release.Lengths[i - 1];
        }

        public int Count => _release.Values.Length;

        public (string Name, double Value) this[int index]
        {
            get
            {
                var found = Array.BinarySearch(_starts, index);
                var marginal = found >= 0 ? found : ~found - 1;
                return (FormattableString.Invariant($"{_release.Names[marginal]} [{index - _starts[marginal]}]"), _release.Values[index]);
            }
        }

        public IEnumerator<(string Name, double Value)> GetEnumerator()
        {
            for (var i = 0; i < Count; i++) yield return this[i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
