using SynthNotebooks.Contracts;
using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Mixtures;

/// <summary>A product of models, each of a block of columns.</summary>
/// <param name="layout">All columns.</param>
/// <param name="blocks">Columns of each block; together every column once.</param>
/// <param name="models">One a block.</param>
internal sealed class BlockModel(StateLayout layout, int[][] blocks, IStateModel[] models) : IStateModel
{
    /// <summary>Number of blocks.</summary>
    public int Count => blocks.Length;

    /// <summary>Fits a model to every block that a table falls into; the plain model when there is one, or held-out rows prefer it.</summary>
    /// <param name="table">The training rows.</param>
    /// <param name="layout">Their columns.</param>
    /// <param name="context">What surrounds the fit.</param>
    /// <param name="fit">Fits a table.</param>
    public static IStateModel Fit(StateTable table, StateLayout layout, FitContext context, Func<StateTable, StateLayout, FitContext, IStateModel> fit)
    {
        var blocks = ColumnBlocks.Of(table, (count, body) => Statistical.TrainingTable.InParallel(count, context, body));
        if (blocks.Length == 1 || !new BlockChoice(table, context).Prefers(blocks)) return fit(table, layout, context);
        var models = new IStateModel[blocks.Length];
        for (var b = 0; b < models.Length; b++)
        {
            context.Progress?.Report(new((double)b / models.Length, $"block {b + 1} of {models.Length}"));
            models[b] = fit(table.Select(blocks[b]), layout.Select(blocks[b]), context with { Progress = null });
        }
        return new BlockModel(layout, blocks, models);
    }

    public bool CanGive(float[]?[] evidence)
    {
        for (var b = 0; b < models.Length; b++)
            if (!models[b].CanGive(Select(evidence, blocks[b]))) return false;
        return true;
    }

    public IStateSampler Given(float[]?[]? evidence) =>
        new Sampler(layout, blocks, [.. models.Select((model, b) => model.Given(evidence is null ? null : Select(evidence, blocks[b])))]);

    public double[] LogProbabilities(StateTable rows, CancellationToken cancellation)
    {
        var sums = new double[rows.Rows];
        for (var b = 0; b < models.Length; b++)
        {
            var part = models[b].LogProbabilities(rows.Select(blocks[b]), cancellation);
            for (var row = 0; row < sums.Length; row++) sums[row] += part[row];
        }
        return sums;
    }

    public void Complete(StateTable rows, int first, int count, SplitRandom random)
    {
        for (var b = 0; b < models.Length; b++)
        {
            var own = blocks[b];
            var part = rows.Select(own, first, count);
            models[b].Complete(part, 0, count, random.Split((ulong)b));
            for (var row = 0; row < count; row++)
                for (var i = 0; i < own.Length; i++) rows.Cells[(first + row) * rows.Columns + own[i]] = part.Cells[row * own.Length + i];
        }
    }

    public void Save(ModelWriter writer)
    {
        var block = new int[layout.Columns];
        for (var b = 0; b < blocks.Length; b++)
            foreach (var i in blocks[b]) block[i] = b;
        writer.WriteArray<int>("blocks", block);
        for (var b = 0; b < models.Length; b++) models[b].Save(writer.Part(FormattableString.Invariant($"blocks/{b}")));
    }

    /// <summary>Reads what a fit gave: a product of models, or one model.</summary>
    /// <param name="layout">All columns.</param>
    /// <param name="reader">The part that was written.</param>
    /// <param name="load">Reads one model.</param>
    public static IStateModel Load(StateLayout layout, ModelReader reader, Func<StateLayout, ModelReader, IStateModel> load)
    {
        if (!reader.HasArray("blocks")) return load(layout, reader);
        var block = reader.Array<int>("blocks", [layout.Columns]);
        var count = block.Max() + 1;
        if (block.Any(b => b < 0) || count > layout.Columns || block.Distinct().Count() != count) throw new ModelFormatException("The model's blocks of columns are damaged.");
        int[][] blocks = [.. Enumerable.Range(0, count).Select(b => Enumerable.Range(0, block.Length).Where(i => block[i] == b).ToArray())];
        return new BlockModel(layout, blocks, [.. blocks.Select((columns, b) => load(layout.Select(columns), reader.Part(FormattableString.Invariant($"blocks/{b}"))))]);
    }

    private static float[]?[] Select(float[]?[] evidence, int[] columns) => Array.ConvertAll(columns, i => evidence[i]);

    private sealed class Sampler(StateLayout layout, int[][] blocks, IStateSampler[] samplers) : IStateSampler
    {
        public double Probability { get; } = samplers.Aggregate(1.0, (product, sampler) => product * sampler.Probability);

        public void Draw(SplitRandom random, StateDraws draws)
        {
            if (draws.States.Length != layout.Columns) throw new ArgumentException($"There are {draws.States.Length} columns to draw, the model has {layout.Columns}.", nameof(draws));
            for (var b = 0; b < samplers.Length; b++)
            {
                var own = blocks[b];
                samplers[b].Draw(random.Split((ulong)b), new(Array.ConvertAll(own, i => draws.States[i]), Array.ConvertAll(own, i => draws.Uniforms[i])));
            }
        }
    }
}
