namespace SynthNotebooks.Data;

/// <summary>Whether cells are what a formula says.</summary>
internal static class FormulaCheck
{
    private const int MostDecimals = 9;
    private const decimal Relative = 1e-9m;

    public static bool[] Violations(string column, RowExpression expression, DataFrame table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (told, toldMissing) = RowArithmetic.Evaluate(new RowExpression.Cell(column), table);
        var (values, missing) = RowArithmetic.Evaluate(expression, table);
        var slack = HalfUnit(table[column]);
        var broken = new bool[told.Length];
        for (var row = 0; row < broken.Length; row++)
        {
            if (toldMissing[row] || missing[row]) continue;
            broken[row] = slack is { } half
                ? told[row] > values[row] ? told[row] - values[row] > half : values[row] - told[row] > half
                : told[row] != values[row] && Math.Abs((double)told[row] - (double)values[row]) > (double)Relative * Math.Max(Math.Abs((double)told[row]), Math.Abs((double)values[row]));
        }
        return broken;
    }

    public static void Validate(Constraint constraint, string column, RowExpression expression, TableSchema schema)
    {
        if (expression.Columns.Contains(column)) throw new ConstraintException($"Constraint '{constraint}': Column '{column}' stands on both sides.");
        if (expression.Columns.Count == 0) throw new ConstraintException($"Constraint '{constraint}': The formula reads no column.");
        try
        {
            var parser = new ConditionParser.Parser(constraint.ToString(), schema);
            var (left, right) = (parser.UnitOf(new RowExpression.Cell(column), 0), parser.UnitOf(expression, 0));
            if (left != right) throw new ConstraintException($"Constraint '{constraint}': {column} is {left}, the formula yields {right}.");
        }
        catch (ConditionParseException failure)
        {
            throw new ConstraintException($"Constraint '{constraint}': {failure.Reason}", failure);
        }
    }

    /// <summary>Decimal places of a real column: those it is written with, else the fewest that hold all its cells; null when more than 9 are needed.</summary>
    public static int? DecimalsOf(DoubleColumn column)
    {
        if (column.Format.Decimals is { } told) return told;
        var decimals = 0;
        foreach (var value in column.Values)
        {
            if (!double.IsFinite(value)) continue;
            while (decimals <= MostDecimals && Math.Round(value, decimals) != value) decimals++;
            if (decimals > MostDecimals) return null;
        }
        return decimals;
    }

    // Half of the last place that the column holds, in the units of RowArithmetic; null when any number fits.
    private static decimal? HalfUnit(Column column) => column switch
    {
        DoubleColumn reals => DecimalsOf(reals) is { } decimals ? new decimal(5, 0, 0, false, (byte)(decimals + 1)) : null,
        TimestampColumn => 0.5m / TimeSpan.TicksPerSecond,
        _ => 0.5m,
    };
}
