using System.Runtime.CompilerServices;
using SynthNotebooks.Contracts;
using SynthNotebooks.Data;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Generators.Statistical;

/// <summary>Training rows that are repeated.</summary>
internal sealed class FittedBootstrap : IFittedGenerator, IConditional, IIdentifying, IPersistable
{
    private readonly ResampledColumn[] _columns;
    private readonly Marginal[] _marginals;
    private readonly double _smoothing;
    private readonly double[]?[] _places; // of each value within the column's range, for smoothing
    private readonly (double Mean, double Deviation)[] _moments;
    private readonly ConditionalWeakTable<Condition, int[]> _meeting = []; // a condition comes again with every chunk

    public FittedBootstrap(ModelOrigin origin, TableSchema schema, ResampledColumn[] columns, double smoothing)
    {
        (Origin, Schema, _columns, _smoothing) = (origin, schema, columns, smoothing);
        _marginals = [.. columns.Select(column => column.Marginal)];
        _places = [.. columns.Select(column => smoothing > 0 ? Places(column) : null)];
        _moments = [.. columns.Select((column, i) => _places[i] is { } places ? Moments(column.Codes, places) : default)];
    }

    public ModelOrigin Origin { get; }

    public TableSchema Schema { get; }

    public DataFrame SampleChunk(int rows, SplitRandom random)
    {
        var chosen = new int[rows];
        var choices = random.Split("rows");
        for (var row = 0; row < rows; row++) chosen[row] = choices.NextBelow(_columns[0].Codes.Length);
        return Chosen(chosen, random);
    }

    // Smoothed numbers may leave the condition that their row meets; cells that are made anew follow no row.
    public bool CanCondition(Condition where)
    {
        ArgumentNullException.ThrowIfNull(where);
        return where.Columns.Count > 0 && Array.TrueForAll(_columns, column => column.Values is not null && (column.Range is null || _smoothing == 0) || !where.Columns.Contains(column.Marginal.Name));
    }

    public DataFrame SampleChunk(int rows, Condition where, SplitRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!CanCondition(where)) throw ConditionErrors.NotByInference();
        var meeting = _meeting.GetValue(where, Meeting);
        if (meeting.Length == 0) throw ConditionErrors.Impossible();
        var chosen = new int[rows];
        var choices = random.Split("rows");
        for (var row = 0; row < rows; row++) chosen[row] = meeting[choices.NextBelow(meeting.Length)];
        return Chosen(chosen, random);
    }

    public DataFrame Identify(DataFrame chunk, long firstRow, SplitRandom stream) => MarginalSampling.Identify(_marginals, chunk, firstRow, stream);

    public void Save(ModelWriter writer)
    {
        MarginalStore.Save(_marginals, writer);
        for (var i = 0; i < _columns.Length; i++)
        {
            var part = writer.Part(FormattableString.Invariant($"rows/{i}"));
            part.WriteArray<int>("codes", _columns[i].Codes);
            part.Write("values", _columns[i].Values is null ? "anew" : "kept");
            if (_columns[i].Values is { } values) MarginalStore.Save(values, part.Part("values"));
        }
    }

    public static FittedBootstrap Load(ModelReader reader, double smoothing)
    {
        var marginals = MarginalStore.Load(reader);
        var columns = new ResampledColumn[marginals.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var part = reader.Part(FormattableString.Invariant($"rows/{i}"));
            var values = part.Text("values") == "kept" ? MarginalStore.LoadCategories(reader.Schema.Columns[i], part.Part("values")) : null;
            var codes = part.Array<int>("codes");
            var most = values?.Count ?? 1;
            if (codes.Length == 0 || codes.Length != (i == 0 ? codes.Length : columns[0].Codes.Length) || codes.Any(code => code < 0 || code > most))
                throw new ModelFormatException($"The rows of column '{marginals[i].Name}' are damaged.");
            columns[i] = new(marginals[i], values, codes, ResampledColumn.RangeOf(marginals[i]));
        }
        return new(reader.Origin, reader.Schema, columns, smoothing);
    }

    // The training rows that meet a condition; only the columns that it speaks of are looked at.
    private int[] Meeting(Condition where)
    {
        var spoken = _columns.Where(column => where.Columns.Contains(column.Marginal.Name));
        return ConditionEvaluator.Rows(where, new DataFrame(spoken.Select(column => column.Values!.Pick(column.Codes, []))));
    }

    private DataFrame Chosen(int[] chosen, SplitRandom random) => new(_columns.Select((column, i) => Cells(i, chosen, random.Split(column.Marginal.Name))));

    private Column Cells(int i, int[] chosen, SplitRandom random)
    {
        var column = _columns[i];
        if (column.Values is null || _places[i] is not null)
        {
            var uniforms = new double[chosen.Length];
            if (_places[i] is { } places) Smooth(places, _moments[i], column.Codes, chosen, uniforms, random.Split("noise"));
            var missing = column.Missing(chosen);
            return MarginalSampling.Decoded(_places[i] is null ? column.Marginal : column.Range!, Schema.Columns[i], uniforms, missing, random);
        }
        var codes = new int[chosen.Length];
        for (var row = 0; row < codes.Length; row++) codes[row] = column.Codes[chosen[row]];
        return column.Values.Pick(codes, []);
    }

    private void Smooth(double[] places, (double Mean, double Deviation) moments, int[] codes, int[] chosen, double[] uniforms, SplitRandom random)
    {
        var shrink = 1 / Math.Sqrt(1 + _smoothing * _smoothing);
        for (var row = 0; row < uniforms.Length; row++)
        {
            var noise = _smoothing * moments.Deviation * random.NextNormal();
            if (codes[chosen[row]] == places.Length) continue; // missing
            var place = moments.Mean + shrink * (places[codes[chosen[row]]] - moments.Mean + noise);
            uniforms[row] = Math.Clamp(place, 0, Math.BitDecrement(1.0));
        }
    }

    private static double[]? Places(ResampledColumn column)
    {
        if (column is not { Range: { } range, Values: { } values }) return null;
        return [.. RankScale.Of(range).Locate(values.Palette.Slice(0, values.Count)).Select(interval => Math.Clamp(interval.Middle, 0, 1))];
    }

    private static (double Mean, double Deviation) Moments(int[] codes, double[] places)
    {
        FixedOrderSum sum = default, squares = default;
        var n = 0;
        foreach (var code in codes)
        {
            if (code == places.Length) continue;
            sum.Add(places[code]);
            squares.Add(places[code] * places[code]);
            n++;
        }
        var mean = sum.Value / Math.Max(1, n);
        return (mean, Math.Sqrt(Math.Max(0, squares.Value / Math.Max(1, n) - mean * mean)));
    }
}
