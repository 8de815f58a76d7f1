namespace SynthNotebooks.Learning;

/// <summary>A column of small whole numbers that trees can split.</summary>
/// <param name="Codes">State of each row, below <paramref name="States"/>.</param>
/// <param name="States">Number of states, 1 to 256.</param>
/// <param name="IsOrdered">Whether neighbouring states hold neighbouring values, so that splits cut between them; otherwise any subset may go left.</param>
/// <param name="MissingState">The state of missing cells, which goes to either side of a cut; −1 for none.</param>
public sealed record CodedColumn(byte[] Codes, int States, bool IsOrdered, int MissingState = -1)
{
    /// <summary>Most states of a column.</summary>
    public const int MostStates = 256;
}
