using SynthNotebooks.Evaluation.Attacks.Views;

namespace SynthNotebooks.Evaluation.Attacks.People;

/// <summary>A condition on some columns: categories equal, numbers at or beyond a value, or missing.</summary>
/// <param name="Parts">Column, value (a code for categories), and for numbers whether larger ones meet it too.</param>
internal sealed record Predicate((int Column, double Value, bool OrMore)[] Parts)
{
    /// <summary>Rows that meet it, up to a number.</summary>
    public int[] Matches(AttackTables tables, int table, int most)
    {
        var rows = new List<int>();
        var count = tables.View(Parts[0].Column, table).Rows;
        for (var row = 0; row < count && rows.Count < most; row++)
            if (Holds(tables, table, row)) rows.Add(row);
        return [.. rows];
    }

    private bool Holds(AttackTables tables, int table, int row)
    {
        foreach (var (column, value, orMore) in Parts)
        {
            var view = tables.View(column, table);
            if (!view.IsNumeric)
            {
                if (view.Codes[row] != (int)value) return false;
                continue;
            }
            var number = view.Numbers[row];
            if (double.IsNaN(value) ? !double.IsNaN(number) : !(orMore ? number >= value : number <= value)) return false;
        }
        return true;
    }
}
