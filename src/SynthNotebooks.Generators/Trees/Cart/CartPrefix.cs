using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>The columns made first, as a list of their joint states under a condition. Immutable.</summary>
/// <remarks>
/// Trees cannot be run backwards, but a few columns of few states can be listed: every combination with its probability. So a condition on the columns made
/// first is met exactly.
/// </remarks>
internal sealed class CartPrefix
{
    private const int MostCombinations = 65_536, MostVisits = 1_000_000;
    private readonly byte[][] _combinations; // column of the prefix by combination
    private readonly int[] _boxes;
    private readonly AliasTables _choice;

    private CartPrefix(int length, List<(byte[] States, int Box, double Weight)> found, IReadOnlyList<ColumnSet?[]> boxes)
    {
        (Length, Boxes) = (length, boxes);
        _boxes = [.. found.Select(combination => combination.Box)];
        _combinations = [.. Enumerable.Range(0, length).Select(i => found.Select(combination => combination.States[i]).ToArray())];
        _choice = new AliasTables(1, Math.Max(1, found.Count));
        if (found.Count > 0) _choice.Set(0, [.. found.Select(combination => (float)combination.Weight)]);
    }

    /// <summary>Number of columns, in the order in which they are made.</summary>
    public int Length { get; }

    /// <summary>The condition.</summary>
    public IReadOnlyList<ColumnSet?[]> Boxes { get; }

    /// <summary>Whether nothing meets the condition.</summary>
    public bool IsEmpty => _boxes.Length == 0;

    /// <summary>Draws a combination, if there is one: its number, from which <see cref="State"/> and <see cref="Box"/> follow.</summary>
    public int Draw(ulong bits) => _choice.Draw(0, bits);

    /// <summary>State of a column, counted in the order in which they are made.</summary>
    public byte State(int place, int combination) => _combinations[place][combination];

    /// <summary>The box that a combination lies in.</summary>
    public ColumnSet?[] Box(int combination) => Boxes[_boxes[combination]];

    /// <summary>Lists the combinations; null when there are too many.</summary>
    public static CartPrefix? Of(IReadOnlyList<ColumnSet?[]> boxes, CodedTable table, CartStep[] steps)
    {
        var length = Reach(boxes, steps);
        var found = new List<(byte[], int, double)>();
        var visits = 0;
        var probabilities = new float[length][];
        for (var i = 0; i < length; i++) probabilities[i] = steps[i].Leaves.Probabilities(table.Bins[steps[i].Column].States);
        for (var box = 0; box < boxes.Count; box++)
        {
            var row = new byte[table.Columns][];
            for (var i = 0; i < row.Length; i++) row[i] = new byte[1];
            if (!List(0, 1, box, row)) return null;
        }
        return new(length, found, boxes);

        bool List(int place, double weight, int box, byte[][] row)
        {
            if (place == length)
            {
                found.Add(([.. steps.Take(length).Select(step => row[step.Column][0])], box, weight));
                return found.Count <= MostCombinations;
            }
            var (column, tree, _) = steps[place];
            var bins = table.Bins[column];
            var at = tree.Leaf(row, 0) * bins.States;
            for (var state = 0; state < bins.States; state++)
            {
                var next = weight * probabilities[place][at + state] * Left(boxes[box][column], bins, state);
                if (!(next > 0)) continue;
                if (++visits > MostVisits) return false;
                row[column][0] = (byte)state;
                if (!List(place + 1, next, box, row)) return false;
            }
            return true;
        }
    }

    // Columns up to the last one that is restricted.
    private static int Reach(IReadOnlyList<ColumnSet?[]> boxes, CartStep[] steps)
    {
        for (var length = steps.Length; length > 0; length--)
            if (boxes.Any(box => box[steps[length - 1].Column] is not null)) return length;
        return 0;
    }

    // Share of a state's cells that are left.
    private static double Left(ColumnSet? set, ColumnBins bins, int state) => set is null ? 1
        : state == bins.MissingState ? set.Missing ? 1 : 0
        : set.Values.Width(bins.Interval(state)) / bins.Interval(state).Width;
}
