using System.Buffers.Binary;

namespace SynthNotebooks.Kernel.Transport;

/// <summary>Cuts a stream of bytes, in whatever pieces it arrives, into frames.</summary>
/// <remarks>
/// A body's memory grows with what has arrived, never with what a header promises. Every byte is copied once; cost is O(bytes).
/// </remarks>
internal sealed class ZmtpFrameDecoder
{
    private const int FirstBody = 64 * 1024;

    private readonly byte[] _header = new byte[ZmtpFrame.LongestHeader];
    private int _headerFilled, _bodyFilled, _bodyLength;
    private byte[]? _body;

    /// <summary>Largest body of a message frame, changed as the peer earns trust and as a message fills up.</summary>
    public int MessageLimit { get; set; }

    /// <summary>Largest body of a command frame.</summary>
    public int CommandLimit { get; set; }

    /// <summary>Takes bytes off the front of the input until a frame is complete or the input is empty.</summary>
    /// <exception cref="ZmtpProtocolException">Reserved flags, a command with MORE, or a body over its limit.</exception>
    public bool TryRead(ref ReadOnlySpan<byte> input, out ZmtpFrame frame)
    {
        frame = default;
        if (_body is null && !TryReadHeader(ref input)) return false;

        var take = Math.Min(input.Length, _bodyLength - _bodyFilled);
        MakeRoom(take);
        input[..take].CopyTo(_body.AsSpan(_bodyFilled));
        input = input[take..];
        _bodyFilled += take;
        if (_bodyFilled < _bodyLength) return false;

        frame = new ZmtpFrame(_header[0], _body.AsMemory(0, _bodyLength));
        (_body, _headerFilled) = (null, 0);
        return true;
    }

    private bool TryReadHeader(ref ReadOnlySpan<byte> input)
    {
        while (!input.IsEmpty)
        {
            _header[_headerFilled++] = input[0];
            input = input[1..];
            var flags = _header[0];
            if (_headerFilled == 1) CheckFlags(flags);
            if (_headerFilled < ((flags & ZmtpFrame.Long) != 0 ? ZmtpFrame.LongestHeader : 2)) continue;

            var length = (flags & ZmtpFrame.Long) != 0 ? BinaryPrimitives.ReadUInt64BigEndian(_header.AsSpan(1)) : _header[1];
            var limit = (flags & ZmtpFrame.Command) != 0 ? CommandLimit : MessageLimit;
            if (length > (ulong)limit) ZmtpProtocolException.Throw($"a frame of {length} bytes; at most {limit} are taken here");
            (_bodyLength, _bodyFilled) = ((int)length, 0);
            _body = length == 0 ? [] : new byte[Math.Min((int)length, FirstBody)];
            return true;
        }
        return false;
    }

    private static void CheckFlags(byte flags)
    {
        if (flags > (ZmtpFrame.More | ZmtpFrame.Long | ZmtpFrame.Command)) ZmtpProtocolException.Throw("reserved flag bits");
        if ((flags & ZmtpFrame.Command) != 0 && (flags & ZmtpFrame.More) != 0) ZmtpProtocolException.Throw("a command with MORE");
    }

    private void MakeRoom(int extra)
    {
        if (_body!.Length >= _bodyFilled + extra) return;
        var size = (int)Math.Min(_bodyLength, Math.Max(2L * _body.Length, _bodyFilled + extra));
        Array.Resize(ref _body, size);
    }
}
