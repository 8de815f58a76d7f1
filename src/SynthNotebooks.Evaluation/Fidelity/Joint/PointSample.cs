using SynthNotebooks.Data;
using SynthNotebooks.Evaluation.Reading;
using SynthNotebooks.Learning;

namespace SynthNotebooks.Evaluation.Fidelity.Joint;

/// <summary>Rows of the tables as points, drawn at random where there are too many to compare all pairs.</summary>
internal static class PointSample
{
    /// <summary>Most rows of each table whose neighbours are searched.</summary>
    public const int MostNeighbours = 3000;

    /// <summary>Most rows of each table that are compared pair by pair.</summary>
    public const int MostPairwise = 4000;

    private const float Furthest = 1e4f; // deviations; squares of more would drown all other columns in single precision

    /// <summary>Numbers as shares of the real range, as distances to closest records take them.</summary>
    /// <param name="tables">What is drawn from.</param>
    /// <param name="table">−1 for the real table, 0 for the first other.</param>
    public static MixedPoints InRange(TableSet tables, int table) =>
        Memo(tables, table).Once((nameof(InRange), table), () => Of(tables, table, MostNeighbours, NumberScale.OfRange));

    /// <summary>Numbers in standard deviations of the real column around its mean.</summary>
    /// <param name="tables">What is drawn from.</param>
    /// <param name="table">−1 for the real table, 0 for the first other.</param>
    public static MixedPoints Standardised(TableSet tables, int table) =>
        Memo(tables, table).Once((nameof(Standardised), table), () => Of(tables, table, MostPairwise, NumberScale.OfDeviation));

    private delegate NumberScale Scaling(ReadOnlySpan<double> numbers);

    private static SharedWork Memo(TableSet tables, int table) => table < 0 ? tables.Shared : tables.All;

    private static MixedPoints Of(TableSet tables, int table, int most, Scaling scaling)
    {
        var view = (int column) => table < 0 ? tables.Real(column) : tables.Other(column, table);
        var rows = RowDraw.Of(view(0).Rows, most, new SplitRandom(tables.Options.Seed).Split("points").Split((ulong)(table + 1)));
        var numbers = new List<float[]>();
        var codes = new List<int[]>();
        for (var i = 0; i < tables.Columns; i++)
        {
            var source = view(i);
            if (!source.IsNumeric)
            {
                codes.Add(Array.ConvertAll(rows, row => source.Codes[row]));
                continue;
            }
            var encoded = scaling(tables.Real(i).Numbers).Encode(Array.ConvertAll(rows, row => source.Numbers[row]));
            for (var at = 0; at < encoded.Length; at++) encoded[at] = float.IsNaN(encoded[at]) ? 0 : Math.Clamp(encoded[at], -Furthest, Furthest);
            numbers.Add(encoded);
        }
        return new(rows.Length, numbers, codes);
    }
}
