using SynthNotebooks.Kernel.Server;
using SynthNotebooks.Kernel.Tests.Doubles;

namespace SynthNotebooks.Kernel.Tests.Server;

public class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2), InlineData("😀ab", 1, 2), InlineData("😀ab", 2, 3), InlineData("a😀", 9, 3), InlineData("a", -1, 0)]
    [InlineData("\ud83d", 1, 1), InlineData("é👩‍👩‍👧x", 6, 9)]
    public void Code_points_become_utf16_units(string text, int codePoints, int units) => Assert.Equal(units, CodePoints.ToUtf16(text, codePoints));

    [Fact]
    public void Every_boundary_survives_the_way_there_and_back()
    {
        const string text = "x😀y👩‍👧 é\ud83d z";
        for (var position = 0; position <= text.EnumerateRunes().Count(); position++)
            Assert.Equal(position, CodePoints.FromUtf16(text, CodePoints.ToUtf16(text, position)));
    }

    [Fact]
    public async Task Completion_and_inspection_count_an_emoji_as_one()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();

        client.Send("complete_request", new { code = "\"😀\" + ec", cursor_pos = 8 });
        var reply = client.Reply();
        client.Send("inspect_request", new { code = "known 😀 name", cursor_pos = 8, detail_level = 0 });
        Assert.True((bool)client.Reply().Content["found"]!);

        Assert.Equal((6, 8), ((int)reply.Content["cursor_start"]!, (int)reply.Content["cursor_end"]!));
        Assert.Equal("Echo", (string?)reply.Content["matches"]![0]);
        Assert.Equal([9, 9], running.Session.Asked.Select(asked => asked.Position));
    }

    [Fact]
    public async Task Completeness_uses_the_words_of_the_protocol()
    {
        await using var running = new RunningKernel();
        using var client = running.Client();
        foreach (var (code, status) in new[] { ("1", "complete"), ("open {", "incomplete"), (")", "invalid") })
        {
            client.Send("is_complete_request", new { code });
            Assert.Equal(status, client.Reply().Text("status"));
        }
    }
}
