using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>A Gaussian mixture behind a table's marginals.</summary>
internal sealed class FittedGmm : ICompleting, IConditional, IImputer, IIdentifying, IPersistable
{
    private const int Knots = 4096;
    private const double Reach = 9; // of the tables of distribution functions
    private readonly ColumnBins[] _bins;
    private readonly Marginal[] _marginals;
    private readonly GaussianMixture _mixture;
    private readonly int[] _dimensions, _codes; // of each column, −1 for none
    private readonly AliasTables _choice;
    private readonly AliasTables[] _states;
    private readonly double[][] _cdfs;
    private readonly ConditionalWeakTable<Condition, ConditionedGmm> _conditioned = []; // a condition comes again with every chunk

    public FittedGmm(ModelOrigin origin, TableSchema schema, ColumnBins[] bins, GaussianMixture mixture)
    {
        (Origin, Schema, _bins, _mixture) = (origin, schema, bins, mixture);
        _marginals = [.. bins.Select(column => column.Scale.Marginal)];
        int dimensions = 0, codes = 0;
        _dimensions = [.. _marginals.Select(marginal => IsNumeric(marginal) ? dimensions++ : -1)];
        _codes = [.. bins.Select(column => column.States > 1 ? codes++ : -1)];
        _choice = new AliasTables(1, mixture.Components);
        _choice.Set(0, Array.ConvertAll(mixture.Weights, weight => (float)weight));
        _states = [.. Enumerable.Range(0, codes).Select(k =>
        {
            var tables = new AliasTables(mixture.Components, mixture.Shares[0][k].Length);
            for (var c = 0; c < mixture.Components; c++) tables.Set(c, Array.ConvertAll(mixture.Shares[c][k], share => (float)share));
            return tables;
        })];
        _cdfs = [.. Enumerable.Range(0, dimensions).Select(i => Enumerable.Range(0, Knots + 1).Select(knot => mixture.MarginalCdf(i, Reach * (2.0 * knot / Knots - 1))).ToArray())];
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    /// <summary>Whether a column is one of the mixture's numbers.</summary>
    public static bool IsNumeric(Marginal marginal) => marginal is NumericMarginal { IsLatent: true };

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var chosen = new int[rows];
        var choices = random.Split("components");
        for (var row = 0; row < rows; row++) chosen[row] = _choice.Draw(0, choices.NextUInt64());
        var numbers = Numbers(chosen, random.Split("numbers"));
        var columns = new Column[_bins.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var stream = random.Split(_marginals[i].Name);
            var uniforms = _dimensions[i] >= 0 ? numbers[_dimensions[i]] : new double[rows];
            var missing = _codes[i] >= 0 ? Coded(i, chosen, uniforms, stream.Split("states")) : [];
            columns[i] = MarginalSampling.Decoded(_marginals[i], Schema.Columns[i], uniforms, missing, stream.Split("cells"));
        }
        return new DataFrame(columns);
    }

