using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Private;

/// <summary>Declared constraints as a private model keeps them: a range narrows its column's domain, all others rule out combinations of states. Nothing is read from the data and nothing is spent.</summary>
/// <remarks>Cost: the combinations of the columns of each constraint.</remarks>
internal static class PublicConstraints
{
    private const long MostCells = 2_000_000;
    private const long MostValues = 2000;

    /// <summary>Checks that every constraint can be met, before anything is reserved.</summary>
    /// <param name="context">With the constraints.</param>
    /// <param name="domains">Declared.</param>
    /// <exception cref="FitException">One cannot be met; the message names it and says what can.</exception>
    public static void Check(FitContext context, IReadOnlyList<ColumnDomain> domains)
    {
        if (context.Constraints.IsEmpty) return;
        if (context.RefuseViolations) throw new FitException("A private fit cannot fail on training rows that break a constraint: that would tell of them. Leave --strict out.");
        foreach (var constraint in context.Constraints.Constraints)
        {
            if (constraint is UniqueConstraint) throw Refused(constraint, "it judges rows together, and rows of a private model are independent");
            if (constraint is FunctionalDependence or FixedCombinations { Values: null })
                throw Refused(constraint, "what it allows would be looked up in the data; declare the combinations (\"kind\": \"combinations\" with \"values\" in a JSON file of constraints)");
            var cells = 1.0;
            foreach (var name in constraint.Columns)
            {
                var domain = Find(domains, name, constraint);
                if (domain is RangeDomain range && range.Values > MostValues && !(constraint is RangeConstraint))
                    throw Refused(constraint, $"column '{name}' has {range.Values} values in its domain and at most {MostValues} can be told apart; declare fewer decimals, a narrower range, or a list");
                cells *= (domain is RangeDomain { Values: var values } ? values : ((ListedDomain)domain).Palette.Length) + (domain.HasMissing ? 1 : 0);
            }
            if (cells > MostCells && !(constraint is RangeConstraint)) throw Refused(constraint, $"its columns have {cells:N0} combinations and at most {MostCells:N0} can be ruled in or out; declare coarser domains, or fit without it and mend the sample");
        }
    }

    /// <summary>The domains, those of ranges narrowed.</summary>
    /// <exception cref="FitException">Nothing is left of one.</exception>
    public static ColumnDomain[] Narrowed(ConstraintSet constraints, IReadOnlyList<ColumnDomain> domains)
    {
        ColumnDomain[] narrowed = [.. domains];
        foreach (var constraint in constraints.Constraints.OfType<RangeConstraint>())
        {
            var at = Array.FindIndex(narrowed, domain => domain.Name == constraint.Column);
            if (narrowed[at] is not RangeDomain { IsCode: false } range) continue;
            long low = range.Low, high = range.High;
            // The ends are found among units by the constraint itself, so that both round alike.
            if (constraint.Minimum is not null) low = Edge(range, unit => Keeps(constraint with { Maximum = null }, range, unit), ascending: true);
            if (constraint.Maximum is not null) high = Edge(range, unit => Keeps(constraint with { Minimum = null }, range, unit), ascending: false);
            if (low > high) throw Refused(constraint, $"nothing of the declared domain of '{range.Name}' lies in it");
            narrowed[at] = range with { Low = low, High = high };
        }
        return narrowed;
    }

    /// <summary>Columns of which every value must be a state of its own.</summary>
    public static HashSet<string> Resolved(ConstraintSet constraints) =>
        [.. constraints.Constraints.Where(constraint => constraint is not (RangeConstraint or NotNullConstraint)).SelectMany(constraint => constraint.Columns)];

    /// <summary>The combinations of states that break a constraint, as factors.</summary>
    /// <exception cref="FitException">Every combination breaks one.</exception>
    public static List<LogPotential> Zeros(ConstraintSet constraints, IReadOnlyList<ColumnStates> columns)
    {
        int[] domain = [.. columns.Select(column => column.Count)];
        var zeros = new List<LogPotential>();
        foreach (var constraint in constraints.Constraints)
        {
            int[] members = [.. constraint.Columns.Select(name => columns.ToList().FindIndex(column => column.Name == name)).Order()];
            if (constraint is RangeConstraint && columns[members[0]].IsOrdered && !columns[members[0]].IsCode) continue; // its domain was narrowed
            var set = AttributeSet.Of(members);
            var shape = TableShape.Of(set, domain);
            var states = new int[members.Length][];
            for (int d = members.Length - 1, stride = 1; d >= 0; stride *= domain[members[d]], d--)
            {
                states[d] = new int[shape.Cells];
                for (var cell = 0; cell < shape.Cells; cell++) states[d][cell] = cell / stride % domain[members[d]];
            }
            var broken = constraint.Violations(new DataFrame(members.Select((column, d) => columns[column].Cells(states[d]))));
            if (!broken.Contains(false)) throw Refused(constraint, "no combination of the declared values keeps it");
            if (broken.Contains(true)) zeros.Add(new(set, [.. broken.Select(isBroken => isBroken ? double.NegativeInfinity : 0)]));
        }
        return zeros;
    }

    private static bool Keeps(Constraint constraint, RangeDomain range, long unit) => !constraint.Violations(new DataFrame(range.Cells([unit])))[0];

    // The first unit from an end that keeps a bound; one beyond the other end when none does.
    private static long Edge(RangeDomain range, Func<long, bool> keeps, bool ascending)
    {
        long low = range.Low - 1, high = range.High + 1; // keeps is false at one end and true at the other
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (keeps(middle) == ascending) high = middle;
            else low = middle;
        }
        return ascending ? high : low;
    }

    private static ColumnDomain Find(IReadOnlyList<ColumnDomain> domains, string name, Constraint constraint) =>
        domains.FirstOrDefault(domain => domain.Name == name) ?? throw new FitException($"Constraint '{constraint}': {UnknownColumn.Message(name, domains.Select(domain => domain.Name))}");

    private static FitException Refused(Constraint constraint, string reason) => new($"Constraint '{constraint}' cannot be kept by a private model: {reason}. Nothing was spent.");
}
