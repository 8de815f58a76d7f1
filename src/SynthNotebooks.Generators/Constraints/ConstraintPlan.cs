using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Constraints;

/// <summary>Which constraint is met in which way; made once a fit.</summary>
internal sealed class ConstraintPlan
{
    private readonly DataFrame _training;
    private readonly FitContext _context;
    private readonly int _minimumCount;
    private readonly List<ITransform> _steps = [];
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<Constraint, string> _built = [];

    private ConstraintPlan(DataFrame training, FitContext context, int minimumCount) => (_training, _context, _minimumCount) = (training, context, minimumCount);

    /// <summary>The transforms in the order in which they are undone.</summary>
    public IReadOnlyList<ITransform> Steps => _steps;

    /// <summary>Constraints met by construction, and how.</summary>
    public IReadOnlyDictionary<Constraint, string> Built => _built;

    /// <summary>Constraints that no construction meets.</summary>
    public IReadOnlyList<Constraint> Rest { get; private set; } = [];

    /// <summary>Columns whose values are made anew and distinct.</summary>
    public HashSet<string> Identifiers { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers that identifiers within a range take.</summary>
    public IReadOnlyList<RangeNumbering> Numberings { get; private set; } = [];

    /// <param name="training">Rows that keep all constraints.</param>
    /// <param name="context">Its schema fits the table.</param>
    /// <param name="minimumCount">Rows that must share what is kept as it is.</param>
    /// <exception cref="FitException">A constraint cannot be met; the message says why.</exception>
    public static ConstraintPlan Of(DataFrame training, FitContext context, int minimumCount)
    {
        var plan = new ConstraintPlan(training, context, minimumCount);
        var constraints = context.Constraints.Constraints;
        plan.Identify(constraints);
        foreach (var constraint in constraints)
        {
            if (constraint is SumConstraint sum) plan.Compute(sum, sum.Total, sum.Expression);
            if (constraint is FormulaConstraint formula) plan.Compute(formula, formula.Column, formula.Expression);
        }
        plan.Combine(constraints);
        plan.Compare([.. constraints.OfType<InequalityConstraint>()]);
        foreach (var constraint in constraints) plan.Filtered(constraint);
        plan.Order();
        plan.Rest = [.. constraints.Where(constraint => !plan._built.ContainsKey(constraint))];
        return plan;
    }

    private void Identify(IReadOnlyList<Constraint> constraints)
    {
        foreach (var column in _context.Schema.Columns)
            if (column is { Role: ColumnRole.Identifier, Kind: ColumnKind.Text or ColumnKind.Integer }) Identifiers.Add(column.Name);
        foreach (var unique in constraints.OfType<UniqueConstraint>().OrderBy(unique => unique.Columns.Count))
        {
            if (unique.Columns.FirstOrDefault(Identifiers.Contains) is { } known) _built.Add(unique, $"{known} is made anew, a different value in every row");
            else if (unique.Columns is [var only] && _context.Schema[only].Kind is (ColumnKind.Text or ColumnKind.Integer))
            {
                Identifiers.Add(only);
                _built.Add(unique, "read as an identifier: made anew, a different value in every row");
            }
            else
            {
                var distinct = RowGroups.Of([.. unique.Columns.Select(name => _training[name])]).FirstRows.Length;
                throw new FitException($"Constraint '{unique}': {(unique.Columns.Count == 1 ? $"column '{unique.Columns[0]}' ({_context.Schema[unique.Columns[0]].Kind.ToString().ToLowerInvariant()})" : "the columns")} "
                    + $"took {distinct} distinct values in {_training.Rows.Count} rows, and a sample of any length cannot be kept free of repeats. Integer and text columns can be unique, or one identifier among several columns.");
            }
        }
        foreach (var constraint in constraints)
        {
            if (constraint is UniqueConstraint or RangeConstraint or NotNullConstraint || constraint.Columns.FirstOrDefault(Identifiers.Contains) is not { } column) continue;
            throw new FitException($"Constraint '{constraint}': column '{column}' is an identifier, whose values are made anew; declare it otherwise in the schema, or drop the constraint.");
        }
        var numberings = new List<RangeNumbering>();
        foreach (var group in constraints.OfType<RangeConstraint>().Where(range => Identifiers.Contains(range.Column)).GroupBy(range => range.Column))
        {
            var distinct = constraints.OfType<UniqueConstraint>().Any(unique => unique.Columns.Contains(group.Key));
            numberings.Add(RangeNumbering.Of((Int64Column)_training[group.Key], [.. group], _context, distinct));
            foreach (var range in group) _built.Add(range, "numbers are drawn within the range");
        }
        Numberings = numberings;
    }

    private void Compute(Constraint constraint, string column, RowExpression expression)
    {
        if (_made.Contains(column)) return;
        Add(FormulaTransform.Of(_context.Schema[column], expression, _training));
        _built.Add(constraint, $"{column} is left out and computed");
    }

    // Dependences that stand for themselves are looked up; those that meet in a column, and combinations, become one category.
    private void Combine(IReadOnlyList<Constraint> constraints)
    {
        FunctionalDependence[] dependences = [.. constraints.OfType<FunctionalDependence>()];
        FixedCombinations[] combinations = [.. constraints.OfType<FixedCombinations>()];
        var joint = new List<(Constraint Constraint, IReadOnlyList<string> Columns)>(combinations.Select(combination => ((Constraint)combination, combination.Columns)));
        foreach (var dependence in dependences)
        {
            var alone = dependences.Count(other => other.Dependent == dependence.Dependent) == 1 && !combinations.Any(other => other.Columns.Contains(dependence.Dependent)) && !IsCircular(dependence, dependences);
            if (!alone)
            {
                joint.Add((dependence, dependence.Columns));
            }
            else if (!_made.Contains(dependence.Dependent))
            {
                Add(LookupTransform.Of(dependence, _training, _minimumCount));
                _built.Add(dependence, $"{dependence.Dependent} is left out and looked up");
            }
        }
        while (joint.Count > 0)
        {
            var group = new List<(Constraint Constraint, IReadOnlyList<string> Columns)> { joint[0] };
            joint.RemoveAt(0);
            while (joint.FindIndex(other => other.Columns.Any(column => group.Any(member => member.Columns.Contains(column)))) is >= 0 and var at)
            {
                group.Add(joint[at]);
                joint.RemoveAt(at);
            }
            string[] columns = [.. _context.Schema.Columns.Select(column => column.Name).Where(name => group.Any(member => member.Columns.Contains(name)))];
            if (columns.Any(_made.Contains)) continue;
            var transform = CombinationTransform.Of(Name(string.Join("+", columns)), columns, _training, _minimumCount);
            Add(transform);
            foreach (var (constraint, _) in group) _built.Add(constraint, $"one category for {string.Join(", ", columns)}: {transform.Palette.Rows.Count} combinations seen");
        }
    }

    private void Compare(InequalityConstraint[] inequalities)
    {
        foreach (var group in inequalities.GroupBy(inequality => inequality.High))
        {
            if (_made.Contains(group.Key)) continue;
            ColumnSchema[] lows = [.. group.Select(inequality => _context.Schema[inequality.Low])];
            var name = Name(lows.Length == 1 ? $"{group.Key} - {lows[0].Name}" : $"{group.Key} - max({string.Join(", ", lows.Select(low => low.Name))})");
            if (DifferenceTransform.Of(name, _context.Schema[group.Key], lows, [.. group.Select(inequality => inequality.Strict)], _training, _context.ExtremeRecords) is not { } transform) continue;
            Add(transform);
            foreach (var inequality in group) _built.Add(inequality, $"{group.Key} is learned as its distance from {string.Join(" and ", lows.Select(low => low.Name))}");
        }
    }

    // What single columns must be: a model never leaves the values that it learned from, which keep the constraint.
    private void Filtered(Constraint constraint)
    {
        if (_built.ContainsKey(constraint)) return;
        if (constraint is NotNullConstraint notNull && !Makes<FormulaTransform>(notNull.Column)) _built.Add(constraint, "rows without it are not learned from");
        else if (constraint is RangeConstraint range && !Makes<FormulaTransform>(range.Column)) _built.Add(constraint, "values outside are not learned from");
        else if (constraint is ExpressionConstraint { Columns: [var only] } && _context.Schema[only] is { Kind: ColumnKind.Text or ColumnKind.Boolean, Role: ColumnRole.Category } && !_made.Contains(only))
            _built.Add(constraint, "other values are not learned from");
    }

    private bool Makes<TTransform>(string column) => _steps.Any(step => step is TTransform && step.Outputs.Contains(column));

    // Steps come after those that make what they read; one that would have to wait for itself is given up.
    private void Order()
    {
        var waiting = new List<ITransform>(_steps);
        var ordered = new List<ITransform>();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindIndex(step => !step.Inputs.Any(input => waiting.Any(other => other.Outputs.Contains(input))));
            if (ready >= 0)
            {
                ordered.Add(waiting[ready]);
                waiting.RemoveAt(ready);
                continue;
            }
            var given = waiting[^1];
            waiting.RemoveAt(waiting.Count - 1);
            _made.ExceptWith(given.Outputs);
            foreach (var constraint in _built.Keys.Where(constraint => constraint is not (UniqueConstraint or RangeConstraint or NotNullConstraint or ExpressionConstraint) && IsMetBy(constraint, given)).ToArray()) _built.Remove(constraint);
        }
        _steps.Clear();
        _steps.AddRange(ordered);
    }

    private static bool IsMetBy(Constraint constraint, ITransform step) => (constraint, step) switch
    {
        (SumConstraint sum, FormulaTransform) => step.Outputs.Contains(sum.Total),
        (FormulaConstraint formula, FormulaTransform) => step.Outputs.Contains(formula.Column),
        (InequalityConstraint inequality, DifferenceTransform) => step.Outputs.Contains(inequality.High),
        (FunctionalDependence dependence, LookupTransform) => step.Outputs.Contains(dependence.Dependent),
        _ => false,
    };

    private static bool IsCircular(FunctionalDependence dependence, FunctionalDependence[] all)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([dependence.Dependent]));
        while (open.TryPop(out var at))
        {
            if (dependence.Determinants.Contains(at)) return true;
            foreach (var next in all)
                if (next.Determinants.Contains(at) && seen.Add(next.Dependent)) open.Push(next.Dependent);
        }
        return false;
    }

    private void Add(ITransform step)
    {
        _steps.Add(step);
        _made.UnionWith(step.Outputs);
    }

    private string Name(string wanted)
    {
        while (_context.Schema.Columns.Any(column => column.Name == wanted)) wanted += "'";
        return wanted;
    }
}
