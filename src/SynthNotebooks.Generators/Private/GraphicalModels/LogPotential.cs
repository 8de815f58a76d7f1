namespace SynthNotebooks.Generators.Private;

/// <summary>A factor of a distribution, in logarithms; −∞ rules a cell out.</summary>
/// <param name="Columns">What it speaks of.</param>
/// <param name="Logs">One a cell, columns ascending, row-major.</param>
internal sealed record LogPotential(AttributeSet Columns, double[] Logs)
{
    /// <summary>A factor that rules out the cells for which a test fails.</summary>
    /// <param name="columns">What it speaks of.</param>
    /// <param name="domain">Number of states of each column.</param>
    /// <param name="allowed">Whether a combination of states, in the ascending order of the columns, may occur.</param>
    public static LogPotential Zeros(AttributeSet columns, IReadOnlyList<int> domain, Func<int[], bool> allowed)
    {
        var shape = TableShape.Of(columns, domain);
        var (logs, states) = (new double[shape.Cells], new int[shape.Axes.Length]);
        for (var cell = 0; cell < logs.Length; cell++)
        {
            for (int d = states.Length - 1, rest = cell; d >= 0; d--) (rest, states[d]) = Math.DivRem(rest, shape.Sizes[d]);
            logs[cell] = allowed(states) ? 0 : double.NegativeInfinity;
        }
        return new(columns, logs);
    }
}
