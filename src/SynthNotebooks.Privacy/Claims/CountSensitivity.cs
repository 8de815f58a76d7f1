namespace SynthNotebooks.Privacy;

/// <summary>Sensitivity of numbers of records.</summary>
public sealed record CountSensitivity : IntegerSensitivity
{
    /// <inheritdoc cref="IntegerSensitivity(long, long, NeighbouringRelation)"/>
    public CountSensitivity(long l1, long squaredL2, NeighbouringRelation relation) : base(l1, squaredL2, relation)
    {
    }

    /// <summary>Sensitivity of one or more histograms of the same records, released together as one vector.</summary>
    /// <param name="relation">Adding or removing a record moves one cell of each histogram by 1; replacing one moves two.</param>
    /// <param name="histograms">Number of histograms, at least 1.</param>
    /// <param name="recordsPerPerson">Records that one person has at most, at least 1; person-level privacy needs them bounded first.</param>
    public static CountSensitivity OfHistograms(NeighbouringRelation relation, int histograms = 1, int recordsPerPerson = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(histograms, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(recordsPerPerson, 1);
        // All records of a person may sit in one cell: k records move it by k, squared k².
        long cells = relation is ReplaceOne ? 2L * histograms : histograms;
        return new(checked(cells * recordsPerPerson), checked(cells * recordsPerPerson * recordsPerPerson), relation);
    }
}
