using System.Diagnostics.CodeAnalysis;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>A peer broke the protocol; its connection is closed, nobody else notices.</summary>
internal sealed class ZmtpProtocolException(string message) : Exception(message)
{
    [DoesNotReturn]
    public static void Throw(string message) => throw new ZmtpProtocolException(message);
}
