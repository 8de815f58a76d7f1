using System.Collections.Concurrent;

namespace SynthNotebooks.Generators.Private;

/// <summary>Marginals of any columns of a distribution, by eliminating the others along the junction tree. Safe to use from several threads.</summary>
/// <remarks>
/// Each branch that holds a wanted column tells its distribution given the separator above it; such messages are kept, so that queries that share
/// columns share work. Cost: a query inside a clique one pass over it, any other the products of the reduced tables on the paths. Source: Koller,
/// Friedman, Probabilistic Graphical Models, 2009, section 10.3.3.
/// </remarks>
internal sealed class MarginalQueries
{
    private readonly TreeDistribution _distribution;
    private readonly JunctionTree _tree;
    private readonly int[] _homes; // for each column the topmost clique that holds it
    private readonly AttributeSet[] _below; // columns whose home is a clique or under it
    private readonly ConcurrentDictionary<(int Node, AttributeSet Wanted), Lazy<Table>> _messages = new();

    public MarginalQueries(TreeDistribution distribution)
    {
        (_distribution, _tree) = (distribution, distribution.Tree);
        _ = distribution.Beliefs;
        _homes = new int[_tree.Domain.Length];
        _below = new AttributeSet[_tree.Nodes.Length];
        for (var node = _tree.Nodes.Length - 1; node >= 0; node--)
        {
            _below[node] = _tree.Nodes[node].Residual;
            foreach (var column in _below[node].Members) _homes[column] = node;
            foreach (var child in _tree.Children[node]) _below[node] = _below[node].Union(_below[child]);
        }
    }

    private readonly record struct Table(TableShape Shape, double[] Cells);

    /// <summary>Probabilities of the cells of a marginal, columns ascending, row-major.</summary>
    public double[] Marginal(AttributeSet columns)
    {
        var shape = TableShape.Of(columns, _tree.Domain);
        var holder = _tree.Holding(columns);
        if (holder >= 0) return Projected(_tree.Nodes[holder].Shape, _distribution.Beliefs[holder], shape);
        var top = Top(columns);
        var table = Joined(top, _distribution.Beliefs[top], columns, columns);
        return Projected(table.Shape, table.Cells, shape);
    }

    // The lowest clique under which all columns have their homes.
    private int Top(AttributeSet columns)
    {
        var top = _homes[columns.Members[0]];
        while (!columns.IsSubsetOf(_below[top])) top = _tree.Nodes[top].Parent;
        return top;
    }

    // Distribution of the wanted columns under a clique given its separator: separator axes first.
    private Table Message(int node, AttributeSet wanted) => _messages.GetOrAdd((node, wanted), key => new(() =>
    {
        var separator = _tree.Nodes[key.Node].Separator;
        var table = Joined(key.Node, _distribution.Conditionals[key.Node], key.Wanted, key.Wanted.Union(separator.Columns));
        var shape = new TableShape([.. separator.Axes, .. key.Wanted.Except(separator.Columns).Members], _tree.Domain);
        return new(shape, Projected(table.Shape, table.Cells, shape));
    })).Value;

    // A clique's table joined with the messages of those children that know a wanted column, summed down to the columns to keep.
    private Table Joined(int node, double[] cells, AttributeSet wanted, AttributeSet keep)
    {
        int[] asked = [.. _tree.Children[node].Where(child => wanted.Common(_below[child]) > 0)];
        var needed = keep.Intersect(_tree.Nodes[node].Shape.Columns);
        foreach (var child in asked) needed = needed.Union(_tree.Nodes[child].Separator.Columns);
        var shape = _tree.Nodes[node].Shape.Only(needed, _tree.Domain);
        var table = new Table(shape, Projected(_tree.Nodes[node].Shape, cells, shape));
        for (var i = 0; i < asked.Length; i++)
        {
            var still = keep;
            for (var j = i + 1; j < asked.Length; j++) still = still.Union(_tree.Nodes[asked[j]].Separator.Columns);
            table = Contract(table, Message(asked[i], wanted.Intersect(_below[asked[i]])), _tree.Nodes[asked[i]].Separator, still);
        }
        return table;
    }

    // Σ over the columns that are not kept of left · right; right has its separator axes first, all of which left has too.
    private Table Contract(Table left, Table right, TableShape separator, AttributeSet keep)
    {
        int[] batch = [.. separator.Axes.Where(keep.Contains)], summed = [.. separator.Axes.Where(axis => !keep.Contains(axis))];
        int[] free = [.. left.Shape.Axes.Where(axis => keep.Contains(axis) && Array.IndexOf(separator.Axes, axis) < 0)];
        int[] added = right.Shape.Axes[separator.Axes.Length..];
        var order = new TableShape([.. batch, .. free, .. summed], _tree.Domain);
        var factors = Projected(left.Shape, left.Cells, order);
        TableShape result = new([.. batch, .. free, .. added], _tree.Domain), rows = new([.. batch, .. summed], _tree.Domain);
        var (block, many) = (new TableShape(added, _tree.Domain).Cells, new TableShape(summed, _tree.Domain).Cells);
        var frees = new TableShape(free, _tree.Domain).Cells;
        var starts = Starts(separator, rows, block);
        var cells = new double[result.Cells];
        for (int b = 0, at = 0; b < rows.Cells / many; b++)
        {
            for (var f = 0; f < frees; f++)
            {
                var into = cells.AsSpan((b * frees + f) * block, block);
                for (var s = 0; s < many; s++, at++)
                {
                    if (factors[at] != 0) RunKernels.AddScaled(right.Cells.AsSpan(starts[b * many + s], block), factors[at], into);
                }
            }
        }
        return new(result, cells);
    }

    // Where the block of each row begins in a table whose rows stand in the separator's order.
    private static int[] Starts(TableShape separator, TableShape rows, int block)
    {
        var strides = rows.StridesIn(separator);
        var starts = new int[rows.Cells];
        for (var row = 0; row < starts.Length; row++)
        {
            for (int d = strides.Length - 1, rest = row; d >= 0; d--)
            {
                (rest, var digit) = Math.DivRem(rest, rows.Sizes[d]);
                starts[row] += digit * strides[d] * block;
            }
        }
        return starts;
    }

    private static double[] Projected(TableShape from, double[] cells, TableShape to)
    {
        var part = new double[to.Cells];
        new TableProjection(from, to).Sum(cells, part);
        return part;
    }
}
