using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests;

/// <summary>Tables of every kind with missing cells and awkward texts, for property tests.</summary>
internal static class RandomFrames
{
    private static readonly string[] Awkward =
        ["plain", "", "a,b", "say \"hi\"", "two\nlines", "cr\r\nlf", " lead", "trail ", "=1+1", "é", "漢字", "😀", "semi;colon", "tab\there", "pipe|", "'", "NA", "\"", "\"\"", "x\"y\""];

    /// <summary>One to eight columns, at least <paramref name="leastRows"/> rows; no column is all missing.</summary>
    public static DataFrame Next(SplitRandom random, int leastRows = 1, bool nulls = true)
    {
        var rows = leastRows + random.NextBelow(60);
        var columns = new Column[1 + random.NextBelow(8)];
        for (var i = 0; i < columns.Length; i++) columns[i] = NextColumn(random.Split((ulong)i), $"c{i}{(random.NextBelow(4) == 0 ? " odd, \"name\"" : "")}", rows, nulls);
        return new DataFrame(columns);
    }

    public static Column NextColumn(SplitRandom random, string name, int rows, bool nulls = true)
    {
        var missing = new bool[rows];
        for (var row = 1; row < rows; row++) missing[row] = nulls && random.NextBelow(5) == 0;
        var mask = NullMask.Of(missing);
        switch (random.NextBelow(6))
        {
            case 0:
                var magnitude = 1 + random.NextBelow(62);
                return new Int64Column(name, Make(rows, _ => (long)(random.NextUInt64() >> (64 - magnitude)) * (random.NextBelow(2) == 0 ? 1 : -1)), mask);
            case 1:
                var values = Make(rows, row => missing[row] ? double.NaN : random.NextBelow(10) == 0 ? random.NextBelow(5) : (random.NextDouble() - 0.5) * Math.Pow(10, random.NextBelow(40) - 20));
                values[0] = 0.5;
                return new DoubleColumn(name, values);
            case 2:
                var decimals = 1 + random.NextBelow(6);
                return new DoubleColumn(name, Make(rows, row => missing[row] ? double.NaN : Math.Round(random.NextNormal() * 1000, decimals) + 0.0), new ColumnFormat(decimals));
            case 3:
                return new BooleanColumn(name, Make(rows, _ => random.NextBelow(2) == 0), mask, random.NextBelow(2) == 0 ? null : new ColumnFormat(TrueText: "TRUE", FalseText: "FALSE"));
            case 4:
                return random.NextBelow(2) == 0
                    ? new DateColumn(name, Make(rows, _ => random.NextBelow(3_000_000)), mask, random.NextBelow(2) == 0 ? null : new ColumnFormat(Pattern: "dd.MM.yyyy"))
                    : new TimestampColumn(name, Make(rows, _ => (long)random.NextBelow((ulong)DateTime.MaxValue.Ticks)), mask);
            default:
                return TextColumn.Of(name, Make(rows, row => missing[row] ? null : "t" + Awkward[random.NextBelow(Awkward.Length)] + (random.NextBelow(3) == 0 ? random.NextBelow(100).ToString() : "")));
        }
    }

    public static T[] Make<T>(int rows, Func<int, T> make)
    {
        var values = new T[rows];
        for (var row = 0; row < rows; row++) values[row] = make(row);
        return values;
    }

    public static void AssertSameCells(DataFrame expected, DataFrame actual)
    {
        Assert.Equal(expected.Columns.Select(column => (column.Name, column.Kind)), actual.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal(expected.Rows.Count, actual.Rows.Count);
        for (var i = 0; i < expected.Columns.Count; i++)
        {
            for (var row = 0; row < expected.Rows.Count; row++)
                Assert.Equal(expected.Columns[i][row], actual.Columns[i][row]);
        }
    }
}
