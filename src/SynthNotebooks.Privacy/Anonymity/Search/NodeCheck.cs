namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>Groups the rows at the levels of a node and finds the classes that must be suppressed.</summary>
internal sealed class NodeCheck
{
    private readonly QuasiTable _table;
    private readonly (IPrivacyModel Model, IClassTest Test)[] _tests, _survivors;
    private readonly ClassPartition _classes;
    private readonly bool[] _kept;
    private readonly int _limit;

    /// <param name="table">The quasi-identifiers.</param>
    /// <param name="tests">The models, bound to the table.</param>
    /// <param name="limit">Most rows that may be suppressed.</param>
    public NodeCheck(QuasiTable table, IReadOnlyList<(IPrivacyModel Model, IClassTest Test)> tests, int limit)
    {
        (_table, _tests, _survivors) = (table, [.. tests], [.. tests.Where(test => test.Model.SurvivesAnyMerge)]);
        JudgesAbsence = tests.Any(test => test.Model is IPopulationModel { JudgesAbsence: true });
        _limit = JudgesAbsence ? 0 : limit;
        (_classes, _kept) = (new(table), new bool[table.Tuples]);
    }

    /// <summary>Whether some model makes suppression useless.</summary>
    public bool JudgesAbsence { get; }

    /// <summary>Whether every coarser node of a node that holds also holds, for all models.</summary>
    public bool IsMonotonic => _limit == 0 || _survivors.Length == _tests.Length;

    /// <summary>Whether there is a model for which that is so whatever the limit of suppression.</summary>
    public bool HasSurvivors => _survivors.Length > 0;

    /// <summary>Number of nodes checked so far.</summary>
    public int Checks { get; private set; }

    /// <summary>Whether a node holds for all models within the limit; the state is that of the last check and is overwritten by the next.</summary>
    public bool Holds(int[] levels, out LossState state) => Holds(levels, _tests, out state);

    /// <summary>The same for the models that survive any merge alone; false means that all models together fail too, here and at every finer node.</summary>
    public bool HoldsForSurvivors(int[] levels) => Holds(levels, _survivors, out _);

    private bool Holds(int[] levels, (IPrivacyModel Model, IClassTest Test)[] tests, out LossState state)
    {
        Checks++;
        _classes.Fill(levels);
        var suppressed = 0;
        var absenceHolds = true;
        for (var group = 0; group < _classes.Count; group++)
        {
            var rows = _classes.RowsOf(group);
            _kept[group] = !rows.IsEmpty;
            foreach (var (model, test) in tests)
            {
                if (rows.IsEmpty && model is not IPopulationModel { JudgesAbsence: true }) continue;
                if (test.Holds(rows, _classes.Population[group])) continue;
                if (rows.IsEmpty) absenceHolds = false;
                _kept[group] = false;
                suppressed += rows.Length;
                break;
            }
        }
        state = new(_table, levels, _classes, _kept, suppressed);
        return absenceHolds && suppressed <= _limit;
    }
}
