using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Makes the rows of one entity, parent by parent; for one thread.</summary>
internal sealed class EntityRunner : IRowReceiver
{
    private readonly EntityPlan _plan;
    private readonly EntityRunner[] _children;
    private readonly RowStep[] _early, _late;
    private readonly SplitRandom _siblings = new(0), _draws = new(0);
    private readonly CancellationToken _cancellation;
    private readonly Row[] _rows;
    private readonly List<Row> _unsorted = [];
    private readonly Dictionary<AttributePlan, HashSet<object>> _seen = [];
    private Row? _parent, _previous, _first;
    private long _number;

    /// <param name="plan">What to make.</param>
    /// <param name="sinks">Takes the rows of an entity; null where they are not wanted.</param>
    /// <param name="children">Which entities below are made too.</param>
    /// <param name="cancellation">Stops it.</param>
    public EntityRunner(EntityPlan plan, Func<EntityPlan, IRowSink?> sinks, Func<EntityPlan, bool> children, CancellationToken cancellation)
    {
        (_plan, _cancellation) = (plan, cancellation);
        Sink = sinks(plan);
        _children = [.. plan.Children.Where(children).Select(child => new EntityRunner(child, sinks, children, cancellation))];
        (_early, _late) = ([.. plan.Early], [.. plan.Late]);
        foreach (var constraint in plan.Constraints)
            if (constraint.Unique is { } unique) _seen[unique] = [];
        _rows = [NewRow(), NewRow(), NewRow()];
    }

    /// <summary>Where finished rows go.</summary>
    public IRowSink? Sink { get; }

    public IReadOnlyList<EntityRunner> Children => _children;

    /// <summary>Makes a root row and all below it.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="entity">The entity's stream.</param>
    public void RunRoot(long number, SplitRandom entity)
    {
        (_parent, _previous, _first, _number) = (null, null, null, 0);
        var row = Sink is { Keeps: true } ? NewRow() : _rows[0];
        (row.Parent, row.Previous, row.First, row.Number) = (null, null, row, number);
        row.Random.Become(entity, (ulong)number);
        Steps(row, 0, _early.Length);
        Finish(row);
    }

    /// <summary>Makes the rows that belong to a row.</summary>
    public void RunChildren(Row parent)
    {
        (_parent, _previous, _first, _number) = (parent, null, null, 0);
        foreach (var values in _seen.Values) values.Clear();
        _siblings.Become(parent.Random, _plan.Label);
        _plan.Source!.Make(parent, _siblings, this, _cancellation);
        if (_plan.Order is null) return;
        Sort();
        // Finish() runs the rows below, which never come back to this entity, so the list is safe to walk
        for (var i = 0; i < _unsorted.Count; i++)
        {
            var row = _unsorted[i];
            (row.Previous, row.First, row.Number) = (_previous, _first ??= row, i);
            Steps(row, _plan.StepsBeforeOrder, _early.Length);
            _previous = row;
            Finish(row);
        }
        _unsorted.Clear();
    }

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<double> given)
    {
        var ordered = _plan.Order is not null;
        // The first row is kept, the others take turns, so that the row before is always there
        var row = ordered || Sink is { Keeps: true } ? NewRow() : _number == 0 ? _rows[0] : _rows[1 + (_number & 1)];
        (row.Parent, row.Previous, row.First, row.Number) = (_parent, ordered ? null : _previous, ordered ? null : _first ??= row, _number);
        row.Random.Become(_siblings, (ulong)_number++);
        for (var i = 0; i < given.Length; i++) row.Numbers[i] = given[i];
        if (ordered)
        {
            Steps(row, 0, _plan.StepsBeforeOrder);
            _unsorted.Add(row);
            return;
        }
        Steps(row, 0, _early.Length);
        _previous = row;
        Finish(row);
    }

    private Row NewRow() => new(_plan.NumberSlots, _plan.TextSlots);

    private void Steps(Row row, int from, int to)
    {
        for (var i = from; i < to; i++) _early[i].Run(row, _draws, 0);
        if (_plan.Constraints.Count > 0) Constraints.Meet(_plan, _early, from, to, row, _draws, _seen);
    }

    private void Finish(Row row)
    {
        foreach (var gathered in _plan.Gathers)
        {
            row.Numbers[gathered.Slot] = gathered.Start;
            row.Numbers[gathered.CountSlot] = 0;
        }
        foreach (var child in _children) child.RunChildren(row);
        foreach (var step in _late) step.Run(row, _draws, 0);
        foreach (var aggregate in _plan.Aggregates) aggregate.Add(row, _draws);
        Sink?.Add(row);
    }

    // Equal values stay in the order they were made in
    private void Sort()
    {
        var slot = _plan.Order!.Slot;
        var keys = new (double Value, int Place)[_unsorted.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = (_unsorted[i].Numbers[slot] is var value && double.IsNaN(value) ? double.PositiveInfinity : value, i);
        Array.Sort(keys);
        var sorted = new Row[keys.Length];
        for (var i = 0; i < keys.Length; i++) sorted[i] = _unsorted[keys[i].Place];
        _unsorted.Clear();
        _unsorted.AddRange(sorted);
    }
}
