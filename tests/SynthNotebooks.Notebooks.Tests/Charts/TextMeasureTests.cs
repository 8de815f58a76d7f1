using SynthNotebooks.Data;
using SynthNotebooks.Notebooks.Charts;

namespace SynthNotebooks.Notebooks.Tests.Charts;

public class TextMeasureTests
{
    [Theory, Seeds(50)]
    public void Fitted_text_fits_and_keeps_whole_characters(ulong seed)
    {
        var random = new SplitRandom(seed);
        var text = string.Concat(Enumerable.Range(0, 40).Select(_ => new[] { "a", "W", "é", "中", "👩‍🔬", " ", "i" }[random.NextBelow(7)]));
        var width = 20 + random.NextBelow(200);

        var fitted = TextMeasure.Fit(text, 12, width);

        Assert.True(TextMeasure.Width(fitted, 12) <= width || fitted == "…", fitted);
        Assert.True(fitted == text || fitted.EndsWith('…'));
        Assert.False(fitted.Length > 1 && char.IsHighSurrogate(fitted[^2]), "half a character is left");
    }

    [Fact]
    public void Wrapped_lines_hold_all_words_when_there_is_room()
    {
        const string Text = "the quick brown fox jumps over the lazy dog";

        var lines = TextMeasure.Wrap(Text, 12, 90, 20);

        Assert.Equal(Text, string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(TextMeasure.Width(line, 12) <= 90));
    }

    [Fact]
    public void The_last_line_says_that_there_is_more() => Assert.EndsWith("…", TextMeasure.Wrap("one two three four five six", 12, 40, 2)[1], StringComparison.Ordinal);
}
