using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Finds the parents of every column.</summary>
/// <remarks>
/// Greedy hill climbing from the Chow-Liu tree over adding, removing and turning edges; a column's parents are sought among those that tell most
/// about it. Networks that would need a table larger than allowed for exact inference are passed over. Sources: Heckerman, Geiger, Chickering, Machine
/// Learning 20, 1995, doi:10.1007/BF00994016; candidates after Friedman, Nachman, Pe'er, UAI 1999.
/// </remarks>
internal sealed class NetworkSearch
{
    private const int MostRows = 50_000, Candidates = 12;
    private readonly StateColumns _data;
    private readonly BayesNetOptions _options;
    private readonly FitContext _context;
    private readonly FamilyScore _score;
    private readonly double[,] _information;
    private readonly Dictionary<string, double> _scores = new(StringComparer.Ordinal);
    private readonly HashSet<Move> _tooLarge = [];
    private readonly List<int>[] _parents;

    private NetworkSearch(StateColumns data, BayesNetOptions options, FitContext context)
    {
        (_data, _options, _context) = (data, options, context);
        _score = new FamilyScore(data, options.Score);
        _information = ChowLiuTree.Information(data, context);
        _parents = [.. ChowLiuTree.Parents(_information).Select(parent => parent < 0 ? new List<int>() : [parent])];
    }

    private enum Change
    {
        Add,
        Remove,
        Turn,
    }

    private readonly record struct Move(Change Change, int Parent, int Child);

    /// <summary>The parents of each column, the most telling first; no column is its own ancestor.</summary>
    public static int[][] Parents(StateColumns data, BayesNetOptions options, FitContext context)
    {
        var search = new NetworkSearch(data.Thinned(MostRows), options, context);
        if (options.Structure == NetworkStructure.HillClimbing) search.Climb();
        return [.. search._parents.Select((parents, child) => search.Ordered(child, parents))];
    }

    private void Climb()
    {
        var least = PortableMath.Log(_data.Rows);
        for (var step = 0; Step(least); step++)
            _context.Progress?.Report(new(0.2 + 0.6 * step / (step + _data.Columns), $"{_parents.Sum(parents => parents.Count)} edges"));
    }

    private bool Step(double least)
    {
        var moves = Moves();
        Score(moves.SelectMany(Families).Concat(_parents.Select((parents, child) => (child, Ordered(child, parents)))));
        var gains = moves.Select(move => (Move: move, Gain: Gain(move))).Where(pair => pair.Gain > least).OrderByDescending(pair => pair.Gain);
        foreach (var (move, _) in gains) // equals keep the order of columns
        {
            Apply(move, _parents);
            if (!HasCycle(move) && IsSmall(move)) return true;
            Apply(Undone(move), _parents);
        }
        return false;
    }

    private List<Move> Moves()
    {
        var moves = new List<Move>();
        for (var child = 0; child < _parents.Length; child++)
        {
            foreach (var parent in Telling(child))
            {
                if (_parents[child].Contains(parent))
                {
                    moves.Add(new(Change.Remove, parent, child));
                    if (_parents[parent].Count < _options.MaxParents) moves.Add(new(Change.Turn, parent, child));
                }
                else if (_parents[child].Count < _options.MaxParents && !_parents[parent].Contains(child)) moves.Add(new(Change.Add, parent, child));
            }
        }
        moves.RemoveAll(_tooLarge.Contains);
        return moves;
    }

    private IEnumerable<int> Telling(int child) => Enumerable.Range(0, _parents.Length)
        .Where(other => other != child && (_information[other, child] > 0 || _parents[child].Contains(other)))
        .OrderByDescending(other => _information[other, child]).Take(Candidates).Union(_parents[child]);

    private IEnumerable<(int Child, int[] Parents)> Families(Move move)
    {
        yield return (move.Child, Ordered(move.Child, move.Change == Change.Add ? _parents[move.Child].Append(move.Parent) : _parents[move.Child].Where(parent => parent != move.Parent)));
        if (move.Change == Change.Turn) yield return (move.Parent, Ordered(move.Parent, _parents[move.Parent].Append(move.Child)));
    }

    private double Gain(Move move) => Families(move).Sum(family => _scores[Key(family.Child, family.Parents)] - _scores[Key(family.Child, Ordered(family.Child, _parents[family.Child]))]);

    private void Score(IEnumerable<(int Child, int[] Parents)> families)
    {
        var open = families.Where(family => !_scores.ContainsKey(Key(family.Child, family.Parents))).DistinctBy(family => Key(family.Child, family.Parents)).ToArray();
        var scores = new double[open.Length];
        TrainingTable.InParallel(open.Length, _context, i =>
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            scores[i] = _score.Of(open[i].Child, open[i].Parents);
        });
        for (var i = 0; i < open.Length; i++) _scores.Add(Key(open[i].Child, open[i].Parents), scores[i]);
    }

    private static Move Undone(Move move) => move.Change switch
    {
        Change.Add => move with { Change = Change.Remove },
        Change.Remove => move with { Change = Change.Add },
        _ => new(Change.Turn, move.Child, move.Parent),
    };

    private static void Apply(Move move, List<int>[] parents)
    {
        if (move.Change == Change.Add) parents[move.Child].Add(move.Parent);
        else parents[move.Child].Remove(move.Parent);
        if (move.Change == Change.Turn) parents[move.Parent].Add(move.Child);
    }

    // Whether the edge that a move brought closes a circle.
    private bool HasCycle(Move move)
    {
        if (move.Change == Change.Remove) return false;
        var (from, to) = move.Change == Change.Add ? (move.Parent, move.Child) : (move.Child, move.Parent);
        var (open, seen) = (new Stack<int>([from]), new HashSet<int>());
        while (open.TryPop(out var column))
        {
            if (column == to) return true;
            if (!seen.Add(column)) continue;
            foreach (var parent in _parents[column]) open.Push(parent);
        }
        return false;
    }

    private bool IsSmall(Move move)
    {
        if (move.Change == Change.Remove) return true;
        var (_, cells) = EliminationOrder.Of(_parents.Select((parents, child) => (int[])[child, .. parents]), _data.States);
        if (cells <= _options.CliqueCells) return true;
        _tooLarge.Add(move); // more edges will not make it smaller
        return false;
    }

    private int[] Ordered(int child, IEnumerable<int> parents) => [.. parents.OrderByDescending(parent => _information[parent, child]).ThenBy(parent => parent)];

    private static string Key(int child, int[] parents) => FormattableString.Invariant($"{child}:{string.Join(',', parents)}");
}
