using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Steps in time in which all rows of a root change at once, each by what it and its neighbours were before the step.</summary>
internal sealed class RoundsPlan(EntityPlan over, double every, (AttributePlan Attribute, NumberFormula Formula)[] sets, string? log)
{
    private readonly ulong[] _labels = Array.ConvertAll(sets, set => SplitRandom.Label("round " + set.Attribute.Name));
    private readonly double[][] _values = new double[sets.Length][];
    private readonly List<(double Time, Row Row, double[] Values)> _changes = [];
    private bool _done;

    public EntityPlan Over => over;

    public double Every => every;

    /// <summary>Name of the table of changes; null for none.</summary>
    public string? Log => log;

    public IReadOnlyList<AttributePlan> Attributes { get; } = Array.ConvertAll(sets, set => set.Attribute);

    /// <summary>Number of the step, from 1, for formulas.</summary>
    public double Round { get; private set; }

    /// <summary>Time of the step, for formulas.</summary>
    public double Time { get; private set; }

    /// <summary>One step over the kept rows.</summary>
    public void Step(KeptTable kept, double time, SplitRandom random)
    {
        (Round, Time) = (Round + 1, time);
        for (var s = 0; s < sets.Length; s++)
        {
            var values = _values[s] ??= new double[kept.Rows.Count];
            for (var i = 0; i < values.Length; i++)
            {
                random.Become(kept.Rows[i].Random, _labels[s] + (ulong)Round * 0x9E3779B97F4A7C15);
                values[i] = sets[s].Formula(kept.Rows[i], random);
            }
        }
        for (var i = 0; i < kept.Rows.Count; i++)
        {
            var changed = false;
            for (var s = 0; s < sets.Length; s++)
            {
                ref var cell = ref kept.Rows[i].Numbers[sets[s].Attribute.Slot];
                changed |= !cell.Equals(_values[s][i]);
                cell = _values[s][i];
            }
            if (!changed || log is null) continue;
            var row = new double[sets.Length];
            for (var s = 0; s < sets.Length; s++) row[s] = _values[s][i];
            _changes.Add((time, kept.Rows[i], row));
        }
    }

    /// <summary>From now on rows have the values after the last step.</summary>
    public void End(KeptTable kept)
    {
        for (var s = 0; s < sets.Length; s++) _values[s] ??= [.. kept.Rows.Select(row => row.Numbers[sets[s].Attribute.Slot])];
        _done = true;
    }

    public bool TryValue(AttributePlan attribute, Row row, out double value)
    {
        value = 0;
        if (!_done) return false;
        for (var s = 0; s < sets.Length; s++)
        {
            if (sets[s].Attribute != attribute) continue;
            value = _values[s][row.Number];
            return true;
        }
        return false;
    }

    /// <summary>The table of changes.</summary>
    public DataFrame Changes()
    {
        var columns = new List<Column>
        {
            new TimestampColumn("time", _changes.Select(change => Texts.Moment(change.Time).Ticks).ToArray()),
            TextColumn.Of(over.KeyColumn ?? over.Singular + "_id", _changes.Select(change => change.Row.Texts[over.Key!.Slot])),
        };
        for (var s = 0; s < sets.Length; s++) columns.Add(CellBuffer.ColumnOf(sets[s].Attribute, [.. _changes.Select(change => change.Values[s])]));
        return new DataFrame(columns) { Origin = DataOrigin.Synthetic };
    }
}
