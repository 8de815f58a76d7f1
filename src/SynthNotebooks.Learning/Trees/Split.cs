namespace SynthNotebooks.Learning;

/// <summary>A split of a node: the column, and the states that go left.</summary>
internal sealed class Split(int column)
{
    private readonly ulong[] _left = new ulong[CodedColumn.MostStates / 64];

    public int Column => column;

    public ReadOnlySpan<ulong> Left => _left;

    public void Add(int state) => _left[state >> 6] |= 1UL << (state & 63);

    public bool GoesLeft(int state) => (_left[state >> 6] >> (state & 63) & 1) != 0;
}
