using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Statistical;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Trees;

/// <summary>How the columns of a table become states that trees split, and states become cells again. Immutable.</summary>
/// <remarks>
/// A state is a bin of its marginal's scale, or missing. A cell is made anew inside its bin, so that values are those of the marginal: smoothed extremes, no
/// rare categories, fresh identifiers.
/// </remarks>
internal sealed class CodedTable
{
    private const string BinsName = "bins";
    private readonly int[] _mostBins;

    private CodedTable(Marginal[] marginals, int[] mostBins)
    {
        (Marginals, _mostBins) = (marginals, mostBins);
        Bins = [.. marginals.Select((marginal, i) => ColumnBins.Of(marginal, mostBins[i]))];
        Scales = [.. Bins.Select(bins => bins.Scale)];
    }

    public Marginal[] Marginals { get; }

    public ColumnBins[] Bins { get; }

    public RankScale[] Scales { get; }

    public int Columns => Bins.Length;

    /// <param name="marginals">One a column.</param>
    /// <param name="rows">Number of training rows, which decides how fine numbers are cut.</param>
    /// <param name="numericBins">Most bins of a numeric column; 0 chooses by the number of rows.</param>
    public static CodedTable Of(Marginal[] marginals, int rows, int numericBins)
    {
        const int categories = CodedColumn.MostStates - 1;
        var most = numericBins > 0 ? numericBins : (int)Math.Clamp(Math.Sqrt(rows) / 2, 8, 64);
        return new(marginals, [.. marginals.Select(marginal => marginal is NumericMarginal ? most : categories)]);
    }

    /// <summary>States of a training table. A category that never comes out takes the state of a draw from its marginal.</summary>
    /// <param name="training">Columns as the marginals'.</param>
    /// <param name="context">Seed, threads, cancellation.</param>
    public CodedColumn[] Encode(DataFrame training, FitContext context)
    {
        var root = new SplitRandom(context.Seed).Split("unknown");
        var coded = new CodedColumn[Columns];
        TrainingTable.InParallel(Columns, context, i =>
        {
            var bins = Bins[i];
            var random = root.Split((ulong)i);
            var states = bins.Encode(training.Columns[i]);
            var codes = new byte[states.Length];
            for (var row = 0; row < codes.Length; row++) codes[row] = (byte)(states[row] >= 0 ? states[row] : BinAt(bins, random.NextDouble()));
            coded[i] = new(codes, bins.States, bins.IsOrdered, bins.MissingState);
        });
        return coded;
    }

    /// <summary>Cells of drawn states.</summary>
    /// <param name="schema">Formats.</param>
    /// <param name="states">Column by row.</param>
    /// <param name="places">Column by row: the place of each value on its marginal's scale; anything where missing.</param>
    /// <param name="random">For identifiers and texts.</param>
    public DataFrame Decode(TableSchema schema, byte[][] states, double[][] places, SplitRandom random)
    {
        var columns = new Column[Columns];
        for (var i = 0; i < columns.Length; i++)
        {
            bool[] missing = [];
            if (Bins[i].MissingState is >= 0 and var gone)
            {
                missing = new bool[states[i].Length];
                for (var row = 0; row < missing.Length; row++) missing[row] = states[i][row] == gone;
            }
            columns[i] = MarginalSampling.Decoded(Marginals[i], schema.Columns[i], places[i], missing, random.Split(Marginals[i].Name));
        }
        return new DataFrame(columns);
    }

    /// <summary>Draws the places of values inside the bins of their states.</summary>
    /// <param name="column">Which column.</param>
    /// <param name="states">Its states.</param>
    /// <param name="places">Filled.</param>
    /// <param name="random">The only source of randomness.</param>
    public void Place(int column, ReadOnlySpan<byte> states, Span<double> places, SplitRandom random)
    {
        var bins = Bins[column];
        for (var row = 0; row < states.Length; row++)
            places[row] = states[row] < bins.Bins ? bins.Interval(states[row]).At(random.NextDouble()) : 0;
    }

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(Marginals, writer);
        writer.WriteArray<int>(BinsName, _mostBins);
    }

    public static CodedTable Load(ModelReader reader)
    {
        var marginals = MarginalStore.Load(reader);
        var most = reader.Array<int>(BinsName, marginals.Length);
        return most.All(bins => bins is > 0 and < CodedColumn.MostStates)
            ? new(marginals, most)
            : throw new ModelFormatException($"A column of the model has no legal number of bins: 1 to {CodedColumn.MostStates - 1}.");
    }

    private static int BinAt(ColumnBins bins, double uniform)
    {
        var bin = 0;
        while (bin < bins.Bins - 1 && uniform >= bins.Interval(bin).High) bin++;
        return bin;
    }
}
