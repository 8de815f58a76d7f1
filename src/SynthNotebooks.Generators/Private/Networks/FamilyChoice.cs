namespace SynthNotebooks.Generators.Private;

/// <summary>Chooses for one column after the other which of those placed before are its parents.</summary>
/// <remarks>
/// A family's score is half the L1 distance of its counts from what it would be if the column did not depend on its parents, less what noise would make of it.
/// One record moves the counts by 1 and, through the parents' counts, the other side by 1: the score by at most 1.
/// </remarks>
internal sealed class FamilyChoice(PrivateSession session, TreeDistribution independent, PrivBayesOptions options)
{
    private readonly int[] _domain = session.Domain;
    private readonly MarginalQueries _singles = new(independent);

    /// <summary>Families of all columns but the first.</summary>
    /// <param name="rho">What all choices together may use.</param>
    /// <param name="measuring">What measuring the families will use; decides how much noise a large family has.</param>
    public List<AttributeSet> Choose(double rho, double measuring)
    {
        var steps = _domain.Length - 1;
        var epsilon = Math.Sqrt(8 * rho / steps);
        var perCell = Math.Sqrt(2 / Math.PI * steps / (2 * measuring));
        var placed = new List<int> { 0 };
        var families = new List<AttributeSet>();
        while (placed.Count < _domain.Length)
        {
            session.Context.Cancellation.ThrowIfCancellationRequested();
            var open = Open(placed, families);
            if (open.Count == 0)
            {
                placed.Add(Enumerable.Range(0, _domain.Length).First(column => !placed.Contains(column))); // without parents, and at no cost: nothing is within the limit
                continue;
            }
            var scores = new double[open.Count];
            Statistical.TrainingTable.InParallel(open.Count, session.Context, i => scores[i] = Score(open[i].Column, open[i].Parents) - perCell / 2 * TableShape.CellsOf(open[i].Parents, _domain) * _domain[open[i].Column]);
            var (column, parents) = open[session.Reading.Choose(scores, epsilon, independent.Total)];
            placed.Add(column);
            families.Add(parents.Union(AttributeSet.Of(column)));
        }
        return families;
    }

    // Those with which the model stays within its limit, whatever is joined by constraints.
    private List<(int Column, AttributeSet Parents)> Open(List<int> placed, List<AttributeSet> families)
    {
        var open = new List<(int Column, AttributeSet Parents)>();
        var sets = Workload.All(placed.Count, options.Parents) is var largest && placed.Count > 1 ? Closure(largest, placed) : [AttributeSet.Of(placed[0])];
        for (var column = 0; column < _domain.Length; column++)
        {
            if (placed.Contains(column)) continue;
            foreach (var parents in sets)
                if (session.Size.Fits([.. families, parents.Union(AttributeSet.Of(column))])) open.Add((column, parents));
        }
        return open;
    }

    private static List<AttributeSet> Closure(Workload positions, List<int> placed) =>
        [.. positions.Candidates().Select(candidate => AttributeSet.Of([.. candidate.Columns.Members.ToArray().Select(position => placed[position])]))];

    private double Score(int column, AttributeSet parents)
    {
        var family = parents.Union(AttributeSet.Of(column));
        long[] counts = session.Reading.Table.Counts(family), given = session.Reading.Table.Counts(parents);
        var share = _singles.Marginal(AttributeSet.Of(column));
        var shape = TableShape.Of(family, _domain);
        var (toParents, toColumn) = (shape.StridesIn(TableShape.Of(parents, _domain)), shape.StridesIn(TableShape.Of(AttributeSet.Of(column), _domain)));
        var digits = new int[shape.Axes.Length];
        var sum = 0.0;
        foreach (var count in counts)
        {
            int parent = 0, own = 0;
            for (var axis = 0; axis < digits.Length; axis++) (parent, own) = (parent + digits[axis] * toParents[axis], own + digits[axis] * toColumn[axis]);
            sum += Math.Abs(count - share[own] * given[parent]);
            for (var axis = digits.Length - 1; axis >= 0 && ++digits[axis] == shape.Sizes[axis]; axis--) digits[axis] = 0;
        }
        return sum / 2;
    }
}
