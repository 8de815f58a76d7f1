using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace SynthNotebooks.Kernel.Formatting;

/// <summary>A list or other sequence: scalars in a line, records and the like as a table of their members, other things one a row.</summary>
/// <remarks>As many items as <see cref="Formatter.ListExpansionLimit"/> says, and how many more there are where the sequence knows.</remarks>
internal static class SequenceDisplay
{
    private const int MostLineItems = 10;

    /// <summary>Asks the sequence for as many items as are shown, and one more.</summary>
    public static StockDisplay Of(IEnumerable sequence)
    {
        var (items, more) = First(sequence, Formatter.ListExpansionLimit);
        return Of(items, more, more ? CountOf(sequence) : null);
    }

    /// <param name="items">What is shown.</param>
    /// <param name="more">Whether there are more.</param>
    /// <param name="count">How many there are in all; null when nobody knows.</param>
    public static StockDisplay Of(IReadOnlyList<object?> items, bool more, int? count)
    {
        if (items.Count == 0 && !more) return new StockDisplay("<i>(empty)</i>", "(empty)");
        var note = !more ? "" : count is { } known ? string.Create(CultureInfo.InvariantCulture, $"... ({known - items.Count} more)") : "... (more)";
        if (items.All(IsScalar)) return StockDisplay.Preformatted($"[ {string.Join(", ", items.Select(i => CellText.Of(i).Text))}{(more ? " " + note : "")} ]");
        using var reads = new BoundedReads();
        if (MemberColumns.Of(items, reads) is not { } columns) return ValueTable.Display(["index", "value"], [.. items.Select((item, i) => (IReadOnlyList<CellText>)[Number(i), CellText.Of(item)])], note);
        return ValueTable.Display(["index", .. columns.Names], [.. items.Select((item, i) => (IReadOnlyList<CellText>)[Number(i), .. columns.CellsOf(item)])], note);
    }

    /// <summary>A sequence within a table.</summary>
    public static string Line(IEnumerable sequence)
    {
        var (items, more) = First(sequence, Math.Min(MostLineItems, Formatter.ListExpansionLimit));
        var rest = !more ? "" : CountOf(sequence) is { } known ? string.Create(CultureInfo.InvariantCulture, $" ... ({known - items.Count} more)") : " ... (more)";
        var key = KeyOf(sequence) is { } k ? CellText.Of(k).Text + ": " : "";
        return items.Count == 0 ? key + "(empty)" : $"{key}[ {string.Join(", ", items.Select(i => i is IEnumerable and not string ? "[ ... ]" : CellText.Of(i).Text))}{rest} ]";
    }

    /// <summary>A tuple, as C# writes it.</summary>
    public static string Line(ITuple tuple) => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => CellText.Of(tuple[i]).Text))})";

    private static (List<object?> Items, bool More) First(IEnumerable sequence, int limit)
    {
        var items = new List<object?>();
        foreach (var item in sequence)
        {
            if (items.Count == limit) return (items, true);
            items.Add(item);
        }
        return (items, false);
    }

    private static CellText Number(int index) => new(index.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    private static bool IsScalar(object? item) => item is null || (ValueFormatter.IsScalar(item.GetType()) && !ValueFormatter.HasFormatter(item.GetType(), "text/html"));

    private static object? KeyOf(object sequence) => sequence.GetType().GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IGrouping<,>))
        ?.GetProperty("Key")!.GetValue(sequence);

    /// <summary>How many items a sequence says it has; null when it would have to be enumerated.</summary>
    public static int? CountOf(IEnumerable sequence)
    {
        if (sequence is ICollection collection) return collection.Count;
        foreach (var type in sequence.GetType().GetInterfaces())
            if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || type.GetGenericTypeDefinition() == typeof(ICollection<>)))
                return (int)type.GetProperty("Count")!.GetValue(sequence)!;
        return null;
    }
}
