using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>Draws rows whose counts follow a tree distribution far closer than independent draws would: column by column, by systematic rounding.</summary>
/// <remarks>
/// <para>Rows stand in the order of the states that the column depends on. A column's states are halved again and again; at each halving the rows'
/// shares of the left half are summed up, and a row goes left where the sum passes a whole number, from one random start. So each row has exactly its
/// conditional distribution, and any run of rows gets its expected number of each half up to one row.</para>
/// <para>Cost: O(rows · (log rows + log states)) a column, and one pass over the clique's table. Source: Cox, JASA 82, 1987,
/// doi:10.1080/01621459.1987.10478456 (unbiased controlled rounding); Madow, Ann. Math. Statist. 20, 1949, doi:10.1214/aoms/1177729988.</para>
/// </remarks>
internal sealed class RoundedSampler
{
    private readonly JunctionTree _tree;
    private readonly Step[] _steps;

    public RoundedSampler(TreeDistribution distribution)
    {
        _tree = distribution.Tree;
        var steps = new List<Step>();
        for (var node = 0; node < _tree.Nodes.Length; node++)
        {
            var shape = _tree.Nodes[node].Shape;
            for (var axis = _tree.Nodes[node].Separator.Axes.Length; axis < shape.Axes.Length; axis++)
                steps.Add(Step.Of(shape, axis, distribution.Conditionals[node], _tree.Domain));
        }
        _steps = [.. steps];
    }

    // One column given those before it in its clique: for each of their states the sums of the column's probabilities up to each state.
    private sealed record Step(int[] Given, int[] GivenSizes, int Column, int States, double[] Cumulative)
    {
        public static Step Of(TableShape clique, int axis, double[] conditional, int[] domain)
        {
            var shape = new TableShape(clique.Axes[..(axis + 1)], domain);
            var cumulative = new double[shape.Cells];
            new TableProjection(clique, shape).Sum(conditional, cumulative);
            var states = shape.Sizes[axis];
            for (var start = 0; start < cumulative.Length; start += states)
                for (var state = 1; state < states; state++) cumulative[start + state] += cumulative[start + state - 1];
            return new(clique.Axes[..axis], clique.Sizes[..axis], clique.Axes[axis], states, cumulative);
        }

        // Probability mass of states from..to, both included, in the run of one given state.
        public double Mass(int run, int from, int to) => Cumulative[run * States + to] - (from == 0 ? 0 : Cumulative[run * States + from - 1]);
    }

    /// <summary>Draws the states of all columns.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="random">The only source of randomness.</param>
    /// <param name="cancellation">Looked at once a column.</param>
    /// <returns>For each column the state of each row; rows are in no order.</returns>
    public ushort[][] Draw(int rows, SplitRandom random, CancellationToken cancellation = default)
    {
        var states = new ushort[_tree.Domain.Length][];
        var (runs, order) = (new int[rows], new int[rows]);
        foreach (var step in _steps)
        {
            cancellation.ThrowIfCancellationRequested();
            var stream = random.Split((ulong)step.Column);
            Runs(step, states, runs);
            Order(runs, step.Cumulative.Length / step.States, order, stream.Split("order"));
            states[step.Column] = new ushort[rows];
            Halve(step, runs, order, 0, step.States - 1, states[step.Column], new int[rows], stream);
        }
        return states;
    }

    private static void Runs(Step step, ushort[][] states, int[] runs)
    {
        Array.Clear(runs);
        for (var i = 0; i < step.Given.Length; i++)
        {
            var (column, size) = (states[step.Given[i]], step.GivenSizes[i]);
            for (var row = 0; row < runs.Length; row++) runs[row] = runs[row] * size + column[row];
        }
    }

    // Rows by run, at random within one.
    private static void Order(int[] runs, int count, int[] order, SplitRandom random)
    {
        var starts = new int[count + 1];
        foreach (var run in runs) starts[run + 1]++;
        for (var run = 0; run < count; run++) starts[run + 1] += starts[run];
        var shuffled = new int[runs.Length];
        for (var row = 0; row < shuffled.Length; row++) shuffled[row] = row;
        random.Shuffle<int>(shuffled);
        foreach (var row in shuffled) order[starts[runs[row]]++] = row;
    }

    // Gives the rows, which all lie in states from..to, to one half of these or the other.
    private static void Halve(Step step, int[] runs, Span<int> rows, int from, int to, ushort[] states, int[] spare, SplitRandom random)
    {
        if (rows.Length == 0) return;
        if (from == to)
        {
            foreach (var row in rows) states[row] = (ushort)from;
            return;
        }
        var middle = (from + to) / 2;
        var sum = random.NextDouble();
        int left = 0, right = 0;
        foreach (var row in rows)
        {
            var (lower, whole) = (step.Mass(runs[row], from, middle), step.Mass(runs[row], from, to));
            var next = sum + (whole > 0 ? Math.Clamp(lower / whole, 0, 1) : 0);
            // No mass on one side must never be crossed by rounding.
            var goesLeft = lower > 0 && (lower >= whole || Math.Floor(next) > Math.Floor(sum));
            sum = next - Math.Floor(next);
            if (goesLeft) rows[left++] = row;
            else spare[right++] = row;
        }
        spare.AsSpan(0, right).CopyTo(rows[left..]);
        Halve(step, runs, rows[..left], from, middle, states, spare, random);
        Halve(step, runs, rows[left..], middle + 1, to, states, spare, random);
    }
}
