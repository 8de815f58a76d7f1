using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Completion;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Marginals joined by correlated normal variables, or by Student t variables.</summary>
internal sealed class FittedCopula : ICompleting, IConditional, IImputer, IIdentifying, IPersistable
{
    private const string FactorName = "factor";
    private const int BlockRows = 256; // normals of a block stay in the first-level cache
    private readonly Marginal[] _marginals;
    private readonly int[] _valueLatents, _missingLatents;
    private readonly CategoryTree?[] _trees;
    private readonly double[,] _factor;
    private readonly StudentScale? _student;
    private readonly RankScale[] _scales;
    private readonly LatentBoxes _boxes;
    private readonly ConditionalWeakTable<Condition, ConditionedLatents> _conditioned = []; // a condition comes again with every chunk

    public FittedCopula(ModelOrigin origin, TableSchema schema, Marginal[] marginals, int[] valueLatents, int[] missingLatents, CategoryTree?[] trees, double[,] factor, StudentScale? student = null)
    {
        (Origin, Schema, _marginals, _valueLatents, _missingLatents, _trees, _factor, _student) = (origin, schema, marginals, valueLatents, missingLatents, trees, factor, student);
        _scales = [.. marginals.Select(RankScale.Of)];
        _boxes = new LatentBoxes(marginals, valueLatents, missingLatents, trees);
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    /// <summary>Degrees of freedom of the latent variables, infinite when they are normal.</summary>
    public double Degrees => _student?.Degrees ?? double.PositiveInfinity;

    public DataFrame SampleChunk(int rows, SplitRandom random) => Decoded(Uniforms(rows, random.Split("latents"), random.Split("scales")), rows, random);

    public bool CanCondition(Condition where) => Boxes(where) is not null;

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(where);
        var latents = _conditioned.GetValue(where, condition => new ConditionedLatents(_factor, Boxes(condition) ?? throw ConditionErrors.NotByInference(), _student));
        return Decoded(latents.Draw(rows, random.Split("latents")), rows, random);
    }

    public IReadOnlyList<Marginal> Marginals => _marginals;

    public CellDraws Draw(Gaps gaps, SplitRandom random, CancellationToken cancellation) =>
        new LatentCompletion(_boxes, _scales, _factor, _student).Draw(gaps, random, cancellation);

    public DataFrame Impute(DataFrame table, SampleOptions options) => RowCompletion.Impute(this, table, options);

