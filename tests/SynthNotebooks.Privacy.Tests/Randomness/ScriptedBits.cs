using System.Buffers.Binary;

namespace SynthNotebooks.Privacy.Tests;

/// <summary>Plays back given 32-bit words; only tests can make one. Fails when the script is over.</summary>
internal sealed class ScriptedBits(params uint[] words) : RandomBits(4 * words.Length)
{
    private bool _played;

    public override bool IsCryptographic => false;

    internal override void Fill(Span<byte> destination)
    {
        if (_played) throw new InvalidOperationException("The script is over.");
        _played = true;
        for (var i = 0; i < words.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(destination[(4 * i)..], words[i]);
    }
}
