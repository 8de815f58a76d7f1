using SynthNotebooks.Data;

namespace SynthNotebooks.Data.Tests.Frames;

public class VerbTests
{
    private static readonly DataFrame Sales = DataFrame.LoadCsvFromString(
        "shop,item,price,count,day\nb,x,1.5,2,2024-01-03\na,y,2.5,,2024-01-01\nb,y,,4,\n,x,0.5,1,2024-01-02\na,x,4.5,3,2024-01-05\n");

    [Fact]
    public void Head_tail_and_slices_take_what_there_is()
    {
        Assert.Equal(2, Sales.Head(2).Rows.Count);
        Assert.Equal(5, Sales.Tail(10).Rows.Count);
        Assert.Equal(4.5, Sales.Tail(1)["price"][0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sales.Head(-1));
    }

    [Fact]
    public void Sorting_is_stable_and_missing_cells_come_last()
    {
        Assert.Equal(["a", "a", "b", "b", null], Sales.OrderBy("shop")["shop"].Cells());
        Assert.Equal([2.5, 4.5, 1.5, null, 0.5], Sales.OrderBy("shop")["price"].Cells());
        Assert.Equal(["b", "b", "a", "a", null], Sales.OrderByDescending("shop")["shop"].Cells());
        Assert.Equal([1.5, null, 2.5, 4.5, 0.5], Sales.OrderByDescending("shop")["price"].Cells());
        Assert.Equal([4L, 2L, 3L, null, 1L], Sales.OrderByDescending("shop", "count")["count"].Cells());
    }

    [Theory, Seeds(100)]
    public void Sorting_agrees_with_linq(ulong seed)
    {
        var frame = RandomFrames.Next(new SplitRandom(seed), leastRows: 2);
        var column = frame.Columns[0];
        var comparer = Comparer<object?>.Create((a, b) => a is string s ? string.CompareOrdinal(s, (string)b!) : Comparer<object?>.Default.Compare(a, b));
        var rows = Enumerable.Range(0, column.Length).ToArray();
        var ascending = rows.Where(row => !column.IsNull(row)).OrderBy(row => column[row], comparer).Concat(rows.Where(column.IsNull)).ToArray();
        var descending = rows.Where(row => !column.IsNull(row)).OrderByDescending(row => column[row], comparer).Concat(rows.Where(column.IsNull)).ToArray();
        RandomFrames.AssertSameCells(frame.Take(ascending), frame.OrderBy(column.Name));
        RandomFrames.AssertSameCells(frame.Take(descending), frame.OrderByDescending(column.Name));
    }

    [Fact]
    public void Groups_keep_first_occurrence_order_and_missing_keys()
    {
        Assert.Equal(["b", "a", null], Sales.GroupBy("shop").Size()["shop"].Cells());
        Assert.Equal([2L, 2L, 1L], Sales.GroupBy("shop").Size()["Rows"].Cells());
        Assert.Equal([6L, 3L, 1L], Sales.GroupBy("shop").Sum("count")["count"].Cells());
        Assert.Equal([1.5, 3.5, 0.5], Sales.GroupBy("shop").Mean("price")["price"].Cells());
        Assert.Equal([2L, 1L, 1L], Sales.GroupBy("shop").Count()["count"].Cells());
        Assert.Equal([new DateOnly(2024, 1, 3), new DateOnly(2024, 1, 5), new DateOnly(2024, 1, 2)], Sales.GroupBy("shop").Max("day")["day"].Cells());
        Assert.Equal([2L, 3L, 1L], Sales.GroupBy("shop").Min()["count"].Cells());
        Assert.Equal([2L, null, 1L], Sales.GroupBy("shop").First()["count"].Cells());
        Assert.Equal(5, Sales.GroupBy("shop", "item").GroupCount);
        Assert.Contains("Did you mean 'shop'", Assert.Throws<ArgumentException>(() => Sales.GroupBy("shopp")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arithmetic_keeps_integers_and_missing_cells()
    {
        Assert.Equal([3L, null, 5L, 2L, 4L], (Sales["count"] + 1).Cells());
        Assert.Equal([3.0, null, null, 0.5, 13.5], (Sales["price"] * Sales["count"]).Cells());
        Assert.Equal([1.0, null, 2.0, 0.5, 1.5], (Sales["count"] / 2).Cells());
        Assert.Equal([8L, null, 6L, 9L, 7L], (10 - Sales["count"]).Cells());
        Assert.Equal([0L, null, 0L, 1L, 1L], (Sales["count"] % 2).Cells());
        Assert.Throws<OverflowException>(() => new Int64Column("x", new[] { long.MaxValue }) + 1);
        Assert.Contains("'shop'", Assert.Throws<InvalidOperationException>(() => Sales["shop"] + 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Masks_filter_and_combine()
    {
        Assert.Equal([1.5, 4.5], Sales[Sales["count"].ElementwiseGreaterThan(1L) & Sales["price"] > 0]["price"].Cells());
        Assert.Equal(3, Sales.Filter(Sales["item"].ElementwiseEquals("x") | Sales["price"] > 4).Rows.Count);
        Assert.Equal(1, Sales.Filter(Sales["price"].ElementwiseIsNull()).Rows.Count);
        Assert.Equal([false, null, true, null], (new BooleanColumn("a", new[] { false, true, true, false }, NullMask.Of([false, false, false, true])) & new BooleanColumn("b", new[] { false, false, true, true }, NullMask.Of([true, true, false, false]))).Cells());
        Assert.Throws<ArgumentException>(() => Sales.Filter(new BooleanColumn("m", new[] { true })));
    }

    [Fact]
    public void Statistics_leave_missing_cells_out()
    {
        var price = Sales["price"];
        Assert.Equal((9.0, 2.25, 2.0, 0.5, 4.5), (price.Sum(), price.Mean(), price.Median(), price.Min(), price.Max()));
        Assert.Equal(1.707825127659933, price.StandardDeviation(), 12);
        Assert.Equal(("a", "b"), (Sales["shop"].Min(), Sales["shop"].Max()));
        Assert.Equal(new DateOnly(2024, 1, 1), Sales["day"].Min());
        Assert.True(double.IsNaN(Sales.Head(0)["price"].Mean()));
        Assert.Equal([3L, 2L], Sales["item"].ValueCounts()["Counts"].Cells());
        Assert.Equal(["x", "y"], Sales["item"].ValueCounts()["Values"].Cells());
        Assert.Equal([4.0, 1.0, 2.25], Sales.Description()["price"].Cells().Take(3));
        Assert.Equal(["Double", "4", "4"], Sales.Info()["price"].Cells());
    }

    [Fact]
    public void Missing_cells_are_dropped_and_filled()
    {
        Assert.Equal(2, Sales.DropNulls().Rows.Count);
        Assert.Equal(4, Sales.DropNulls("shop").Rows.Count);
        Assert.Equal([2L, 0L, 4L, 1L, 3L], Sales.FillNulls(0L)["count"].Cells());
        Assert.Equal("none", Sales.FillNulls("none", "shop")["shop"][3]);
        Assert.Contains("'shop'", Assert.Throws<ArgumentException>(() => Sales.FillNulls(1L, "shop")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_added_renamed_and_dropped_without_touching_the_original()
    {
        var changed = Sales.AddColumn(Sales["price"].WithName("p2")).Rename("shop", "store").Drop("day", "item");
        Assert.Equal(["store", "price", "count", "p2"], changed.Columns.Select(column => column.Name));
        Assert.Equal(["shop", "item", "price", "count", "day"], Sales.Columns.Select(column => column.Name));
        Assert.Throws<ArgumentException>(() => Sales.Rename("shop", "item"));
    }

    [Fact]
    public void Joins_match_keys_and_leave_missing_keys_alone()
    {
        var shops = DataFrame.LoadCsvFromString("shop,city,price\na,Paris,1\nb,Rome,2\nb,Oslo,3\n,Nowhere,4\n");
        var left = Sales.Merge(shops, "shop");
        Assert.Equal(["shop", "item", "price_left", "count", "day", "city", "price_right"], left.Columns.Select(column => column.Name));
        Assert.Equal(["Rome", "Oslo", "Paris", "Rome", "Oslo", null, "Paris"], left["city"].Cells());
        Assert.Equal(6, Sales.Merge(shops, "shop", JoinAlgorithm.Inner).Rows.Count);
        Assert.Equal(["shop", "item", "price", "count", "day", "name", "n"], Sales.Merge(DataFrame.LoadCsvFromString("name,n\na,1\n"), ["shop"], ["name"]).Columns.Select(column => column.Name));
        Assert.Throws<ArgumentException>(() => Sales.Merge(DataFrame.LoadCsvFromString("shop\n1\n"), "shop"));
    }

    [Fact]
    public void Rows_and_tables_are_appended()
    {
        var longer = Sales.Append(Sales.Head(1)).Append(["c", null, 1.0, 7L, new DateOnly(2025, 1, 1)]);
        Assert.Equal(7, longer.Rows.Count);
        Assert.Equal(("c", null, 7L), (longer[6, 0], longer[6, 1], longer[6, 3]));
        Assert.Contains("'count'", Assert.Throws<ArgumentException>(() => Sales.Append(["c", null, 1.0, "7", null])).Message, StringComparison.Ordinal);
    }

    [Theory, Seeds(60)]
    public void Holdouts_part_the_rows_in_proportion(ulong seed)
    {
        var random = new SplitRandom(seed);
        var rows = 10 + random.NextBelow(200);
        var frame = new DataFrame(new Int64Column("row", RandomFrames.Make(rows, i => (long)i)), TextColumn.Of("k", RandomFrames.Make(rows, _ => random.NextBelow(10) == 0 ? null : "k" + random.NextBelow(3))));
        foreach (var stratify in new[] { null, "k", "row" })
        {
            var (train, holdout) = frame.SplitHoldout(.25, seed, stratify);
            Assert.Equal((long)Math.Round(rows * .25, MidpointRounding.AwayFromZero), holdout.Rows.Count);
            Assert.Equal(Enumerable.Range(0, rows).Select(i => (long)i), train["row"].Cells().Concat(holdout["row"].Cells()).Cast<long>().Order());
            Assert.Equal(train["row"].Cells().Cast<long>().Order(), train["row"].Cells().Cast<long>());
            RandomFrames.AssertSameCells(holdout, frame.SplitHoldout(.25, seed, stratify).Holdout);
            if (stratify != "k") continue;
            foreach (var key in new[] { "k0", "k1", "k2" })
                Assert.InRange(holdout["k"].Cells().Count(cell => Equals(cell, key)) - .25 * frame["k"].Cells().Count(cell => Equals(cell, key)), -1, 1);
        }
    }

    [Fact]
    public void Draws_repeat_with_their_seed_and_take_no_row_twice()
    {
        var frame = new DataFrame(new Int64Column("row", RandomFrames.Make(1000, i => (long)i)));
        Assert.Equal(frame.Sample(50, 3)["row"].Cells(), frame.Sample(50, 3)["row"].Cells());
        Assert.NotEqual(frame.Sample(50, 3)["row"].Cells(), frame.Sample(50, 4)["row"].Cells());
        Assert.Equal(1000, frame.Sample(1000)["row"].Cells().Distinct().Count());
        Assert.Equal(1000, frame.Shuffle(1)["row"].Cells().Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Sample(1001));
    }

    [Fact]
    public void Origin_goes_along()
    {
        var real = Sales.WithOrigin(DataOrigin.Real);
        foreach (var frame in new[] { real.Head(1), real.Sample(2), real.OrderBy("shop"), real.Filter("count > 1"), real.GroupBy("shop").Sum(), real.Drop("day"), real.Query("select * from this"), real.DropNulls(), real.WithSchema(real.InferSchema()) })
            Assert.Equal(DataOrigin.Real, frame.Origin);
        Assert.Equal(DataOrigin.Unknown, real.Merge(Sales.WithOrigin(DataOrigin.Synthetic).Select("shop"), "shop").Origin);
    }

    [Fact]
    public void Text_shows_names_cells_and_size() =>
        Assert.StartsWith("shop  item  price  count  day\nb     x       1.5      2  2024-01-03\n", Sales.ToString(), StringComparison.Ordinal);
}

internal static class ColumnCells
{
    public static object?[] Cells(this Column column) => [.. Enumerable.Range(0, column.Length).Select(row => column[row])];
}
