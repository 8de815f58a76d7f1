namespace SynthNotebooks.Contracts;

/// <summary>What an attack is after, which decides its outcome and how it is judged.</summary>
public enum AttackKind
{
    /// <summary>Whether a record was learnt: <see cref="MembershipScores"/>.</summary>
    Membership,

    /// <summary>The value of a secret column: <see cref="AttributeGuesses"/>.</summary>
    Attribute,

    /// <summary>Two halves of a record: <see cref="RecordLinks"/>.</summary>
    Linkage,

    /// <summary>A predicate that one person meets: <see cref="SingledOut"/>.</summary>
    SinglingOut,

    /// <summary>A bound on the privacy loss of the training itself: <see cref="CanaryGuesses"/>.</summary>
    Audit,
}
