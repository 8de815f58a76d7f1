namespace SynthNotebooks.Kernel.Transport;

/// <summary>What a peer may cost: sizes in bytes, times in wall-clock time.</summary>
internal sealed record ZmtpLimits
{
    /// <summary>Time from accept to READY; legal: positive.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Largest command frame, and largest frame of any kind before READY.</summary>
    public int CommandBytes { get; init; } = 8 * 1024;

    /// <summary>Largest message of a peer that has not shown the key yet.</summary>
    public int UntrustedMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Largest message of a peer that has sent a message with a good signature.</summary>
    public int TrustedMessageBytes { get; init; } = 512 * 1024 * 1024;

    /// <summary>Largest number of frames in one message.</summary>
    public int FramesPerMessage { get; init; } = 1024;

    /// <summary>Connections one socket holds; further ones are closed on arrival.</summary>
    public int Connections { get; init; } = 256;

    /// <summary>Distinct subscriptions one subscriber may hold.</summary>
    public int Subscriptions { get; init; } = 1024;

    /// <summary>Queued bytes from which a sender that may wait does wait. One that may not wait goes on to twice as much.</summary>
    public int HighWaterMark { get; init; } = 16 * 1024 * 1024;

    /// <summary>A peer with a full queue that takes no byte for this long is stalled: nobody waits for it any more.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A peer that speaks ZMTP 3.1 is pinged when it was silent for this long.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A peer that was pinged and stays silent for this long is gone.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
