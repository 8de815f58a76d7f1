using SynthNotebooks.Data;
using SynthNotebooks.Generators.Private;

namespace SynthNotebooks.Generators.Tests.Private;

/// <summary>A joint distribution of a few columns as one table, for comparison.</summary>
internal sealed class BruteForce
{
    private readonly TableShape _whole;

    public BruteForce(int[] domain, IEnumerable<LogPotential> potentials)
    {
        Domain = domain;
        _whole = new([.. Enumerable.Range(0, domain.Length)], domain);
        Cells = new double[_whole.Cells];
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var log = 0.0;
            foreach (var potential in potentials) log += potential.Logs[Position(cell, potential.Columns)];
            Cells[cell] = Math.Exp(log);
        }
        Partition = Cells.Sum();
        for (var cell = 0; cell < Cells.Length; cell++) Cells[cell] /= Partition;
    }

    public int[] Domain { get; }

    public double Partition { get; }

    public double[] Cells { get; }

    public double[] Marginal(AttributeSet columns)
    {
        var marginal = new double[TableShape.Of(columns, Domain).Cells];
        for (var cell = 0; cell < Cells.Length; cell++) marginal[Position(cell, columns)] += Cells[cell];
        return marginal;
    }

    public int[] States(int cell)
    {
        var states = new int[Domain.Length];
        for (var d = Domain.Length - 1; d >= 0; d--) (cell, states[d]) = Math.DivRem(cell, Domain[d]);
        return states;
    }

    public static LogPotential Random(AttributeSet columns, int[] domain, SplitRandom random, double spread = 1)
    {
        var logs = new double[TableShape.Of(columns, domain).Cells];
        for (var i = 0; i < logs.Length; i++) logs[i] = spread * random.NextNormal();
        return new(columns, logs);
    }

    /// <summary>All non-empty sets of up to a number of columns.</summary>
    public static IEnumerable<AttributeSet> Subsets(int columns, int most)
    {
        for (var mask = 1; mask < 1 << columns; mask++)
        {
            int[] members = [.. Enumerable.Range(0, columns).Where(i => (mask >> i & 1) == 1)];
            if (members.Length <= most) yield return AttributeSet.Of(members);
        }
    }

    private int Position(int cell, AttributeSet columns)
    {
        var states = States(cell);
        var position = 0;
        foreach (var column in columns.Members) position = position * Domain[column] + states[column];
        return position;
    }
}
