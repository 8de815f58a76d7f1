using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A row that is being made; the object is used again for later rows.</summary>
internal sealed class Row(int numbers, int texts)
{
    /// <summary>Values of all but free-text attributes by slot: numbers, truth as 0 and 1, moments in seconds, text as codes; NaN where missing.</summary>
    public readonly double[] Numbers = new double[numbers];

    /// <summary>Free texts by slot; null where missing.</summary>
    public readonly string?[] Texts = new string?[texts];

    /// <summary>The row it belongs to; null for a root.</summary>
    public Row? Parent;

    /// <summary>The row before it of the same parent; null for the first.</summary>
    public Row? Previous;

    /// <summary>The first row of the same parent, itself if it is the first.</summary>
    public Row? First;

    /// <summary>Number among the rows of its parent, or of all roots, from 0.</summary>
    public long Number;

    /// <summary>The row's own stream; only split, never drawn from.</summary>
    public readonly SplitRandom Random = new(0);

    public static Row? ParentOf(Row? row) => row?.Parent;

    /// <summary>Number among the rows of its parent, from 1.</summary>
    public static double PlaceOf(Row? row) => row is null ? double.NaN : row.Number + 1;

    public static double NumberOf(Row? row, int slot) => row is null ? double.NaN : row.Numbers[slot];

    public static string? TextOf(Row? row, int slot) => row?.Texts[slot];
}
