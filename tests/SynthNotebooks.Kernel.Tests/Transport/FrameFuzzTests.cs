using System.Buffers;
using SynthNotebooks.Kernel.Tests.Doubles;
using SynthNotebooks.Kernel.Transport;

namespace SynthNotebooks.Kernel.Tests.Transport;

/// <summary>Bytes that no peer should send, given to the parts of the transport without a socket between.</summary>
public class FrameFuzzTests
{
    private const int Slice = 400, Whole = 5000; // for each of the seeds

    [Theory, Seeds(10)]
    public void Streams_are_cut_into_the_same_frames_whatever_their_pieces_or_refused_at_the_same_place(ulong seed)
    {
        var noise = new Noise(seed);
        for (var i = 0; i < Fuzz.Count(Slice, Whole); i++)
        {
            var stream = Stream(noise);
            var whole = Cut(stream, () => stream.Length);
            var pieces = Cut(stream, () => 1 + noise.Below(40));
            Assert.True(whole == pieces, $"input {i} of seed {seed}: {Convert.ToHexString(stream)}: {whole} but in pieces {pieces}");
        }
    }

    [Theory, Seeds(10)]
    public void Greetings_commands_and_properties_are_taken_or_refused_and_nothing_else(ulong seed)
    {
        var noise = new Noise(seed);
        for (var i = 0; i < Fuzz.Count(Slice, Whole); i++)
        {
            var greeting = ZmtpGreeting.Own.ToArray();
            for (var spoiled = noise.Below(4); spoiled > 0; spoiled--) noise.Spoil(greeting);
            var accepted = Accepts(() => ZmtpGreeting.Check(greeting));
            // What the 31 bytes before as-server and filler say decides; a byte that only fills may be anything.
            Assert.Equal(greeting[0] == 0xFF && greeting[9] == 0x7F && greeting[10] >= 3 && greeting.AsSpan(12, 20).SequenceEqual(ZmtpGreeting.Own.Span.Slice(12, 20)), accepted);
            for (var length = 0; accepted && length < greeting.Length; length++) Assert.Null(ZmtpGreeting.Check(greeting.AsSpan(0, length)));

            var body = new byte[noise.Below(60)];
            noise.Fill(body, plausible: true);
            Accepts(() => ZmtpCommand.ParseProperties(ZmtpCommand.Parse(body).Data.Span));
            Accepts(() => ZmtpCommand.ParseProperties(body));
        }
    }

    // Valid frames, some of them spoiled, or noise.
    private static byte[] Stream(Noise noise)
    {
        var output = new ArrayBufferWriter<byte>();
        for (var frames = 1 + noise.Below(5); frames > 0; frames--)
        {
            var body = new byte[noise.Below(3) == 0 ? noise.Below(600) : noise.Below(20)];
            noise.Fill(body, plausible: noise.Below(2) == 0);
            ZmtpFrame.Write(output, body, (byte)(noise.Below(3) == 0 ? ZmtpFrame.Command : noise.Below(2)));
        }
        var stream = output.WrittenSpan.ToArray();
        switch (noise.Below(4))
        {
            case 0: noise.Spoil(stream); break;
            case 1: noise.Fill(stream, plausible: true); break;
            case 2: stream = stream[..noise.Below(stream.Length)]; break;
            default: break;
        }
        return stream;
    }

    // A picture of what came out: lengths, flags and bytes of the frames, then how it ended.
    private static string Cut(byte[] stream, Func<int> piece)
    {
        var decoder = new ZmtpFrameDecoder { CommandLimit = 300, MessageLimit = 500 };
        var seen = new List<string>();
        try
        {
            for (var at = 0; at < stream.Length;)
            {
                ReadOnlySpan<byte> input = stream.AsSpan(at, Math.Min(piece(), stream.Length - at));
                at += input.Length;
                while (decoder.TryRead(ref input, out var frame)) seen.Add($"{frame.Flags}:{Convert.ToHexString(frame.Body.Span)}");
            }
            return string.Join(' ', seen);
        }
        catch (ZmtpProtocolException refusal)
        {
            return string.Join(' ', seen.Append(refusal.Message));
        }
    }

    private static bool Accepts(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (ZmtpProtocolException)
        {
            return false;
        }
    }
}
