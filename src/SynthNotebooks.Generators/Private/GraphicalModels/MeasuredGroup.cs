namespace SynthNotebooks.Generators.Private;

/// <summary>A largest measured marginal and those inside it, with the part of the loss that they make.</summary>
internal sealed class MeasuredGroup
{
    private readonly TableProjection _fromNode;
    private readonly Part[] _parts;

    /// <param name="columns">Lies inside a clique of the tree.</param>
    /// <param name="tree">The tree.</param>
    /// <param name="measured">Marginals inside the columns.</param>
    public MeasuredGroup(AttributeSet columns, JunctionTree tree, IReadOnlyList<NoisyMarginal> measured)
    {
        Node = tree.Holding(columns);
        Shape = tree.Nodes[Node].Shape.Only(columns, tree.Domain);
        _fromNode = new(tree.Nodes[Node].Shape, Shape);
        _parts = [.. measured.Select(marginal => new Part(marginal, Shape, tree.Domain))];
    }

    // One measurement, its cells in the order of the group's axes.
    private sealed class Part
    {
        public Part(NoisyMarginal marginal, TableShape group, int[] domain)
        {
            var shape = group.Only(marginal.Columns, domain);
            var order = new TableProjection(shape, TableShape.Of(marginal.Columns, domain));
            (Values, Precisions, Cells) = (new double[shape.Cells], new double[shape.Cells], new double[shape.Cells]);
            order.Spread(marginal.Values, Values);
            order.Spread(marginal.Precisions, Precisions);
            FromGroup = shape.Cells == group.Cells && shape.Axes.Length == group.Axes.Length ? null : new(group, shape);
        }

        public double[] Values { get; }

        public double[] Precisions { get; }

        public double[] Cells { get; }

        public TableProjection? FromGroup { get; }
    }

    /// <summary>The clique that holds the group.</summary>
    public int Node { get; }

    /// <summary>Axes in the order of the clique.</summary>
    public TableShape Shape { get; }

    /// <summary>The group's marginal out of its clique's.</summary>
    public void Marginal(ReadOnlySpan<double> belief, Span<double> into) => _fromNode.Sum(belief, into);

    /// <summary>Adds the group's potential to its clique's.</summary>
    public void AddTo(double[] node, double[] potential) => _fromNode.Add(potential, node);

    /// <summary>Half the sum of squared errors, each over its variance, and the slope by each cell of the group's marginal.</summary>
    /// <param name="marginal">Probabilities.</param>
    /// <param name="total">Number of records.</param>
    /// <param name="slope">By counts, not by probabilities; overwritten.</param>
    public double Loss(double[] marginal, double total, double[] slope)
    {
        var loss = 0.0;
        slope.AsSpan().Clear();
        foreach (var part in _parts)
        {
            if (part.FromGroup is { } projection) projection.Sum(marginal, part.Cells);
            else marginal.CopyTo(part.Cells, 0);
            var (cells, values, precisions) = (part.Cells, part.Values, part.Precisions);
            for (var i = 0; i < cells.Length; i++)
            {
                var error = total * cells[i] - values[i];
                cells[i] = error * precisions[i];
                loss += error * cells[i];
            }
            if (part.FromGroup is { } back) back.Add(cells, slope);
            else RunKernels.Add(cells, slope);
        }
        return loss / 2;
    }
}
