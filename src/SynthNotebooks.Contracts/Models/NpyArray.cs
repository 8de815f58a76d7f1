using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SynthNotebooks.Contracts;

/// <summary>An array in the npy format, version 1.0, little-endian, row-major; numpy reads it.</summary>
/// <remarks>Source: numpy.lib.format, NEP 1, 2007.</remarks>
internal static partial class NpyArray
{
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8, 1, 0];

    public static string TypeOf<T>()
        where T : unmanaged => default(T) switch
        {
            double => "<f8",
            long => "<i8",
            int => "<i4",
            byte => "|u1",
            _ => throw new ArgumentException($"Arrays of {typeof(T)} cannot be saved."),
        };

    public static byte[] Write<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        var dimensions = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape.ToArray());
        var header = $"{{'descr': '{TypeOf<T>()}', 'fortran_order': False, 'shape': ({dimensions}), }}";
        header = header.PadRight((Magic.Length + 2 + header.Length + 1 + 63) / 64 * 64 - Magic.Length - 3) + "\n";
        var bytes = new byte[Magic.Length + 2 + header.Length + MemoryMarshal.AsBytes(values).Length];
        Magic.CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(Magic.Length), (ushort)header.Length);
        Encoding.ASCII.GetBytes(header, bytes.AsSpan(Magic.Length + 2));
        MemoryMarshal.AsBytes(values).CopyTo(bytes.AsSpan(Magic.Length + 2 + header.Length));
        return bytes;
    }

    /// <summary>The values; the header's type and shape must be those expected, and the length must fit them exactly.</summary>
    public static T[] Read<T>(ReadOnlySpan<byte> bytes, string name, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (bytes.Length < Magic.Length + 2 || !bytes.StartsWith(Magic)) throw new ModelFormatException($"Array '{name}' is no npy file of version 1.0.");
        var headerLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[Magic.Length..]);
        var start = Magic.Length + 2 + headerLength;
        if (start > bytes.Length) throw new ModelFormatException($"Array '{name}' ends within its header.");
        var match = Header().Match(Encoding.ASCII.GetString(bytes.Slice(Magic.Length + 2, headerLength)));
        if (!match.Success || match.Groups[1].Value != TypeOf<T>())
            throw new ModelFormatException($"Array '{name}' must hold values of type {TypeOf<T>()} in row-major order.");
        var told = match.Groups[2].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        if (!shape.SequenceEqual(told)) throw new ModelFormatException($"Array '{name}' has shape ({string.Join(", ", told)}), the manifest says ({string.Join(", ", shape.ToArray())}).");
        var data = bytes[start..];
        if (ByteLength<T>(shape) != data.Length) throw new ModelFormatException($"Array '{name}' holds {data.Length} bytes, its shape asks for {ByteLength<T>(shape)}.");
        return MemoryMarshal.Cast<byte, T>(data).ToArray();
    }

    // −1 when the product leaves 64 bits or a dimension is negative.
    private static long ByteLength<T>(ReadOnlySpan<long> shape)
    {
        Int128 length = Marshal.SizeOf<T>();
        foreach (var dimension in shape)
        {
            length *= dimension;
            if (dimension < 0 || length > long.MaxValue) return -1;
        }
        return (long)length;
    }

    [GeneratedRegex(@"^\{'descr': '([^']{3})', 'fortran_order': False, 'shape': \(((?:\d{1,18}(?:, ?|))*)\), \} *\n$")]
    private static partial Regex Header();
}
