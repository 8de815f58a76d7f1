using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Rows with a kernel on each.</summary>
internal sealed class FittedKernel : IFittedGenerator, IIdentifying, IPersistable
{
    private readonly KernelColumn[] _columns;
    private readonly Marginal[] _marginals;
    private readonly double[,] _factor;
    private readonly double _bandwidth, _anew;

    /// <param name="origin">What made the model.</param>
    /// <param name="schema">The schema of samples.</param>
    /// <param name="columns">The rows, column by column.</param>
    /// <param name="factor">Cholesky factor of the correlations of numeric columns.</param>
    /// <param name="bandwidth">Of numbers, in standard deviations of their normal scores.</param>
    /// <param name="anew">Probability that a category is drawn anew.</param>
    public FittedKernel(ModelOrigin origin, TableSchema schema, KernelColumn[] columns, double[,] factor, double bandwidth, double anew)
    {
        (Origin, Schema, _columns, _factor, _bandwidth, _anew) = (origin, schema, columns, factor, bandwidth, anew);
        _marginals = [.. columns.Select(column => column.Marginal)];
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var chosen = new int[rows];
        var choices = random.Split("rows");
        for (var row = 0; row < rows; row++) chosen[row] = choices.NextBelow(_columns[0].Atoms.Length);
        var noise = Noise(rows, random.Split("noise"));
        var columns = new Column[_columns.Length];
        var numeric = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var stream = random.Split(_marginals[i].Name);
            var missing = Missing(_columns[i], chosen, stream.Split("missing"));
            var uniforms = new double[rows];
            if (_columns[i].IsNumeric) Move(_columns[i], chosen, noise[numeric++], uniforms, stream.Split("values"));
            else if (_columns[i].Choice is { } choice)
            {
                columns[i] = ((CategoryMarginal)_marginals[i]).Pick(Categories(_columns[i], choice, chosen, stream.Split("values")), missing);
                continue;
            }
            columns[i] = MarginalSampling.Decoded(_marginals[i], Schema.Columns[i], uniforms, missing, stream);
        }
        return new DataFrame(columns);
    }

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(_marginals, writer);
        writer.Write("bandwidth", _bandwidth);
        writer.Write("anew", _anew);
        var n = _factor.GetLength(0);
        writer.WriteArray<double>("factor", [.. _factor.Cast<double>()], n, n);
        for (var i = 0; i < _columns.Length; i++) writer.WriteArray<int>(FormattableString.Invariant($"atoms/{i}"), _columns[i].Atoms);
    }

    public static FittedKernel Load(ModelReader reader)
    {
        var marginals = MarginalStore.Load(reader);
        var columns = new KernelColumn[marginals.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = new(marginals[i], reader.Array<int>(FormattableString.Invariant($"atoms/{i}")));
            var most = columns[i].Count;
            if (columns[i].Atoms.Length != columns[0].Atoms.Length || columns[i].Atoms.Length == 0 || columns[i].Atoms.Any(atom => atom < -2 || atom >= most))
                throw new ModelFormatException($"The rows of column '{marginals[i].Name}' are damaged.");
        }
        var n = columns.Count(column => column.IsNumeric);
        var cells = reader.Array<double>("factor", n, n);
        var factor = new double[n, n];
        for (var i = 0; i < cells.Length; i++)
            factor[i / n, i % n] = double.IsFinite(cells[i]) ? cells[i] : throw new ModelFormatException("The kernel's factor holds a number that is not finite.");
        return new(reader.Origin, reader.Schema, columns, factor, reader.Real("bandwidth", 0, 1e6), reader.Real("anew", 0, 1));
    }

    // Normal noise, one array a numeric column, correlated as the columns are.
    private double[][] Noise(int rows, SplitRandom random)
    {
        var n = _factor.GetLength(0);
        var noise = new double[n][];
        for (var i = 0; i < n; i++) noise[i] = new double[rows];
        var normals = new double[n];
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < n; i++)
            {
                normals[i] = random.NextNormal();
                var sum = 0.0;
                for (var j = 0; j <= i; j++) sum += _factor[i, j] * normals[j];
                noise[i][row] = sum;
            }
        }
        return noise;
    }

    private void Move(KernelColumn column, int[] chosen, double[] noise, double[] uniforms, SplitRandom random)
    {
        var shrink = 1 / Math.Sqrt(1 + _bandwidth * _bandwidth);
        for (var row = 0; row < uniforms.Length; row++)
            uniforms[row] = NormalTable.Cdf((column.Score(column.Atoms[chosen[row]], random.NextOpenDouble()) + _bandwidth * noise[row]) * shrink);
    }

    private int[] Categories(KernelColumn column, CumulativeTable choice, int[] chosen, SplitRandom random)
    {
        var codes = new int[chosen.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            double change = random.NextDouble(), other = random.NextDouble();
            codes[row] = column.Atoms[chosen[row]];
            if (change < _anew || codes[row] < 0) codes[row] = choice.Find(other);
        }
        return codes;
    }

    private bool[] Missing(KernelColumn column, int[] chosen, SplitRandom random)
    {
        if (column.Marginal.MissingRate <= 0) return [];
        var missing = new bool[chosen.Length];
        for (var row = 0; row < missing.Length; row++)
        {
            double change = random.NextDouble(), other = random.NextDouble();
            missing[row] = change < _anew ? other < column.Marginal.MissingRate : column.Atoms[chosen[row]] == -1;
        }
        return missing;
    }
}
