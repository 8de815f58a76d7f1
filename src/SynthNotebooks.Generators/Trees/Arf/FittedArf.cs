using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>A forest whose leaves are the components of a mixture.</summary>
internal sealed class FittedArf : IFittedGenerator, IIdentifying, IPersistable
{
    private readonly CodedTable _table;
    private readonly ArfTree[] _trees;
    private readonly LeafChoice _leaves;

    public FittedArf(ModelOrigin origin, TableSchema schema, CodedTable table, ArfTree[] trees)
    {
        (Origin, Schema, _table, _trees) = (origin, schema, table, trees);
        _leaves = new LeafChoice(trees);
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var (states, places) = (new byte[_table.Columns][], new double[_table.Columns][]);
        var stream = random.Split("states");
        var (order, chosen) = _leaves.Draw(rows, stream.Split("leaves"));
        for (var i = 0; i < states.Length; i++)
        {
            (states[i], places[i]) = (new byte[rows], new double[rows]);
            var own = stream.Split((ulong)i);
            foreach (var row in order)
            {
                var (tree, leaf) = _leaves[chosen[row]];
                states[i][row] = _trees[tree].Columns[i].Draw(leaf, own);
            }
            _table.Place(i, states[i], places[i], own);
        }
        return _table.Decode(Schema, states, places, random);
    }

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(_table.Marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        _table.Save(writer);
        writer.Write("trees", _trees.Length);
        for (var t = 0; t < _trees.Length; t++)
        {
            var part = writer.Part(FormattableString.Invariant($"trees/{t}"));
            TreeStore.Save(_trees[t].Tree, part);
            for (var i = 0; i < _table.Columns; i++) TreeStore.Save(_trees[t].Columns[i], FormattableString.Invariant($"leaves/{i}"), part);
        }
    }

    public static FittedArf Load(ModelReader reader)
    {
        var table = CodedTable.Load(reader);
        var trees = new ArfTree[reader.Integer("trees", 1, 1000)];
        for (var t = 0; t < trees.Length; t++)
        {
            var part = reader.Part(FormattableString.Invariant($"trees/{t}"));
            var tree = TreeStore.Load(part, column => column >= 0 && column < table.Columns);
            trees[t] = new(tree, [.. table.Bins.Select((bins, i) => TreeStore.LoadDistributions(part, FormattableString.Invariant($"leaves/{i}"), tree, bins.States))]);
        }
        return new(reader.Origin, reader.Schema, table, trees);
    }
}
