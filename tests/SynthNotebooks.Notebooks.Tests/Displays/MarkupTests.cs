using SynthNotebooks.Notebooks.Displays;
using SynthNotebooks.Notebooks.Tests.Charts;

namespace SynthNotebooks.Notebooks.Tests.Displays;

public class MarkupTests
{
    [Theory]
    [InlineData("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;")]
    [InlineData("a\u202Eb\tc", "a[U+202E]b[U+0009]c")]
    [InlineData("\u0000\u007F\u0085\u200B", "[U+0000][U+007F][U+0085][U+200B]")]
    [InlineData("naïve 中文 👩‍🔬", "naïve 中文 👩‍🔬")]
    public void Known_answers(string text, string expected) => Assert.Equal(expected, Markup.Encode(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("a\uFFFDb", Markup.Encode("a\uD800b"));

    [Fact]
    public void A_dollar_starts_no_formula_in_html() => Assert.Equal("&#36;x&#36;", Markup.EncodeHtml("$x$"));

    [Fact]
    public void Nothing_active_is_left_of_any_payload()
    {
        foreach (var payload in SvgRules.Payloads) Assert.DoesNotContain(Markup.Encode(payload), c => c is '<' or '>' or '"' or '\'' or < ' ' or '\u202E');
    }
}
