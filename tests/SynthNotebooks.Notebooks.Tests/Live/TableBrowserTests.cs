using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Live;
using SynthNotebooks.Notebooks.Tests.Hosting;

namespace SynthNotebooks.Notebooks.Tests.Live;

public class TableBrowserTests
{
    private readonly FakeLink _link = new(new FakeHost());

    [Theory, Seeds(20)]
    public async Task Pages_put_together_are_the_table_in_the_order_of_a_plain_sort(ulong seed)
    {
        var random = new SplitRandom(seed);
        var rows = (int)(random.NextUInt64() % 60);
        var numbers = Enumerable.Range(0, rows).Select(_ => (random.NextUInt64() % 7) switch { 0 => (long?)null, var n => (long)n }).ToArray();
        var table = new DataFrame(
            TextColumn.Of("id", Enumerable.Range(0, rows).Select(row => row.ToString(CultureInfo.InvariantCulture))),
            new Int64Column("n", numbers.Select(number => number ?? 0).ToArray(), NullMask.Of([.. numbers.Select(number => number is null)])));
        var size = 1 + (int)(random.NextUInt64() % 9);
        var browser = new TableBrowser(table, size, new LiveOutputs());
        var plain = Enumerable.Range(0, rows).ToArray();
        var rising = plain.OrderBy(row => numbers[row] is null).ThenBy(row => numbers[row]).ToArray(); // OrderBy is stable
        var falling = plain.OrderBy(row => numbers[row] is null).ThenByDescending(row => numbers[row]).ToArray();

        Assert.Equal(plain, await RowsAsync(browser, size, null, false));
        Assert.Equal(rising, await RowsAsync(browser, size, 1, false));
        Assert.Equal(falling, await RowsAsync(browser, size, 1, true));
    }

    [Theory]
    [InlineData(1_000, 20, 80)]
    [InlineData(-5, 20, 0)]
    [InlineData(40, 20, 40)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 100_000, 0)]
    public async Task What_makes_no_sense_becomes_the_nearest_page_that_does(int start, int size, int shown)
    {
        await _link.Ask(new TableBrowser(Frame(95), 20, new LiveOutputs()), new { @do = "page", start, size, sort = 99 });

        Assert.Equal(shown, (int)_link.Last["start"]!);
        Assert.InRange(_link.Last["table"]!["rows"]!.AsArray().Count, 1, PageRequest.MostRows);
    }

    [Fact]
    public void A_real_table_is_saved_with_its_first_rows_alone()
    {
        var browser = new TableBrowser(Frame(95).WithOrigin(DataOrigin.Real), 20, new LiveOutputs());

        Assert.Equal(DataFrameDisplay.RealRows, browser.First.Rows.Count);
        Assert.Equal("real data", browser.First.Badge);
    }

    [Fact]
    public void Tables_with_one_first_page_but_other_rows_get_ids_of_their_own()
    {
        var outputs = new LiveOutputs();
        var first = new TableBrowser(Frame(95), 20, outputs);

        Assert.Equal(first.Id, new TableBrowser(Frame(95), 20, outputs).Id);
        Assert.Equal(first.Id + "-2", new TableBrowser(Frame(95, last: 7), 20, outputs).Id);
    }

    [Fact]
    public void A_page_has_a_legal_size() => Assert.Throws<ArgumentOutOfRangeException>(() => Frame(3).Browse(0));

    private async Task<int[]> RowsAsync(TableBrowser browser, int size, int? sort, bool descending)
    {
        var rows = new List<int>();
        for (var start = 0; start == 0 || start < browser.Table.Rows.Count; start += size)
        {
            await _link.Ask(browser, new { @do = "page", start, size, sort, descending });
            var table = _link.Last["table"]!;
            rows.AddRange(table["names"]!.AsArray().Select(name => int.Parse((string)name!, CultureInfo.InvariantCulture)));
            Assert.Equal(table["names"]!.AsArray().Select(name => (string)name!), table["rows"]!.AsArray().Select(row => (string)row![0]!));
        }
        return [.. rows];
    }

    private static DataFrame Frame(int rows, long last = 0) =>
        new DataFrame(new Int64Column("n", Enumerable.Range(0, rows).Select(row => row == rows - 1 ? last : row).ToArray())).WithOrigin(DataOrigin.Synthetic);
}
