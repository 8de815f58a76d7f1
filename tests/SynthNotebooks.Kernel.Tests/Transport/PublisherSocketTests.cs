using System.Buffers;
using System.Net;
using SynthNotebooks.Kernel.Tests.Doubles;
using SynthNotebooks.Kernel.Transport;

namespace SynthNotebooks.Kernel.Tests.Transport;

public sealed class PublisherSocketTests : IDisposable
{
    private readonly IoLoop _loop = new();

    public void Dispose() => _loop.Dispose();

    [Fact]
    public void A_subscriber_gets_what_begins_with_its_prefix_until_it_cancels()
    {
        var publisher = Publisher(new ZmtpLimits());
        using var client = ZmtpClient.Subscribe(publisher.LocalEndPoint, "a");
        Assert.Equal("welcome", Text(client));
        Publish(publisher, "b1");
        Publish(publisher, "a1");
        Assert.Equal("a1", Text(client));

        client.Write(ZmtpCommand.Encode("SUBSCRIBE"u8, "b"u8)); // as ZMTP 3.1 says it
        Assert.Equal("welcome", Text(client));
        Publish(publisher, "b2");
        Assert.Equal("b2", Text(client));

        client.Write(ZmtpCommand.Encode("CANCEL"u8, "b"u8));
        client.Send([[0, (byte)'a']]);
        client.Send([[1, (byte)'z']]);
        Assert.Equal("welcome", Text(client));
        Publish(publisher, "a3");
        Publish(publisher, "b3");
        Publish(publisher, "z3");
        Assert.Equal("z3", Text(client));
    }

    [Fact]
    public void A_subscriber_cannot_hold_endless_subscriptions()
    {
        var publisher = Publisher(new ZmtpLimits { Subscriptions = 3 });
        using var client = ZmtpClient.Subscribe(publisher.LocalEndPoint);

        for (var i = 0; i < 3; i++) client.Send([[1, (byte)i]]);

        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void A_stalled_subscriber_costs_the_stall_timeout_once_and_others_get_everything()
    {
        var limits = new ZmtpLimits { HighWaterMark = 1 << 20, StallTimeout = TimeSpan.FromMilliseconds(200) };
        var publisher = Publisher(limits);
        using var stalled = ZmtpClient.Subscribe(publisher.LocalEndPoint, receiveBuffer: 4096);
        using var reader = ZmtpClient.Subscribe(publisher.LocalEndPoint);
        Assert.Equal("welcome", Text(stalled));
        Assert.Equal("welcome", Text(reader));
        var message = Message(new string('x', 100_000));
        var received = 0;
        var reading = new Thread(() =>
        {
            for (; received < 300; received++) reader.Read();
        });
        reading.Start();

        var begun = Environment.TickCount64;
        for (var i = 0; i < 300; i++) publisher.Publish("x"u8, message, mayWait: true);
        var took = Environment.TickCount64 - begun;

        Assert.True(reading.Join(5000));
        Assert.Equal(300, received);
        Assert.InRange(took, 150, 1500);
        Assert.InRange(publisher.Dropped, 200, 299);
        Assert.Equal(100_000, stalled.Read()[0].Length); // what was queued for it before is still whole
    }

    [Fact]
    public void A_slow_subscriber_holds_the_sender_back_and_loses_nothing()
    {
        var publisher = Publisher(new ZmtpLimits { HighWaterMark = 1 << 20 });
        using var slow = ZmtpClient.Subscribe(publisher.LocalEndPoint, receiveBuffer: 4096);
        Assert.Equal("welcome", Text(slow));
        var message = Message(new string('x', 100_000));
        var sending = new Thread(() =>
        {
            for (var i = 0; i < 200; i++) publisher.Publish("x"u8, message, mayWait: true);
        });
        sending.Start();
        for (var i = 0; i < 200; i++)
        {
            if (i % 50 == 0) Thread.Sleep(30);
            Assert.Equal(100_000, slow.Read()[0].Length);
        }
        Assert.True(sending.Join(1000));
        Assert.Equal(0, publisher.Dropped);
    }

    [Fact]
    public void A_subscriber_that_goes_away_in_the_middle_frees_the_sender()
    {
        var publisher = Publisher(new ZmtpLimits { HighWaterMark = 1 << 20, StallTimeout = TimeSpan.FromMinutes(1) });
        var gone = ZmtpClient.Subscribe(publisher.LocalEndPoint, receiveBuffer: 4096);
        Assert.Equal("welcome", Text(gone));
        var message = Message(new string('x', 100_000));
        var sending = new Thread(() =>
        {
            for (var i = 0; i < 200; i++) publisher.Publish("x"u8, message, mayWait: true); // more than any socket buffer holds
        });
        sending.Start();
        Assert.False(sending.Join(100));

        gone.Dispose();

        Assert.True(sending.Join(2000));
    }

    private static string Text(ZmtpClient client) => System.Text.Encoding.UTF8.GetString(client.Read()[0]);

    private static void Publish(PublisherSocket publisher, string text) =>
        publisher.Publish(System.Text.Encoding.UTF8.GetBytes(text), Message(text), mayWait: true);

    private static ReadOnlyMemory<byte> Message(string text)
    {
        var output = new ArrayBufferWriter<byte>();
        ZmtpFrame.Write(output, System.Text.Encoding.UTF8.GetBytes(text), 0);
        return output.WrittenMemory;
    }

    private PublisherSocket Publisher(ZmtpLimits limits) => new(new IPEndPoint(IPAddress.Loopback, 0), limits, _loop, _ => Message("welcome"));
}
