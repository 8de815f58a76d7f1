using SynthNotebooks.Data;

namespace SynthNotebooks.Evaluation.Reading;

/// <summary>Reads a column as numbers or days; whatever is neither counts as missing (NaN).</summary>
internal static class ColumnNumbers
{
    public static double[] Read(Column column, ColumnMeasure measure) => column switch
    {
        TextColumn text => FromTexts(text, measure),
        TimestampColumn => Scaled(column, measure == ColumnMeasure.Date ? 1 / 86400.0 : 1),
        DateColumn => column.ToNumbers(),
        Int64Column or DoubleColumn when measure == ColumnMeasure.Number => Finite(column.ToNumbers()),
        BooleanColumn => FromCells(column, measure),
        _ => AllMissing(column.Length),
    };

    private static double[] FromTexts(TextColumn column, ColumnMeasure measure)
    {
        var meaning = new double[column.Categories.Count];
        for (var i = 0; i < meaning.Length; i++) meaning[i] = Parse(column.Categories[i], measure);
        var numbers = new double[column.Length];
        var codes = column.Codes;
        for (var row = 0; row < numbers.Length; row++) numbers[row] = codes[row] < 0 ? double.NaN : meaning[codes[row]];
        return numbers;
    }

    private static double[] FromCells(Column column, ColumnMeasure measure)
    {
        var numbers = new double[column.Length];
        for (var row = 0; row < numbers.Length; row++)
            numbers[row] = column.GetText(row) is { } text ? Parse(text, measure) : double.NaN;
        return numbers;
    }

    private static double Parse(string text, ColumnMeasure measure)
    {
        if (measure == ColumnMeasure.Date) return DateText.TryParse(text.Trim(), out var days) ? days : double.NaN;
        return NumberText.TryParse(text, out var number) && double.IsFinite(number) ? number : double.NaN;
    }

    private static double[] Scaled(Column column, double factor)
    {
        var numbers = column.ToNumbers();
        for (var i = 0; i < numbers.Length; i++) numbers[i] *= factor;
        return numbers;
    }

    private static double[] Finite(double[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            if (!double.IsFinite(numbers[i])) numbers[i] = double.NaN;
        return numbers;
    }

    private static double[] AllMissing(int rows)
    {
        var numbers = new double[rows];
        Array.Fill(numbers, double.NaN);
        return numbers;
    }
}
