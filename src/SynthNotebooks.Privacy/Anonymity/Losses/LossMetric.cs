namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>How much a release loses; the smaller the better.</summary>
/// <remarks>Each has a bound that is never above the loss and never falls when a level rises: what a search may cut by.</remarks>
public abstract class LossMetric
{
    private protected LossMetric(bool countSuppression) => CountSuppression = countSuppression;

    /// <summary>As users type it.</summary>
    public abstract string Id { get; }

    /// <summary>Whether suppressed rows count as lost; the loss is then not monotonic: a coarser release may lose less because it keeps more rows.</summary>
    public bool CountSuppression { get; }

    /// <summary>All metrics in their default form.</summary>
    public static IReadOnlyList<LossMetric> All { get; } = [new EntropyLoss(), new DiscernibilityLoss(), new ClassSizeLoss(), new PrecisionLoss()];

    /// <summary>The bound from the levels alone; 0 when the classes are needed.</summary>
    internal virtual double LevelBound(QuasiTable table, ReadOnlySpan<int> levels) => 0;

    /// <summary>The bound when the classes are known.</summary>
    internal abstract double Bound(LossState state);

    /// <summary>The loss.</summary>
    internal abstract double Loss(LossState state);
}