    public DataFrame Redraw(DataFrame table, IReadOnlyList<string> columns, SampleOptions options) => RowCompletion.Redraw(this, table, columns, options);

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) =>
        MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(_marginals, writer);
        if (_student is not null) writer.Write("degrees", _student.Degrees);
        writer.WriteArray<int>("value-latents", _valueLatents);
        writer.WriteArray<int>("missing-latents", _missingLatents);
        for (var i = 0; i < _trees.Length; i++)
        {
            if (_trees[i] is not { } tree) continue;
            var part = writer.Part(FormattableString.Invariant($"trees/{i}"));
            part.WriteArray<int>("sizes", [.. tree.Nodes.Select(node => node.Children.Length)]);
            part.WriteArray<int>("children", [.. tree.Nodes.SelectMany(node => node.Children)]);
            part.WriteArray<double>("masses", [.. tree.Nodes.SelectMany(node => node.Masses)]);
        }
        writer.WriteArray<int>("trees", [.. _trees.Select(tree => tree is null ? 0 : 1)]);
        var n = _factor.GetLength(0);
        writer.WriteArray<double>(FactorName, [.. _factor.Cast<double>()], n, n);
    }

    public static FittedCopula Load(ModelReader reader, StudentScale? student = null)
    {
        var marginals = MarginalStore.Load(reader);
        int[] values = reader.Array<int>("value-latents", marginals.Length), missing = reader.Array<int>("missing-latents", marginals.Length);
        var grown = reader.Array<int>("trees", marginals.Length);
        var trees = marginals.Select((marginal, i) => grown[i] == 0 ? null : LoadTree(marginal, reader.Part(FormattableString.Invariant($"trees/{i}")))).ToArray();
        var n = Math.Max(values.Select((latent, i) => latent + Math.Max(1, trees[i]?.Nodes.Count ?? 1)).Max(), missing.Max() + 1);
        for (var i = 0; i < values.Length; i++)
            if (values[i] < 0 && trees[i] is not null) throw new ModelFormatException($"Column {i} of the copula has a tree and no latent variable.");
        if (values.Min() < -1 || missing.Min() < -1) throw new ModelFormatException("A column of the copula has a negative latent variable.");
        var cells = reader.Array<double>(FactorName, n, n);
        var factor = new double[n, n];
        for (var i = 0; i < cells.Length; i++)
            factor[i / n, i % n] = double.IsFinite(cells[i]) ? cells[i] : throw new ModelFormatException("The copula's factor holds a number that is not finite.");
        return new(reader.Origin, reader.Schema, marginals, values, missing, trees, factor, student);
    }

    private static CategoryTree LoadTree(Marginal marginal, ModelReader part)
    {
        if (marginal is not CategoryMarginal category) throw new ModelFormatException($"Column '{marginal.Name}' has a tree but no categories.");
        int[] sizes = part.Array<int>("sizes"), children = part.Array<int>("children");
        var masses = part.Array<double>("masses", children.Length);
        var nodes = new List<CategoryNode>();
        var at = 0;
        foreach (var size in sizes)
        {
            if (size < 1 || size > children.Length - at) throw new ModelFormatException($"The tree of column '{marginal.Name}' is damaged.");
            nodes.Add(new(children[at..(at + size)], masses[at..(at + size)]));
            at += size;
        }
        return nodes.Count > 0 ? new CategoryTree(nodes, category.Count) : throw new ModelFormatException($"The tree of column '{marginal.Name}' is empty.");
    }

    private List<LatentBox>? Boxes(Condition where) =>
        ConditionBoxes.Of(where, _scales) is { } boxes ? _boxes.Of(boxes, ConditionedLatents.MostBoxes(_student)) : null;

    private DataFrame Decoded(double[][] uniforms, int rows, SplitRandom random)
    {
        var columns = new Column[_marginals.Length];
        double[] zeros = [];
        for (var i = 0; i < columns.Length; i++)
        {
            if (_trees[i] is { } tree)
            {
                var codes = tree.Pick(uniforms.AsSpan(_valueLatents[i], tree.Nodes.Count));
                columns[i] = ((CategoryMarginal)_marginals[i]).Pick(codes, Missing(i, rows, uniforms));
                continue;
            }
            var values = _valueLatents[i] >= 0 ? uniforms[_valueLatents[i]] : zeros.Length == rows ? zeros : zeros = new double[rows];
            columns[i] = MarginalSampling.Decoded(_marginals[i], Schema.Columns[i], values, Missing(i, rows, uniforms), random.Split(_marginals[i].Name));
        }
        return new DataFrame(columns);
    }

    private bool[] Missing(int column, int rows, double[][] uniforms)
    {
        var rate = _marginals[column].MissingRate;
        if (rate == 0) return [];
        var missing = new bool[rows];
        if (_missingLatents[column] < 0) missing.AsSpan().Fill(true);
        else
            for (var row = 0; row < rows; row++) missing[row] = uniforms[_missingLatents[column]][row] < rate;
        return missing;
    }

    // One array a latent variable, each uniform on (0, 1), dependent between them.
    private double[][] Uniforms(int rows, SplitRandom random, SplitRandom scaling)
    {
        var n = _factor.GetLength(0);
        var uniforms = new double[n][];
        for (var i = 0; i < n; i++) uniforms[i] = new double[rows];
        var normals = new double[n * BlockRows];
        double[] mixed = new double[BlockRows], scales = new double[BlockRows];
        for (var start = 0; start < rows; start += BlockRows)
        {
            var block = Math.Min(BlockRows, rows - start);
            for (var row = 0; row < block; row++)
                for (var i = 0; i < n; i++) normals[i * BlockRows + row] = random.NextNormal();
            _student?.Draw(scales.AsSpan(0, block), scaling);
            for (var i = 0; i < n; i++)
            {
                Array.Clear(mixed);
                for (var j = 0; j <= i; j++) AddScaled(normals.AsSpan(j * BlockRows, block), _factor[i, j], mixed);
                var into = uniforms[i].AsSpan(start, block);
                if (_student is null)
                    for (var row = 0; row < block; row++) into[row] = NormalTable.Cdf(mixed[row]);
                else
                    for (var row = 0; row < block; row++) into[row] = _student.Cdf(mixed[row] * scales[row]);
            }
        }
        return uniforms;
    }

    private static void AddScaled(ReadOnlySpan<double> source, double scale, Span<double> into)
    {
        for (var i = 0; i < source.Length; i++) into[i] += scale * source[i];
    }
}
