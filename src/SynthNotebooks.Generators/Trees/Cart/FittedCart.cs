using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>Trees in the order in which they make columns.</summary>
internal sealed class FittedCart(ModelOrigin origin, TableSchema schema, CodedTable table, CartStep[] steps) : ICompleting, IConditional, IImputer, IIdentifying, IPersistable
{
    private const string OrderName = "order";
    private readonly ConditionalWeakTable<Condition, Known> _known = []; // a condition comes once a chunk

    private readonly Lazy<CartCompletion> _completion = new(() => new CartCompletion(table, steps));

    public ModelOrigin Origin => origin;

    public TableSchema Schema => schema;

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var (states, places) = (new byte[table.Columns][], new double[table.Columns][]);
        for (var i = 0; i < states.Length; i++) (states[i], places[i]) = (new byte[rows], new double[rows]);
        Draw(0, states, places, random.Split("states"));
        return table.Decode(schema, states, places, random);
    }

    public bool CanCondition(Condition where) => Prefix(where) is not null;

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random)
    {
        var prefix = Prefix(where) ?? throw new FitException(
            "Sequential trees meet a condition exactly only on the columns that they make first; name them in the option 'first' when fitting, or sample by rejection.");
        if (prefix.IsEmpty) throw ConditionErrors.Impossible();
        var (states, places) = (new byte[table.Columns][], new double[table.Columns][]);
        for (var i = 0; i < states.Length; i++) (states[i], places[i]) = (new byte[rows], new double[rows]);
        var stream = random.Split("prefix");
        for (var row = 0; row < rows; row++)
        {
            var combination = prefix.Draw(stream.NextUInt64());
            for (var i = 0; i < prefix.Length; i++)
            {
                var (column, bins) = (steps[i].Column, table.Bins[steps[i].Column]);
                var state = states[column][row] = prefix.State(i, combination);
                var within = stream.NextDouble();
                if (state < bins.Bins) places[column][row] = prefix.Box(combination)[column] is { } set ? set.Values.Pick(bins.Interval(state), within) : bins.Interval(state).At(within);
            }
        }
        Draw(prefix.Length, states, places, random.Split("states"));
        return table.Decode(schema, states, places, random);
    }

    public IReadOnlyList<Marginal> Marginals => table.Marginals;

    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation) => _completion.Value.Draw(gaps, random, cancellation);

    public DataFrame Impute(DataFrame frame, SampleOptions options) => RowCompletion.Impute(this, frame, options);

    public DataFrame Redraw(DataFrame frame, IReadOnlyList<string> columns, SampleOptions options) => RowCompletion.Redraw(this, frame, columns, options);

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(table.Marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        table.Save(writer);
        writer.WriteArray<int>(OrderName, [.. steps.Select(step => step.Column)]);
        for (var i = 0; i < steps.Length; i++)
        {
            var part = writer.Part(FormattableString.Invariant($"trees/{i}"));
            TreeStore.Save(steps[i].Tree, part);
            TreeStore.Save(steps[i].Leaves, "leaves", part);
        }
    }

    public static FittedCart Load(ModelReader reader)
    {
        var table = CodedTable.Load(reader);
        var order = reader.Array<int>(OrderName, table.Columns);
        if (!order.Order().SequenceEqual(Enumerable.Range(0, table.Columns))) throw new ModelFormatException("The order of the model's columns does not name each once.");
        var steps = new CartStep[order.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var part = reader.Part(FormattableString.Invariant($"trees/{i}"));
            var before = order[..i];
            var tree = TreeStore.Load(part, column => before.Contains(column));
            steps[i] = new(order[i], tree, TreeStore.LoadDistributions(part, "leaves", tree, table.Bins[order[i]].States));
        }
        return new(reader.Origin, reader.Schema, table, steps);
    }

    // Column after column, so that one tree at a time is in the cache.
    private void Draw(int first, byte[][] states, double[][] places, SplitRandom random)
    {
        for (var i = first; i < steps.Length; i++)
        {
            var (column, tree, leaves) = steps[i];
            var stream = random.Split((ulong)column);
            var made = states[column];
            for (var row = 0; row < made.Length; row++) made[row] = leaves.Draw(tree.Leaf(states, row), stream);
            table.Place(column, made, places[column], stream);
        }
    }

    private CartPrefix? Prefix(Condition where)
    {
        ArgumentNullException.ThrowIfNull(where);
        return _known.GetValue(where, condition => new(ConditionBoxes.Of(condition, table.Scales) is { } boxes ? CartPrefix.Of(boxes, table, steps) : null)).Prefix;
    }

    private sealed record Known(CartPrefix? Prefix);
}
