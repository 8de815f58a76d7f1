using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Mixtures;

namespace SynthNotebooks.Generators.Private;

/// <summary>A tree distribution of the states of a table's columns: exact sampling, conditions, densities and completion.</summary>
internal sealed class JunctionTreeModel : IStateModel
{
    private readonly RowInference _rows;

    public JunctionTreeModel(TreeDistribution distribution)
    {
        Distribution = distribution;
        _rows = new(distribution);
    }

    public TreeDistribution Distribution { get; }

    public IStateSampler Given(float[]?[]? evidence)
    {
        if (evidence is null) return new Sampler(Distribution, 1);
        var tree = Distribution.Tree;
        var beliefs = new BeliefPropagation(tree);
        beliefs.Collect((node, cells) => Weighted(node, evidence, cells));
        return new Sampler(new(tree, [.. tree.Nodes.Select((_, node) => beliefs.Conditional(node))], [], Distribution.Total), PortableMath.Exp(Math.Min(0, beliefs.LogPartition)));
    }

    public double[] LogProbabilities(StateTable rows, CancellationToken cancellation)
    {
        var result = new double[rows.Rows];
        const int block = 256;
        Parallel.For(0, (rows.Rows + block - 1) / block, new() { CancellationToken = cancellation }, part =>
        {
            for (var row = part * block; row < Math.Min(rows.Rows, (part + 1) * block); row++)
            {
                if ((row & 15) == 0) cancellation.ThrowIfCancellationRequested();
                result[row] = _rows.LogProbability(rows, row);
            }
        });
        return result;
    }

    public void Complete(StateTable rows, int first, int count, SplitRandom random)
    {
        for (var row = first; row < first + count; row++) _rows.Complete(rows, row, random);
    }

    public void Save(ModelWriter writer)
    {
        var tree = Distribution.Tree;
        writer.Write("cliques", tree.Nodes.Length);
        writer.Write("total", Distribution.Total);
        for (var node = 0; node < tree.Nodes.Length; node++)
        {
            var part = writer.Part(FormattableString.Invariant($"{node}"));
            part.WriteArray<int>("columns", tree.Nodes[node].Shape.Columns.Members);
            part.WriteArray<double>("conditional", Distribution.Conditionals[node]);
        }
    }

    public static JunctionTreeModel Load(StateLayout layout, ModelReader reader)
    {
        int[] domain = [.. layout.Bins.Select(bins => bins.States)];
        var cliques = new AttributeSet[reader.Integer("cliques", 1, domain.Length)];
        for (var i = 0; i < cliques.Length; i++)
        {
            var columns = reader.Part(FormattableString.Invariant($"{i}")).Array<int>("columns");
            if (columns.Length == 0 || columns.Any(column => column < 0 || column >= domain.Length) || columns.Distinct().Count() != columns.Length)
                throw new ModelFormatException($"Clique {i} is no set of columns.");
            cliques[i] = AttributeSet.Of(columns);
            if (TableShape.CellsOf(cliques[i], domain) > Array.MaxLength) throw new ModelFormatException($"Clique {i} is too large.");
        }
        var tree = JunctionTree.OfCliques(domain, cliques);
        if (!tree.Nodes.SelectMany(node => node.Residual.Members.ToArray()).Order().SequenceEqual(Enumerable.Range(0, domain.Length)))
            throw new ModelFormatException("The cliques are no junction tree of the columns.");
        var tables = new double[cliques.Length][];
        for (var i = 0; i < cliques.Length; i++)
        {
            if (!tree.Nodes[i].Shape.Columns.Equals(cliques[i])) throw new ModelFormatException($"Clique {i} is out of order.");
            tables[i] = reader.Part(FormattableString.Invariant($"{i}")).Array<double>("conditional", [tree.Nodes[i].Shape.Cells]);
            if (tables[i].Any(cell => !(cell is >= 0 and <= 1 + 1e-9))) throw new ModelFormatException($"Clique {i} has a probability outside 0 to 1.");
        }
        return new(new(tree, tables, [], reader.Real("total", 0)));
    }

    // Logarithms of a clique's conditional table under evidence, which each column gives in its topmost clique.
    private void Weighted(int node, float[]?[] evidence, double[] cells)
    {
        var tree = Distribution.Tree;
        var conditional = Distribution.Conditionals[node];
        for (var i = 0; i < cells.Length; i++) cells[i] = PortableMath.Log(conditional[i]);
        foreach (var column in tree.Nodes[node].Residual.Members)
        {
            if (evidence[column] is not { } shares) continue;
            double[] logs = [.. shares.Select(share => PortableMath.Log(share))];
            new TableProjection(tree.Nodes[node].Shape, new([column], tree.Domain)).Add(logs, cells);
        }
    }

    private sealed class Sampler(TreeDistribution distribution, double probability) : IStateSampler
    {
        private readonly Lazy<RoundedSampler> _sampler = new(() => new(distribution));

        public double Probability => probability;

        public void Draw(SplitRandom random, StateDraws draws)
        {
            var states = _sampler.Value.Draw(draws.Rows, random.Split("states"));
            var places = random.Split("places");
            for (var i = 0; i < states.Length; i++)
            {
                states[i].CopyTo(draws.States[i], 0);
                for (var row = 0; row < draws.Rows; row++) draws.Uniforms[i][row] = places.NextDouble();
            }
        }
    }
}
