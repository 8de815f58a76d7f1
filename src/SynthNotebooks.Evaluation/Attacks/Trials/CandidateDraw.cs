using SynthNotebooks.Contracts;

namespace SynthNotebooks.Evaluation.Attacks.Trials;

/// <summary>The candidates that an attack gets: records drawn at random, and the most isolated ones.</summary>
/// <param name="Rows">Of the pool, ascending.</param>
/// <param name="Member">Whether each is a member.</param>
/// <param name="Average">Positions among <paramref name="Rows"/> of those drawn at random.</param>
/// <param name="Worst">Positions of the most isolated.</param>
internal sealed record CandidateDraw(int[] Rows, bool[] Member, int[] Average, int[] Worst)
{
    /// <summary>What the attacker sees of them.</summary>
    public AttackInput Input { get; init; } = null!;

    /// <param name="member">Of the pool, whose order is random.</param>
    /// <param name="byIsolation">Rows of the pool, the most isolated first.</param>
    /// <param name="most">Candidates drawn at random, half of them members; 0 for all.</param>
    /// <param name="worstShare">Of the pool.</param>
    public static CandidateDraw Of(bool[] member, int[] byIsolation, int most, double worstShare)
    {
        var all = new int[member.Length];
        for (var row = 0; row < all.Length; row++) all[row] = row;
        var average = most == 0 || most >= all.Length ? all : First(all, member, most);
        var isolated = byIsolation[..Math.Max(1, (int)(byIsolation.Length * worstShare))];
        var worst = most == 0 ? isolated : First(isolated, member, most);
        int[] rows = [.. average.Union(worst)];
        Array.Sort(rows);
        return new(rows, Array.ConvertAll(rows, row => member[row]), Places(average), Places(worst));

        int[] Places(int[] chosen)
        {
            var places = Array.ConvertAll(chosen, row => Array.BinarySearch(rows, row));
            Array.Sort(places);
            return places;
        }
    }

    // The first members and as many others, in the order given.
    private static int[] First(int[] rows, bool[] member, int most)
    {
        var half = Math.Max(1, most / 2);
        return [.. rows.Where(row => member[row]).Take(half), .. rows.Where(row => !member[row]).Take(half)];
    }
}
