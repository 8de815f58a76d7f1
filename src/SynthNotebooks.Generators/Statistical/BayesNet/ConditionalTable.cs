using SynthNotebooks.Contracts;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>The distribution of a column's states given those of its parents, one parent after the other. Immutable.</summary>
/// <remarks>
/// Table 0 is the marginal; each parent refines the tables before it, where enough records show how. A configuration that few or no records have is
/// told by fewer parents. Tables are pulled to the coarser ones they refine, see <see cref="BackoffStrength"/>.
/// </remarks>
internal sealed class ConditionalTable
{
    private readonly int[][] _next; // level, then table of the level before by state of the parent: the table, −1 where there is none
    private readonly int[] _first; // level: first of the tables before it

    /// <param name="states">Number of states of the column.</param>
    /// <param name="parents">Columns, the most telling first.</param>
    /// <param name="parentStates">Number of states of each.</param>
    /// <param name="next">[parents][tables before · states]: number of the finer table, or −1.</param>
    /// <param name="probabilities">[tables, states], row-major; each row sums to 1.</param>
    public ConditionalTable(int states, int[] parents, int[] parentStates, int[][] next, float[] probabilities)
    {
        (States, Parents, ParentStates, _next, Probabilities) = (states, parents, parentStates, next, probabilities);
        _first = new int[parents.Length];
        for (var level = 1; level < parents.Length; level++) _first[level] = _first[level - 1] + (level == 1 ? 1 : next[level - 2].Count(table => table >= 0));
    }

    public int States { get; }

    public int[] Parents { get; }

    public int[] ParentStates { get; }

    public float[] Probabilities { get; }

    public int Tables => Probabilities.Length / States;

    /// <summary>The finer table for a state of a parent; −1 when there is none.</summary>
    /// <param name="level">Number of the parent, from 0.</param>
    /// <param name="table">Table of the parents before it.</param>
    /// <param name="state">State of the parent.</param>
    public int Refined(int level, int table, int state) => _next[level][(table - _first[level]) * ParentStates[level] + state];

    /// <summary>The finest table for some states of all columns.</summary>
    public int Find(ReadOnlySpan<int> states)
    {
        var table = 0;
        for (var level = 0; level < Parents.Length; level++)
        {
            var finer = Refined(level, table, states[Parents[level]]);
            if (finer < 0) break;
            table = finer;
        }
        return table;
    }

    /// <summary>Learns the tables of a column.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="child">The column.</param>
    /// <param name="parents">Its parents, the most telling first.</param>
    /// <param name="fewest">Configurations that fewer records have get no table.</param>
    public static ConditionalTable Of(StateColumns data, int child, int[] parents, int fewest)
    {
        int[] states = data.Codes[child], at = new int[data.Rows];
        var r = data.States[child];
        var next = new int[parents.Length][];
        var probabilities = new List<double>(data.Shares[child]);
        double[] coarse = data.Shares[child], left = data.Shares[child];
        var before = 1;
        for (var level = 0; level < parents.Length; level++)
        {
            var parent = parents[level];
            var totals = new int[before * data.States[parent]];
            var keys = new int[data.Rows];
            for (var row = 0; row < keys.Length; row++)
            {
                keys[row] = at[row] < 0 ? -1 : at[row] * data.States[parent] + data.Codes[parent][row];
                if (keys[row] >= 0) totals[keys[row]]++;
            }
            next[level] = new int[totals.Length];
            var owners = new List<int>(); // key of each new table
            for (var key = 0; key < totals.Length; key++)
            {
                next[level][key] = totals[key] >= fewest && totals[key] > 0 ? owners.Count : -1;
                if (next[level][key] >= 0) owners.Add(key);
            }
            var counts = new int[owners.Count * r];
            for (var row = 0; row < keys.Length; row++)
            {
                at[row] = keys[row] < 0 ? -1 : next[level][keys[row]];
                if (at[row] >= 0) counts[at[row] * r + states[row]]++;
            }
            (coarse, left) = Refine(counts, r, [.. owners.Select(key => totals[key])], [.. owners.Select(key => key / data.States[parent])], coarse, left);
            var first = probabilities.Count / r;
            for (var key = 0; key < totals.Length; key++)
                if (next[level][key] >= 0) next[level][key] += first;
            probabilities.AddRange(coarse);
            before = owners.Count;
        }
        return new(r, parents, [.. parents.Select(parent => data.States[parent])], next, [.. probabilities.Select(p => (float)p)]);
    }

    public void Save(ModelWriter writer)
    {
        writer.WriteArray<int>("parents", Parents);
        for (var level = 0; level < Parents.Length; level++) writer.WriteArray<int>(FormattableString.Invariant($"next-{level}"), _next[level]);
        writer.WriteArray<double>("probabilities", Array.ConvertAll(Probabilities, p => (double)p), Tables, States);
    }

    public static ConditionalTable Load(ModelReader reader, int child, int[] states)
    {
        var parents = reader.Array<int>("parents");
        if (parents.Any(parent => parent < 0 || parent >= states.Length || parent == child)) throw Damaged(child);
        var probabilities = Array.ConvertAll(reader.Array<double>("probabilities"), p => (float)p);
        if (probabilities.Length < states[child] || probabilities.Length % states[child] != 0 || probabilities.Any(p => !(p is >= 0 and <= 1.001f))) throw Damaged(child);
        var next = new int[parents.Length][];
        int first = 0, before = 1;
        for (var level = 0; level < parents.Length; level++)
        {
            next[level] = reader.Array<int>(FormattableString.Invariant($"next-{level}"), before * states[parents[level]]);
            first += before;
            before = 0;
            foreach (var table in next[level])
                if (table >= 0 && table != first + before++) throw Damaged(child);
        }
        if (first + before != probabilities.Length / states[child]) throw Damaged(child);
        return new(states[child], parents, [.. parents.Select(parent => states[parent])], next, probabilities);
    }

    private static (double[] Fine, double[] Left) Refine(int[] counts, int states, int[] totals, int[] owners, double[] coarse, double[] left)
    {
        var (cells, cellTotals, coarser) = (new List<int>(), new List<int>(), new List<double>());
        for (var table = 0; table < totals.Length; table++)
        {
            for (var state = 0; state < states; state++)
            {
                if (counts[table * states + state] == 0) continue;
                cells.Add(counts[table * states + state]);
                cellTotals.Add(totals[table]);
                coarser.Add(left[owners[table] * states + state]);
            }
        }
        var (strength, _) = BackoffStrength.Best([.. cells], [.. cellTotals], [.. coarser]);
        var (fine, leftOut) = (new double[counts.Length], new double[counts.Length]);
        for (var table = 0; table < totals.Length; table++)
        {
            for (var state = 0; state < states; state++)
            {
                int cell = table * states + state, owner = owners[table] * states + state;
                fine[cell] = (counts[cell] + strength * coarse[owner]) / (totals[table] + strength);
                leftOut[cell] = counts[cell] == 0 ? fine[cell] : BackoffStrength.LeftOut(counts[cell], totals[table], left[owner], strength);
            }
        }
        return (fine, leftOut);
    }

    private static ModelFormatException Damaged(int child) => new($"The table of column {child} is damaged.");
}
