using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Conditional tables of all columns, and inference in them. Immutable.</summary>
internal sealed class BayesNetwork : IStateModel
{
    private const int BlockRows = 1024;
    private readonly double _mostCells;

    /// <param name="tables">One a column.</param>
    /// <param name="mostCells">Largest table that inference may need; trees may need larger ones.</param>
    /// <exception cref="ModelFormatException">A column is its own ancestor.</exception>
    public BayesNetwork(ConditionalTable[] tables, double mostCells)
    {
        (Tables, Order) = (tables, ParentsFirst(tables));
        _mostCells = tables.All(table => table.Parents.Length <= 1) ? double.PositiveInfinity : mostCells;
    }

    public ConditionalTable[] Tables { get; }

    /// <summary>Columns, each after its parents.</summary>
    public int[] Order { get; }

    public bool CanGive(float[]?[] evidence) => new Elimination(this, Elimination.Under(this, evidence)).MostCells <= _mostCells;

    public IStateSampler Given(float[]?[]? evidence) => evidence is null ? new AncestralSampler(this) : new EliminationSampler(this, evidence);

    public double[] LogProbabilities(StateTable rows, CancellationToken cancellation)
    {
        var result = new double[rows.Rows];
        Parallel.For(0, (rows.Rows + BlockRows - 1) / BlockRows, new() { CancellationToken = cancellation }, block =>
        {
            for (var row = block * BlockRows; row < Math.Min(rows.Rows, (block + 1) * BlockRows); row++)
            {
                if ((row & 63) == 0) cancellation.ThrowIfCancellationRequested();
                result[row] = LogProbability(rows, row);
            }
        });
        return result;
    }

    public void Complete(StateTable rows, int first, int count, SplitRandom random)
    {
        var states = new int[rows.Columns];
        for (var row = first; row < first + count; row++)
        {
            if (!HasUnknown(rows, row)) continue;
            var elimination = new Elimination(this, Elimination.Under(rows, row));
            elimination.Run();
            elimination.Draw(random, states);
            for (var i = 0; i < states.Length; i++) rows.Cells[row * states.Length + i] = (ushort)states[i];
        }
    }

    public void Save(ModelWriter writer)
    {
        for (var i = 0; i < Tables.Length; i++) Tables[i].Save(writer.Part(FormattableString.Invariant($"{i}")));
    }

    public static BayesNetwork Load(StateLayout layout, ModelReader reader, double mostCells)
    {
        int[] states = [.. layout.Bins.Select(bins => bins.States)];
        return new([.. states.Select((_, i) => ConditionalTable.Load(reader.Part(FormattableString.Invariant($"{i}")), i, states))], mostCells);
    }

    private double LogProbability(StateTable rows, int row)
    {
        if (HasUnknown(rows, row))
        {
            var elimination = new Elimination(this, Elimination.Under(rows, row));
            elimination.Run();
            return elimination.LogProbability;
        }
        var states = new int[rows.Columns];
        for (var i = 0; i < states.Length; i++) states[i] = rows.Row(row)[i];
        var sum = 0.0;
        for (var i = 0; i < states.Length; i++) sum += PortableMath.Log(Tables[i].Probabilities[Tables[i].Find(states) * Tables[i].States + states[i]]);
        return sum;
    }

    private bool HasUnknown(StateTable rows, int row)
    {
        var cells = rows.Row(row);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i] >= Tables[i].States) return true;
        return false;
    }

    private static int[] ParentsFirst(ConditionalTable[] tables)
    {
        var order = new List<int>(tables.Length);
        var placed = new bool[tables.Length];
        while (order.Count < tables.Length)
        {
            var before = order.Count;
            for (var i = 0; i < tables.Length; i++)
            {
                if (placed[i] || !Array.TrueForAll(tables[i].Parents, parent => placed[parent])) continue;
                placed[i] = true;
                order.Add(i);
            }
            if (order.Count == before) throw new ModelFormatException("The network has a circle: a column depends on itself.");
        }
        return [.. order];
    }
}
