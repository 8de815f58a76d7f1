using SynthNotebooks.Kernel.Formatting;
using SynthNotebooks.Kernel.Tests.Scripting;

namespace SynthNotebooks.Kernel.Tests.Formatting;

public sealed class DisplayTests : IAsyncDisposable
{
    private readonly Notebook _notebook = new();

    public ValueTask DisposeAsync() => _notebook.DisposeAsync();

    [Fact]
    public async Task Html_is_shown_as_html()
    {
        var output = await _notebook.RunAsync("display(HTML(\"<b>t</b>\"));");

        Assert.Equal("<b>t</b>", Assert.Single(output.Displays).Data.Data["text/html"].GetValue<string>());
    }

    [Fact]
    public async Task A_display_can_be_updated_from_another_cell()
    {
        var first = await _notebook.RunAsync("var shown = \"a\".Display(); display(\"b\");");
        var second = await _notebook.RunAsync("shown.Update(\"c\");");

        Assert.Equal(["display-1", "display-2"], first.Displays.Select(d => d.Id));
        Assert.Equal(("display-1", "c"), (second.Updates[0].Id, second.Updates[0].Data.Data["text/plain"].GetValue<string>()));
    }

    [Theory]
    [InlineData("display(\"a\")")]
    [InlineData("\"a\".Display()")]
    [InlineData("\"a\".DisplayAs(\"text/html\")")]
    public async Task What_was_displayed_last_is_shown_once(string code)
    {
        var output = await _notebook.RunAsync(code);

        Assert.Single(output.Displays);
        Assert.Null(output.Value);
    }

    [Fact]
    public async Task Outputs_can_be_cleared() => Assert.Equal([false, true], (await _notebook.RunAsync("ClearOutput(); ClearOutput(wait: true);")).Clears);

    [Fact]
    public async Task A_registered_formatter_is_used()
    {
        var output = await _notebook.RunAsync("record Chart(int X);\nFormatter.Register<Chart>((c, w) => w.Write(\"<i>chart</i>\"), \"text/html\");\nnew Chart(1)");

        Assert.Equal("<i>chart</i>", output.Value!.Data["text/html"].GetValue<string>());
        Assert.True(output.Value.Data.ContainsKey("text/plain"));
    }

    [Theory]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "True")]
    [InlineData("DayOfWeek.Friday", "Friday")]
    [InlineData("1.0m / 4", "0.25")]
    [InlineData("'c'", "c")]
    public async Task Scalars_are_plain_text_alone(string code, string shown)
    {
        var output = await _notebook.RunAsync(code);

        Assert.Equal(shown, output.Plain);
        Assert.Single(output.Value!.Data);
    }

    [Theory]
    [InlineData("new[] { payload }")]
    [InlineData("new Dictionary<string, string> { [payload] = payload }")]
    [InlineData("new { A = payload }")]
    [InlineData("new Exception(payload)")]
    [InlineData("(payload, 1)")]
    [InlineData("new List<object> { payload, new { B = payload } }")]
    [InlineData("System.Text.Json.JsonDocument.Parse(\"{\\\"<script>alert(1)</script>\\\":\\\"<script>alert(1)</script>\\\"}\")")]
    public async Task Data_cannot_inject_markup(string code)
    {
        await _notebook.RunAsync("var payload = \"<script>alert(1)</script>\\\"'<img src=x onerror=alert(1)>\";");
        var html = (await _notebook.RunAsync(code)).Value!.Data["text/html"].GetValue<string>();

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_huge_value_is_cut_and_says_so()
    {
        var shown = ValueFormatter.Format(new string('x', 3 << 20)).Data["text/plain"].GetValue<string>();

        Assert.True(shown.Length < (1 << 20) + 200);
        Assert.Contains("not shown", shown);
    }
}
