using SynthNotebooks.Data;

namespace SynthNotebooks.Benchmarks;

/// <summary>A made-up table of numbers and categories that depend on each other, so that benchmarks need no files.</summary>
internal static class TrainingTables
{
    public static DataFrame Of(int rows)
    {
        var random = new SplitRandom(42);
        var columns = new List<Column>();
        var hidden = new double[rows];
        for (var row = 0; row < rows; row++) hidden[row] = random.NextNormal();
        for (var i = 0; i < 6; i++)
        {
            var (numbers, texts) = (new long[rows], new string[rows]);
            for (var row = 0; row < rows; row++)
            {
                numbers[row] = (long)(50 + 12 * hidden[row] + 8 * random.NextNormal());
                texts[row] = FormattableString.Invariant($"v{Math.Clamp((int)(3 + 1.5 * hidden[row] + random.NextNormal()), 0, 7)}");
            }
            columns.Add(new Int64Column(FormattableString.Invariant($"number{i}"), numbers));
            columns.Add(TextColumn.Of(FormattableString.Invariant($"text{i}"), texts));
        }
        return new DataFrame(columns);
    }
}
