using static Microsoft.Playwright.Assertions;

namespace SynthNotebooks.Browser.Tests;

[Collection("browser")]
public class ReleasesTests(NotebookServer server)
{
    [Theory]
    [InlineData("notebooks/tutorials/privacy-budget.ipynb", "10 (mst)")]
    [InlineData("notebooks/healthcare/private-release.ipynb", "1 (mst)")]
    public async Task The_slider_of_a_shipped_notebook_shows_one_release_after_the_other(string notebook, string most)
    {
        var work = Path.Combine(server.Server.Folder, "work");
        var ledger = Path.ChangeExtension(Path.Combine(work, notebook), ".ledger");
        var before = await File.ReadAllTextAsync(Path.Combine(ledger, "ledger.jsonl"));
        await using var tab = await server.OpenAsync(notebook);
        await tab.RunAllAsync();

        var shelf = tab.Page.Locator("[data-synthnb=live]").First;
        await shelf.ScrollIntoViewIfNeededAsync();
        var slider = shelf.GetByLabel("Epsilon");
        await slider.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Home");
        await Expect(shelf.Locator("output")).ToContainTextAsync("(mst)");
        var least = await shelf.Locator("details:visible").InnerTextAsync();
        await tab.Page.Keyboard.PressAsync("End");
        await Expect(shelf.Locator("output")).ToHaveTextAsync(most);
        await Expect(shelf.Locator("details:visible")).ToHaveCountAsync(1);
        Assert.NotEqual(least, await shelf.Locator("details:visible").InnerTextAsync());
        await tab.ScreenshotAsync("releases-" + Path.GetFileNameWithoutExtension(notebook), shelf);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(ledger, "ledger.jsonl"))); // looking costs nothing
        tab.NoErrors();
    }
}
