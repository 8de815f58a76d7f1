using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Sets of columns of one size, all of them or a draw.</summary>
internal static class ColumnCombinations
{
    /// <param name="columns">Number of columns.</param>
    /// <param name="size">Columns in a set, 1 to 3.</param>
    /// <param name="most">Most sets; more are drawn without replacement, in a few tries a set.</param>
    /// <param name="random">Where draws come from.</param>
    /// <returns>Ascending columns in ascending order; none when there are fewer columns than a set has.</returns>
    public static IReadOnlyList<int[]> Of(int columns, int size, int most, SplitRandom random)
    {
        var count = 1.0;
        for (var i = 0; i < size; i++) count = count * (columns - i) / (i + 1);
        if (columns < size) return [];
        return count <= most ? All(columns, size) : Drawn(columns, size, most, random);
    }

    private static List<int[]> All(int columns, int size)
    {
        var all = new List<int[]>();
        var chosen = new int[size];
        Choose(0, 0);
        return all;

        void Choose(int place, int from)
        {
            if (place == size)
            {
                all.Add([.. chosen]);
                return;
            }
            for (var column = from; column < columns; column++)
            {
                chosen[place] = column;
                Choose(place + 1, column + 1);
            }
        }
    }

    private static List<int[]> Drawn(int columns, int size, int most, SplitRandom random)
    {
        var drawn = new SortedDictionary<long, int[]>();
        while (drawn.Count < most)
        {
            var chosen = new int[size];
            for (var i = 0; i < size; i++) chosen[i] = random.NextBelow(columns);
            Array.Sort(chosen);
            var key = 0L;
            var distinct = true;
            for (var i = 0; i < size; i++) (key, distinct) = (key * columns + chosen[i], distinct && (i == 0 || chosen[i] != chosen[i - 1]));
            if (distinct) drawn.TryAdd(key, chosen);
        }
        return [.. drawn.Values];
    }
}
