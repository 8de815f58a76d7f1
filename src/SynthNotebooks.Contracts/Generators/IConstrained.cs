using SynthNotebooks.Data;

namespace SynthNotebooks.Contracts;

/// <summary>A fitted model all of whose rows keep constraints.</summary>
public interface IConstrained
{
    /// <summary>What every row keeps; empty when nothing was asked.</summary>
    ConstraintSet Constraints { get; }

    /// <summary>How each of them is met, in their order.</summary>
    IReadOnlyList<ConstraintHandling> Handling { get; }

    /// <summary>Rows of the training table, those left out because they broke a constraint, and the share of sampled rows that rejection keeps.</summary>
    ConstraintCost Cost { get; }
}

/// <summary>How one constraint is met.</summary>
/// <param name="Constraint">The constraint as it was declared.</param>
/// <param name="Means">The way.</param>
/// <param name="How">In a few words.</param>
/// <param name="TrainingViolations">Number of training rows that break it; null for a private model, which must not count them.</param>
public sealed record ConstraintHandling(Constraint Constraint, ConstraintMeans Means, string How, int? TrainingViolations);

/// <summary>What the constraints cost.</summary>
/// <param name="TrainingRows">Rows of the training table; 0 for a private model, which tells a noisy number of records elsewhere.</param>
/// <param name="LeftOut">Of them, those that break a constraint and were not learned from.</param>
/// <param name="Tried">Rows sampled after the fit to see what rejection costs; 0 when nothing is left to rejection.</param>
/// <param name="Kept">Of them, those that kept all constraints.</param>
public sealed record ConstraintCost(int TrainingRows, int LeftOut, int Tried, int Kept)
{
    /// <summary>Share of sampled rows that are kept, 0 to 1.</summary>
    public double Acceptance => Tried == 0 ? 1 : (double)Kept / Tried;
}

/// <summary>Ways to meet a constraint.</summary>
public enum ConstraintMeans
{
    /// <summary>No row that breaks it can be made.</summary>
    Construction,

    /// <summary>The model samples given the constraint, exactly.</summary>
    Conditioning,

    /// <summary>Rows that break it are thrown away.</summary>
    Rejection,
}
