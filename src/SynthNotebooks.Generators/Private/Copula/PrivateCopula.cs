using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Private;

/// <summary>Columns of noisy histograms, joined by correlated normal numbers. Conditions are met by rejection.</summary>
internal sealed class PrivateCopula : IFittedGenerator, IMeasured, IPersistable, IPrivateRelease, IConstrained
{
    private readonly PrivateModel _columns;
    private readonly double[][] _shares;
    private readonly double[,] _correlations, _factor;
    private readonly CumulativeTable[] _tables;

    /// <param name="columns">The columns on their own.</param>
    /// <param name="shares">Probabilities of each column's states.</param>
    /// <param name="correlations">Positive definite, unit diagonal.</param>
    public PrivateCopula(PrivateModel columns, double[][] shares, double[,] correlations)
    {
        (_columns, _shares, _correlations) = (columns, shares, correlations);
        if (!Cholesky.TryFactor(correlations, out _factor)) throw new ModelFormatException("The correlations are not positive definite.");
        _tables = [.. shares.Select(share => new CumulativeTable(share))];
    }

    public ModelOrigin Origin => _columns.Origin;

    public TableSchema Schema => _columns.Schema;

    public IReadOnlyList<(string Name, double Value)> Measurements => _columns.Measurements;

    public string Claim => _columns.Claim;

    public bool IsPrivate => _columns.IsPrivate;

    public double Rho => _columns.Rho;

    public double Total => _columns.Total;

    public ConstraintSet Constraints => _columns.Constraints;

    public IReadOnlyList<ConstraintHandling> Handling => _columns.Handling;

    public ConstraintCost Cost => _columns.Cost;

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var columns = _shares.Length;
        var states = new ushort[columns][];
        for (var i = 0; i < columns; i++) states[i] = new ushort[rows];
        var (stream, normals) = (random.Split("states"), new double[columns]);
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < columns; i++) normals[i] = stream.NextNormal();
            for (var i = 0; i < columns; i++)
            {
                var z = 0.0;
                for (var j = 0; j <= i; j++) z += _factor[i, j] * normals[j];
                states[i][row] = (ushort)_tables[i].Find(Math.Min(PortableMath.NormalCdf(z), Math.BitDecrement(1.0)));
            }
        }
        return _columns.Decode(states, random);
    }

    public void Save(ModelWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _columns.Save(writer);
        var n = _shares.Length;
        var cells = new double[n * n];
        Buffer.BlockCopy(_correlations, 0, cells, 0, cells.Length * sizeof(double));
        writer.WriteArray<double>("copula/correlations", cells, [n, n]);
        for (var i = 0; i < n; i++) writer.WriteArray<double>(FormattableString.Invariant($"copula/shares/{i}"), _shares[i]);
    }

    /// <summary>Reads a model back.</summary>
    public static PrivateCopula LoadFrom(ModelReader reader)
    {
        var columns = PrivateModel.Load(reader);
        var n = columns.Schema.Columns.Count;
        var cells = reader.Array<double>("copula/correlations", [n, n]);
        var correlations = new double[n, n];
        Buffer.BlockCopy(cells, 0, correlations, 0, cells.Length * sizeof(double));
        var shares = new double[n][];
        for (var i = 0; i < n; i++)
        {
            shares[i] = reader.Array<double>(FormattableString.Invariant($"copula/shares/{i}"), [columns.Distribution.Tree.Domain[i]]);
            if (shares[i].Any(share => !(share is >= 0 and <= 1 + 1e-9)) || shares[i].Sum() < 0.5) throw new ModelFormatException($"Column '{columns.Schema.Columns[i].Name}' has no distribution.");
        }
        return new(columns, shares, correlations);
    }
}
