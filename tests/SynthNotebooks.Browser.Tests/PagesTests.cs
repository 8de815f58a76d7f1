using static Microsoft.Playwright.Assertions;

namespace SynthNotebooks.Browser.Tests;

[Collection("browser")]
public class PagesTests(NotebookServer server)
{
    [Fact]
    public async Task A_table_turns_its_pages_and_sorts()
    {
        await using var tab = await server.OpenAsync("notebooks", "pages",
            "var numbers = new DataFrame(new Int64Column(\"n\", Enumerable.Range(0, 95).Select(i => (long)(i * 37 % 95)).ToArray()), TextColumn.Of(\"<b>$x$\", Enumerable.Range(0, 95).Select(i => \"<img src=x onerror=alert(1)>\" + i))).WithOrigin(DataOrigin.Synthetic);",
            "#!browse numbers");
        await tab.RunAllAsync();
        var table = tab.Page.Locator("[data-synthnb=live]");
        await Expect(table.Locator("[role=status]")).ToHaveTextAsync("rows 1 to 20 of 95");

        await table.GetByText("Next").ClickAsync();
        await Expect(table.Locator("[role=status]")).ToHaveTextAsync("rows 21 to 40 of 95");
        await Expect(table.Locator("tbody:visible th").First).ToHaveTextAsync("20");
        await table.GetByText("Last").ClickAsync();
        await Expect(table.Locator("tbody:visible tr")).ToHaveCountAsync(15);
        await table.GetByLabel("Rows of a page").SelectOptionAsync("50");
        await Expect(table.Locator("[role=status]")).ToHaveTextAsync("rows 51 to 95 of 95");

        await table.Locator("th button").First.ClickAsync();
        await Expect(table.Locator("tbody:visible td").First).ToHaveTextAsync("0");
        await table.Locator("th button").First.ClickAsync();
        await Expect(table.Locator("tbody:visible td").First).ToHaveTextAsync("94");
        await Expect(table.Locator("th[aria-sort]")).ToHaveAttributeAsync("aria-sort", "descending");
        await tab.ScreenshotAsync("pages", table);
        Assert.Equal(0, await table.Locator("img, b").CountAsync()); // what came from data is text
        tab.NoErrors();
    }
}
