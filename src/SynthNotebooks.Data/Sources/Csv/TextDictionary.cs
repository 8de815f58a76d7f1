using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SynthNotebooks.Data;

/// <summary>Numbers distinct UTF-8 strings in order of first occurrence; no string object is made until the end.</summary>
internal sealed class TextDictionary
{
    private byte[] _arena = new byte[1024];
    private int _used;
    private int[] _ends = new int[64]; // of each code's bytes in the arena
    private uint[] _hashes = new uint[64];
    private int[] _slots = new int[128]; // code + 1; 0 = free

    public int Count { get; private set; }

    /// <summary>The code of a string.</summary>
    /// <param name="text">8 readable bytes must follow it.</param>
    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = slot + 1 & mask)
        {
            var code = _slots[slot] - 1;
            if (code < 0) return Insert(text, hash, slot);
            if (_hashes[code] == hash && Bytes(code).SequenceEqual(text)) return code;
        }
    }

    /// <summary>The bytes of a code.</summary>
    public ReadOnlySpan<byte> Bytes(int code)
    {
        var start = code == 0 ? 0 : _ends[code - 1];
        return _arena.AsSpan(start, _ends[code] - start);
    }

    public string[] ToStrings()
    {
        var strings = new string[Count];
        for (var code = 0; code < strings.Length; code++) strings[code] = Encoding.UTF8.GetString(Bytes(code));
        return strings;
    }

    private int Insert(ReadOnlySpan<byte> text, uint hash, int slot)
    {
        if (_used + text.Length > _arena.Length)
            Array.Resize(ref _arena, (int)Math.Min(Array.MaxLength, Math.Max((long)_used + text.Length, _arena.Length * 2L)));
        text.CopyTo(_arena.AsSpan(_used));
        _used += text.Length;
        var code = Count++;
        if (code == _ends.Length)
        {
            Array.Resize(ref _ends, code * 2);
            Array.Resize(ref _hashes, code * 2);
        }
        (_ends[code], _hashes[code]) = (_used, hash);
        _slots[slot] = code + 1;
        if (Count * 2 > _slots.Length) Grow();
        return code;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var code = 0; code < Count; code++)
        {
            var slot = (int)_hashes[code] & mask;
            while (_slots[slot] != 0) slot = slot + 1 & mask;
            _slots[slot] = code + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<byte> text)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ref var at = ref MemoryMarshal.GetReference(text);
        var left = text.Length;
        var hash = (ulong)left * factor;
        for (; left >= 8; left -= 8, at = ref Unsafe.Add(ref at, 8))
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(ref at)) * factor;
            hash ^= hash >> 32;
        }
        if (left > 0)
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(ref at) << (64 - 8 * left)) * factor; // little-endian: drops what follows the text
            hash ^= hash >> 32;
        }
        return (uint)(hash * factor >> 32);
    }
}
