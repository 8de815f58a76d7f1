using SynthNotebooks.Kernel.Scripting;

namespace SynthNotebooks.Kernel.Tests.Scripting;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("plain\ttext\nsecond line", "plain\ttext\nsecond line")]
    [InlineData("naïve Ω 中文 👩‍🔬", "naïve Ω 中文 👩‍🔬")]
    [InlineData("a\u202Etxt.exe", "a[U+202E]txt.exe")]
    [InlineData("\u001b[31mred\u0007\u0000", "[U+001B][31mred[U+0007][U+0000]")]
    [InlineData("\u2028\u2066x\u2069\u009b\u00ad", "[U+2028][U+2066]x[U+2069][U+009B][U+00AD]")]
    public void Characters_that_act_are_shown(string message, string shown) => Assert.Equal(shown, MessageText.Of(message));

    [Theory, InlineData("throw new Exception(\"bad \\u202e\\u001b[2J value\");"), InlineData("#!nothing\u202e\u001b[2J"), InlineData("int \u202ex = ;")]
    public async Task Errors_of_every_kind_show_them(string code)
    {
        await using var session = new CSharpSession();

        var outcome = await session.RunAsync(new(code, 1), new RecordedOutput(), CancellationToken.None);

        var text = outcome.Error!.Message + string.Join('\n', outcome.Error.Traceback);
        Assert.DoesNotContain("\u001b[2J", text, StringComparison.Ordinal);
        if (!code.StartsWith("int", StringComparison.Ordinal)) Assert.DoesNotContain('\u202e', text); // a line of source is shown as it is
    }
}
