using System.Buffers;
using System.Text;
using System.Text.Json;
using SynthNotebooks.Kernel.Tests.Doubles;
using SynthNotebooks.Kernel.Wire;

namespace SynthNotebooks.Kernel.Tests.Wire;

public class JsonTextTests
{
    [Theory]
    [InlineData(""), InlineData("a\nb\r\n\t\"\\/"), InlineData("\0\u001f\u007f\u2028"), InlineData("ä€😀"), InlineData("\ud83d"), InlineData("\ude00x\ud83d\n\ude00")]
    public void A_reader_of_json_gets_the_text_back_with_halves_of_pairs_replaced(string text) =>
        Assert.Equal(WithoutHalves(text), Parsed(text));

    [Theory, Seeds(20)]
    public void So_does_it_for_random_text(ulong seed)
    {
        var noise = new Noise(seed);
        var characters = new char[5000];
        for (var i = 0; i < characters.Length; i++) characters[i] = noise.Below(3) == 0 ? (char)noise.Below(65536) : (char)noise.Below(128);
        var text = new string(characters);

        Assert.Equal(WithoutHalves(text), Parsed(text));
    }

    private static string? Parsed(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonText.Write(output, text);
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement.GetString();
    }

    private static string WithoutHalves(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
