using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using SynthNotebooks.Kernel.Tests.Doubles;
using SynthNotebooks.Kernel.Transport;

namespace SynthNotebooks.Kernel.Tests.Transport;

public sealed class ZmtpConnectionTests : IDisposable
{
    private readonly IoLoop _loop = new();
    private readonly ZmtpLimits _limits = new() { UntrustedMessageBytes = 100_000, HandshakeTimeout = TimeSpan.FromMilliseconds(300), Connections = 4 };

    public void Dispose() => _loop.Dispose();

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n"), InlineData("\u0001\u0000")]
    public void A_stranger_is_turned_away_at_the_first_wrong_byte(string said)
    {
        using var client = ZmtpClient.Raw(Echo().LocalEndPoint);

        client.Write(System.Text.Encoding.Latin1.GetBytes(said));

        Assert.True(client.IsTurnedAway());
    }

    [Theory, InlineData(9, 0), InlineData(10, 2), InlineData(12, 'P')]
    public void A_greeting_with_another_signature_version_or_mechanism_is_refused(int at, int value)
    {
        using var client = ZmtpClient.Raw(Echo().LocalEndPoint);
        var greeting = ZmtpGreeting.Own.ToArray();
        greeting[at] = (byte)value;

        client.Write(greeting);

        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void A_peer_that_says_nothing_is_closed_after_the_handshake_timeout()
    {
        using var client = ZmtpClient.Raw(Echo().LocalEndPoint);

        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void A_peer_of_the_wrong_type_is_told_why()
    {
        using var client = ZmtpClient.Raw(Echo().LocalEndPoint);
        client.Greet();
        client.Write(ZmtpClient.Ready("SUB", ""));

        Assert.Equal("READY", client.ReadCommand().Name);
        Assert.Equal("ERROR", client.ReadCommand().Name);
        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void A_message_before_READY_is_refused()
    {
        using var client = ZmtpClient.Raw(Echo().LocalEndPoint);
        client.Greet();
        client.Send("early"u8.ToArray());

        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void A_frame_over_the_limit_is_refused_by_its_header_alone()
    {
        using var client = ZmtpClient.Connect(Echo().LocalEndPoint, "REQ");
        var header = new byte[9];
        header[0] = ZmtpFrame.Long;
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(1), 1UL << 62);

        client.Write(header);

        Assert.Equal("ERROR", client.ReadCommand().Name);
        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void Many_small_frames_do_not_get_around_the_limits()
    {
        using var client = ZmtpClient.Connect(Echo().LocalEndPoint, "REQ");
        var output = new ArrayBufferWriter<byte>();
        for (var i = 0; i < 2000; i++) ZmtpFrame.Write(output, [0], ZmtpFrame.More);

        client.Write(output.WrittenSpan);

        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void PING_is_answered_with_its_context()
    {
        using var client = ZmtpClient.Connect(Echo().LocalEndPoint, "REQ");

        client.Write(ZmtpCommand.Encode("PING"u8, [0, 0, 7, 8]));

        var (name, data) = client.ReadCommand();
        Assert.Equal("PONG", name);
        Assert.Equal([7, 8], data);
    }

    [Fact]
    public void A_peer_that_stays_silent_longer_than_its_PING_allows_is_closed()
    {
        using var client = ZmtpClient.Connect(Echo().LocalEndPoint, "REQ");
        client.Write(ZmtpCommand.Encode("PING"u8, [0, 1])); // a tenth of a second

        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void A_silent_peer_is_pinged_and_then_given_up()
    {
        var echo = new EchoSocket(Any, _limits with { PingInterval = TimeSpan.FromMilliseconds(1), PingTimeout = TimeSpan.FromMilliseconds(1) }, _loop);
        using var client = ZmtpClient.Connect(echo.LocalEndPoint, "REQ");

        Assert.Equal("PING", client.ReadCommand().Name);
        Assert.True(client.IsTurnedAway());
    }

    [Fact]
    public void Too_many_connections_are_closed_on_arrival()
    {
        var endpoint = Echo().LocalEndPoint;
        var clients = Enumerable.Range(0, 4).Select(_ => ZmtpClient.Connect(endpoint, "REQ")).ToList();

        using var extra = ZmtpClient.Raw(endpoint);
        Assert.True(extra.IsTurnedAway());
        clients.ForEach(client => client.Dispose());
        Retry(() => ZmtpClient.Connect(endpoint, "REQ").Dispose());
    }

    [Fact]
    public void A_message_is_echoed_whatever_the_pieces_it_comes_in()
    {
        using var client = ZmtpClient.Connect(Echo().LocalEndPoint, "DEALER", minor: 0);
        var body = new byte[70_000];
        body.AsSpan().Fill(3);
        var output = new ArrayBufferWriter<byte>();
        ZmtpFrame.Write(output, [], ZmtpFrame.More);
        ZmtpFrame.Write(output, body.AsSpan(0, 60_000), 0);
        for (var at = 0; at < output.WrittenCount; at += 977) client.Write(output.WrittenSpan[at..Math.Min(at + 977, output.WrittenCount)]);

        var message = client.Read();

        Assert.Equal([0, 60_000], message.Select(frame => frame.Length));
        Assert.Equal(body[..60_000], message[1]);
    }

    [Theory, Seeds(20)]
    public void Random_bytes_neither_stop_the_loop_nor_other_peers(ulong seed)
    {
        var echo = Echo(new ZmtpLimits());
        using var bystander = ZmtpClient.Connect(echo.LocalEndPoint, "REQ");
        var noise = new Noise(seed);
        for (var i = 0; i < 150; i++)
        {
            using var client = ZmtpClient.Raw(echo.LocalEndPoint);
            try
            {
                var stage = noise.Below(3);
                var start = ZmtpGreeting.Own.ToArray();
                if (stage == 0) noise.Spoil(start);
                client.Write(start);
                if (stage == 2) client.Write(ZmtpClient.Ready("DEALER", ""));
                var rest = new byte[noise.Below(300)];
                noise.Fill(rest, plausible: noise.Below(2) == 0);
                client.Write(rest);
            }
            catch (System.Net.Sockets.SocketException)
            {
                // turned away in the middle
            }
        }

        bystander.Send([], [42]);
        Assert.Equal([42], bystander.Read()[1]);
    }

    private static readonly IPEndPoint Any = new(IPAddress.Loopback, 0);

    private EchoSocket Echo(ZmtpLimits? limits = null) => new(Any, limits ?? _limits, _loop);

    private static void Retry(Action action)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception failure) when (attempt < 50 && failure is System.Net.Sockets.SocketException or EndOfStreamException)
            {
                Thread.Sleep(10); // the loop has yet to notice that the others went
            }
        }
    }
}
