using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Selection;

/// <summary>Fitted models with weights: every row comes from one of them.</summary>
/// <remarks>It is <see cref="IDensity"/> when all members are. Identifiers are those of the first member, which learnt the same columns as the others.</remarks>
public class EnsembleModel : IFittedGenerator, IIdentifying, IPersistable
{
    private const string WeightArray = "weights", MemberPart = "members";
    private readonly double[] _cumulative;

    private EnsembleModel(IReadOnlyList<IFittedGenerator> members, IReadOnlyList<double> weights, ModelOrigin origin)
    {
        (Members, Weights, Origin) = (members, weights, origin);
        _cumulative = new double[weights.Count];
        var sum = 0.0;
        for (var i = 0; i < _cumulative.Length; i++) _cumulative[i] = sum += weights[i];
        _cumulative[^1] = double.PositiveInfinity; // whatever rounding left of 1
    }

    /// <summary>The models, cheapest first.</summary>
    public IReadOnlyList<IFittedGenerator> Members { get; }

    /// <summary>Share of rows that each makes; above 0, sums to 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <inheritdoc/>
    public ModelOrigin Origin { get; }

    /// <inheritdoc/>
    public TableSchema Schema => Members[0].Schema;

    /// <inheritdoc/>
    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var draws = random.Split("members");
        var member = new int[rows];
        var counts = new int[Members.Count];
        for (var row = 0; row < rows; row++)
        {
            var at = draws.NextDouble();
            while (at >= _cumulative[member[row]]) member[row]++;
            counts[member[row]]++;
        }
        var next = new int[Members.Count];
        var parts = new List<DataFrame>();
        for (int i = 0, first = 0; i < counts.Length; first += counts[i++])
        {
            next[i] = first;
            if (counts[i] > 0) parts.Add(Members[i].SampleChunk(counts[i], random.Split("rows").Split((ulong)i)));
        }
        if (parts.Count == 1) return parts[0];
        var order = new int[rows];
        for (var row = 0; row < rows; row++) order[row] = next[member[row]]++;
        return DataFrame.Concatenate([.. parts]).Take(order);
    }

    /// <inheritdoc/>
    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => Members[0] is IIdentifying identifying ? identifying.Identify(chunk, firstRow, stream) : chunk;

    /// <inheritdoc/>
    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteArray<double>(WeightArray, [.. Weights]);
        for (var i = 0; i < Members.Count; i++) NestedModel.Save(Members[i], writer.Part(FormattableString.Invariant($"{MemberPart}/{i}")));
    }

    internal static EnsembleModel Of(IReadOnlyList<IFittedGenerator> members, IReadOnlyList<double> weights, ModelOrigin origin) => members.All(member => member is IDensity)
        ? new Dense(members, weights, origin)
        : new(members, weights, origin);

    internal static EnsembleModel Load(ModelReader reader)
    {
        var weights = reader.Array<double>(WeightArray);
        if (weights.Length is 0 or > 1000 || Array.Exists(weights, weight => weight is not (> 0 and <= 1)) || Math.Abs(weights.Sum() - 1) > 1e-9)
            throw new ModelFormatException("The weights of the members must lie above 0, sum to 1, and be 1 to 1000 in number.");
        var members = weights.Select((_, i) => NestedModel.Load(reader.Part(FormattableString.Invariant($"{MemberPart}/{i}")), Candidates.Catalog)).ToArray();
        var columns = members[0].Schema.Columns.Select(column => (column.Name, column.Kind)).ToArray();
        return members.All(member => member.Schema.Columns.Select(column => (column.Name, column.Kind)).SequenceEqual(columns))
            ? Of(members, weights, reader.Origin)
            : throw new ModelFormatException("The members have different columns.");
    }

    private sealed class Dense(IReadOnlyList<IFittedGenerator> members, IReadOnlyList<double> weights, ModelOrigin origin) : EnsembleModel(members, weights, origin), IDensity
    {
        public double[] LogDensity(DataFrame table, CancellationToken cancellation)
        {
            var densities = Members.Select(member => ((IDensity)member).LogDensity(table, cancellation)).ToArray();
            var mixed = new double[densities[0].Length];
            for (var row = 0; row < mixed.Length; row++)
            {
                var largest = double.NegativeInfinity;
                for (var i = 0; i < densities.Length; i++) largest = Math.Max(largest, densities[i][row]);
                var sum = 0.0;
                for (var i = 0; i < densities.Length; i++) sum += Weights[i] * PortableMath.Exp(double.IsInfinity(largest) ? 0 : densities[i][row] - largest);
                mixed[row] = double.IsInfinity(largest) ? largest : largest + PortableMath.Log(sum);
            }
            return mixed;
        }
    }
}
