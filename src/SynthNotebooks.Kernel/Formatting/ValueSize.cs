using System.Collections;
using System.Data;
using System.Globalization;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>How large a value is, in a word or two: <c>3 x 4</c> of a grid or table, <c>20</c> of a list or text.</summary>
internal static class ValueSize
{
    /// <param name="value">Any value.</param>
    /// <param name="known">What the host knows of its own types; null for others.</param>
    /// <returns>Empty for values that have no size. Nothing is enumerated.</returns>
    public static string Of(object value, Func<object, string?>? known) => known?.Invoke(value) ?? value switch
    {
        string text => Number(text.Length),
        Array array => string.Join(" x ", Enumerable.Range(0, array.Rank).Select(d => Number(array.GetLength(d)))),
        DataTable table => $"{Number(table.Rows.Count)} x {Number(table.Columns.Count)}",
        ICollection collection => Number(collection.Count),
        IEnumerable sequence when SequenceDisplay.CountOf(sequence) is { } count => Number(count),
        _ => "",
    };

    private static string Number(int size) => size.ToString(CultureInfo.InvariantCulture);
}
