using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>What the cells of a column look like.</summary>
internal sealed record ColumnContent(string Name, int Present, int DistinctTexts, int DistinctNumbers, bool AllNumbers, bool AllDates)
{
    public static ColumnContent Of(Column column) => column switch
    {
        TextColumn text => OfText(text),
        Int64Column or DoubleColumn => OfNumbers(column),
        DateColumn or TimestampColumn => OfDates(column),
        _ => OfCells(column),
    };

    private static ColumnContent OfText(TextColumn column)
    {
        var counts = new int[column.Categories.Count];
        foreach (var code in column.Codes)
            if (code >= 0) counts[code]++;
        return OfTexts(column.Name, counts, column.Categories);
    }

    private static ColumnContent OfCells(Column column)
    {
        var texts = new List<string>();
        var counts = new List<int>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.GetText(row) is not { } text) continue;
            if (!known.TryGetValue(text, out var at))
            {
                known.Add(text, at = texts.Count);
                texts.Add(text);
                counts.Add(0);
            }
            counts[at]++;
        }
        return OfTexts(column.Name, [.. counts], texts);
    }

    private static ColumnContent OfTexts(string name, ReadOnlySpan<int> counts, IReadOnlyList<string> texts)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var numbers = new HashSet<double>();
        var present = 0;
        bool allNumbers = true, allDates = true;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            var text = texts[i].Trim();
            if (text.Length == 0) continue; // blank means missing
            present += counts[i];
            distinct.Add(text);
            if (allNumbers && NumberText.TryParse(text, out var number)) numbers.Add(number);
            else allNumbers = false;
            allDates = allDates && DateText.TryParse(text, out _);
        }
        return new(name, present, distinct.Count, numbers.Count, allNumbers && present > 0, allDates && present > 0);
    }

    private static ColumnContent OfNumbers(Column column)
    {
        var numbers = new HashSet<double>();
        var present = column.Length - column.NullCount;
        var values = column.ToNumbers();
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            numbers.Add(value);
            if (numbers.Count > ColumnReading.MostNumericCategories) break; // more do not change how it is read
        }
        return new(column.Name, present, numbers.Count, numbers.Count, present > 0, false);
    }

    private static ColumnContent OfDates(Column column) =>
        new(column.Name, column.Length - column.NullCount, 0, 0, false, column.NullCount < column.Length);
}