    public bool CanCondition(Condition where) => ConditionedGmm.CanBe(Boxes(where), _mixture, _bins, _dimensions, _codes);

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(where);
        var conditioned = _conditioned.GetValue(where, condition =>
            ConditionedGmm.Of(Boxes(condition), _mixture, _bins, _dimensions, _codes, Quantile, (dimension, x) => Cdf(_cdfs[dimension], x)));
        var draws = conditioned.Draw(rows, random.Split("rows"));
        return new DataFrame(_marginals.Select((marginal, i) =>
            MarginalSampling.Decoded(marginal, Schema.Columns[i], draws.Places[i], marginal.MissingRate > 0 ? draws.Missing[i] : [], random.Split(marginal.Name))));
    }

    public IReadOnlyList<Marginal> Marginals => _marginals;

    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation) =>
        new GmmCompletion(_mixture, _bins, _dimensions, _codes, Quantile, (dimension, x) => Cdf(_cdfs[dimension], x)).Draw(gaps, random, cancellation);

    public DataFrame Impute(DataFrame table, SampleOptions options) => RowCompletion.Impute(this, table, options);

    public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => RowCompletion.Redraw(this, table, columns, options);

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(_marginals, writer);
        var (n, d) = (_mixture.Components, _cdfs.Length);
        writer.WriteArray<double>("weights", _mixture.Weights);
        writer.WriteArray<double>("means", [.. _mixture.Means.SelectMany(mean => mean)], n, d);
        writer.WriteArray<double>("factors", [.. _mixture.Factors.SelectMany(factor => factor.Cast<double>())], n, d, d);
        for (var k = 0; k < _states.Length; k++)
            writer.WriteArray<double>(FormattableString.Invariant($"shares/{k}"), [.. _mixture.Shares.SelectMany(shares => shares[k])], n, _mixture.Shares[0][k].Length);
    }

    public static FittedGmm Load(ModelReader reader, ColumnBins[] bins)
    {
        var weights = reader.Array<double>("weights");
        var d = bins.Count(column => IsNumeric(column.Scale.Marginal));
        int[] states = [.. bins.Where(column => column.States > 1).Select(column => column.States)];
        if (weights.Length == 0) throw new ModelFormatException("The mixture has no component.");
        double[] means = reader.Array<double>("means", weights.Length, d), factors = reader.Array<double>("factors", weights.Length, d, d);
        double[][] shares = [.. states.Select((count, k) => reader.Array<double>(FormattableString.Invariant($"shares/{k}"), weights.Length, count))];
        if (weights.Concat(shares.SelectMany(share => share)).Any(x => !(x is >= 0 and <= 1.001)) || means.Concat(factors).Any(x => !double.IsFinite(x)))
            throw new ModelFormatException("The mixture holds a number that is out of range.");
        var mixture = new GaussianMixture(weights, [.. weights.Select((_, c) => means[(c * d)..((c + 1) * d)])], [.. weights.Select((_, c) => Factor(c))],
            [.. weights.Select((_, c) => states.Select((count, k) => shares[k][(c * count)..((c + 1) * count)]).ToArray())]);
        return new(reader.Origin, reader.Schema, bins, mixture);

        double[,] Factor(int component)
        {
            var factor = new double[d, d];
            for (var i = 0; i < d; i++)
                for (var j = 0; j < d; j++) factor[i, j] = factors[(component * d + i) * d + j];
            return factor;
        }
    }

    // States of a column: which rows are missing, and for categories a place in the state's part of the scale.
    private bool[] Coded(int column, int[] chosen, double[] uniforms, SplitRandom random)
    {
        var (bins, table) = (_bins[column], _states[_codes[column]]);
        var missing = bins.MissingState < 0 ? [] : new bool[chosen.Length];
        for (var row = 0; row < chosen.Length; row++)
        {
            var bits = random.NextUInt64();
            var state = table.Draw(chosen[row], bits);
            if (state == bins.MissingState) missing[row] = true;
            else if (_dimensions[column] < 0) uniforms[row] = bins.Interval(state).At(AliasTables.Uniform(bits));
        }
        return missing;
    }

    // Uniform numbers, one array a numeric column.
    private double[][] Numbers(int[] chosen, SplitRandom random)
    {
        var d = _cdfs.Length;
        var numbers = new double[d][];
        for (var i = 0; i < d; i++) numbers[i] = new double[chosen.Length];
        var normals = new double[d];
        for (var row = 0; row < chosen.Length; row++)
        {
            var (mean, factor) = (_mixture.Means[chosen[row]], _mixture.Factors[chosen[row]]);
            for (var i = 0; i < d; i++)
            {
                normals[i] = random.NextNormal();
                var x = mean[i];
                for (var j = 0; j <= i; j++) x += factor[i, j] * normals[j];
                numbers[i][row] = Cdf(_cdfs[i], x);
            }
        }
        return numbers;
    }

    private static double Cdf(double[] table, double x)
    {
        var position = (Math.Clamp(x, -Reach, Reach) + Reach) * (Knots / (2 * Reach));
        var knot = Math.Min((int)position, Knots - 1);
        return Math.Clamp(table[knot] + (position - knot) * (table[knot + 1] - table[knot]), 1e-15, 1 - 1e-15);
    }

    private IReadOnlyList<ColumnSet?[]>? Boxes(Condition where) => ConditionBoxes.Of(where, [.. _bins.Select(column => column.Scale)]);

    // The inverse of the table's distribution function; the ends of the scale are the ends of the line.
    private double Quantile(int dimension, double uniform)
    {
        if (uniform <= 0) return double.NegativeInfinity;
        if (uniform >= 1) return double.PositiveInfinity;
        var table = _cdfs[dimension];
        var (from, to) = (0, Knots);
        while (to - from > 1)
        {
            var middle = (from + to) / 2;
            if (table[middle] <= uniform) from = middle;
            else to = middle;
        }
        var rise = table[to] - table[from];
        return (from + (rise > 0 ? Math.Clamp((uniform - table[from]) / rise, 0, 1) : 0.5)) * (2 * Reach / Knots) - Reach;
    }
}
