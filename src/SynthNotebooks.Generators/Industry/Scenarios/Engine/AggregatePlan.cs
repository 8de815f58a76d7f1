using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A sum over the rows that belong to a row, gathered in a number of that row while they are made.</summary>
/// <param name="Kind">count, sum, mean, min, max or last.</param>
/// <param name="Levels">How many parents up the gathering row is.</param>
/// <param name="Slot">Its number there.</param>
/// <param name="CountSlot">For means: where the number of values is counted.</param>
/// <param name="Value">What is gathered; null to count rows.</param>
internal sealed record AggregatePlan(string Kind, int Levels, int Slot, int CountSlot, NumberFormula? Value)
{
    public double Start => Kind is "count" or "sum" ? 0 : double.NaN;

    public void Add(Row row, SplitRandom random)
    {
        var up = row;
        for (var i = 0; i < Levels; i++) up = up.Parent!;
        ref var total = ref up.Numbers[Slot];
        if (Value is null)
        {
            total++;
            return;
        }
        var value = Value(row, random);
        if (double.IsNaN(value)) return;
        switch (Kind)
        {
            case "count": total += value != 0 ? 1 : 0; break;
            case "sum": total += value; break;
            case "min": total = total < value ? total : value; break;
            case "max": total = total > value ? total : value; break;
            case "last": total = value; break;
            default: // mean, by the running rule, so that no end is needed
                var count = ++up.Numbers[CountSlot];
                total = count == 1 ? value : total + (value - total) / count;
                break;
        }
    }
}
