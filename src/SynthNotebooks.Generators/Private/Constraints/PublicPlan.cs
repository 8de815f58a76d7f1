using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Private;

/// <summary>All that can be known of a private fit before it is paid for: the domains, and the combinations that constraints rule out. Making one checks that the fit can be made.</summary>
/// <param name="Constraints">As declared, for the columns as they will be sampled.</param>
/// <param name="Domains">As declared, narrowed by ranges.</param>
/// <param name="Columns">The domains in states; a range that is cut with budget is one state here.</param>
/// <param name="Zeros">Of these states.</param>
internal sealed record PublicPlan(ConstraintSet Constraints, ColumnDomain[] Domains, ColumnStates[] Columns, IReadOnlyList<LogPotential> Zeros)
{
    /// <exception cref="FitException">The constraints join columns to tables beyond the limit, or leave no possible row.</exception>
    public static PublicPlan Of(ConstraintSet constraints, ColumnDomain[] domains, PrivacyOptions options)
    {
        if (constraints.IsEmpty) return new(constraints, domains, [], []);
        var resolved = PublicConstraints.Resolved(constraints);
        ConstraintSize.Check(constraints, domains, options.ModelMegabytes);
        ColumnStates[] columns = [.. domains.Select(domain => domain is RangeDomain range && MustBeCut(range, options, resolved) ? ColumnStates.Of(range, [range.Low]) : ColumnStates.Of(domain, resolved.Contains(domain.Name)))];
        constraints = AsSampled(constraints, new([.. columns.Select(column => column.Schema(0))]));
        var zeros = PublicConstraints.Zeros(constraints, columns);
        RequirePossible([.. columns.Select(column => column.Count)], zeros);
        return new(constraints, domains, columns, zeros);
    }

    /// <summary>Whether a domain is a range without declared bins, of more values than there may be bins, that no constraint needs to tell apart.</summary>
    public static bool MustBeCut(ColumnDomain domain, PrivacyOptions options, IReadOnlySet<string> resolved) =>
        domain is RangeDomain { IsCode: false, Bins: null } range && range.Values > options.Bins && !resolved.Contains(range.Name);

    /// <summary>What is ruled out of the states that a fit has in the end.</summary>
    public IReadOnlyList<LogPotential> ZerosOf(ColumnStates[] columns) =>
        Zeros.All(zero => zero.Columns.Members.ToArray().All(column => columns[column].Count == Columns[column].Count)) ? Zeros : PublicConstraints.Zeros(Constraints, columns);

    // The kinds of a declared domain may differ from the table's: a model must be able to read what it keeps.
    private static ConstraintSet AsSampled(ConstraintSet constraints, TableSchema schema)
    {
        try
        {
            return ConstraintSet.FromJson(constraints.ToJson(), schema);
        }
        catch (Exception failure) when (failure is FormatException or DataLoadException)
        {
            throw new FitException($"The constraints do not fit the declared domain: {failure.Message} Nothing was spent.", failure);
        }
    }

    // Constraints that can each be kept may contradict one another together.
    private static void RequirePossible(int[] domain, IReadOnlyList<LogPotential> zeros)
    {
        var tree = JunctionTree.Of(domain, zeros.Select(zero => zero.Columns));
        var owners = zeros.ToLookup(zero => tree.Holding(zero.Columns));
        var beliefs = new BeliefPropagation(tree);
        beliefs.Collect((node, cells) =>
        {
            cells.AsSpan().Clear();
            foreach (var zero in owners[node]) new TableProjection(tree.Nodes[node].Shape, TableShape.Of(zero.Columns, domain)).Add(zero.Logs, cells);
        });
        if (double.IsNegativeInfinity(beliefs.LogPartition)) throw new FitException("The constraints leave no row of the declared domain possible; look for some that contradict one another. Nothing was spent.");
    }
}
