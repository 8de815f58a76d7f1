namespace SynthNotebooks.Browser.Tests;

public class ProbeTests
{
    [Fact]
    public async Task Chromium_starts()
    {
        using var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<h1>hi</h1>");
        Assert.Equal("hi", await page.TextContentAsync("h1"));
    }
}
