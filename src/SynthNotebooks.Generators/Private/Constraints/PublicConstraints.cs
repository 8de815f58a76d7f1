using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Private;

/// <summary>Declared constraints as a private model keeps them: a range narrows its column's domain, all others rule out combinations of states. Nothing is read from the data and nothing is spent.</summary>
/// <remarks>Cost: the combinations of the columns of each constraint.</remarks>
internal static class PublicConstraints
{
    private const long MostValues = 2000;
    private const int Block = 1 << 16;

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
            foreach (var name in constraint.Columns)
            {
                if (Find(domains, name, constraint) is RangeDomain range && range.Values > MostValues && constraint is not (RangeConstraint or NotNullConstraint))
                    throw Refused(constraint, $"column '{name}' has {range.Values} values in its domain and at most {MostValues} can be told apart; declare fewer decimals, a narrower range, or a list");
            }
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

    /// <summary>How a model keeps a constraint. No training row is counted: that would tell of it.</summary>
    public static ConstraintHandling Handling(Constraint constraint) => new(constraint, ConstraintMeans.Construction,
        constraint is RangeConstraint ? "no other value stands in the declared domain" : "combinations that break it have probability 0", null);

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
            var logs = Logs(constraint, members, columns, TableShape.Of(set, domain));
            if (Array.TrueForAll(logs, double.IsNegativeInfinity)) throw Refused(constraint, "no combination of the declared values keeps it");
            if (Array.Exists(logs, double.IsNegativeInfinity)) zeros.Add(new(set, logs));
        }
        return zeros;
    }

    // Block by block: the cells of a table are a hundred times as large as its logarithms.
    private static double[] Logs(Constraint constraint, int[] members, IReadOnlyList<ColumnStates> columns, TableShape shape)
    {
        var logs = new double[shape.Cells];
        for (var first = 0; first < logs.Length; first += Block)
        {
            var count = Math.Min(Block, logs.Length - first);
            var cells = new Column[members.Length];
            for (int d = members.Length - 1, stride = 1; d >= 0; stride *= shape.Sizes[d], d--)
            {
                var states = new int[count];
                for (var i = 0; i < count; i++) states[i] = (first + i) / stride % shape.Sizes[d];
                cells[d] = columns[members[d]].Cells(states);
            }
            var broken = constraint.Violations(new DataFrame(cells));
            for (var i = 0; i < count; i++) logs[first + i] = broken[i] ? double.NegativeInfinity : 0;
        }
        return logs;
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

    /// <summary>The refusal of a constraint, before anything is spent.</summary>
    public static FitException Refused(Constraint constraint, string reason) => new($"Constraint '{constraint}' cannot be kept by a private model: {reason}. Nothing was spent.");
}
