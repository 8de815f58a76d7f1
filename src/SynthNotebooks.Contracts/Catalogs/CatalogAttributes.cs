namespace SynthNotebooks.Contracts;

/// <summary>Registers a class in a catalog under an id.</summary>
public abstract class CatalogAttribute(string id) : Attribute
{
    /// <summary>Lower case, digits and hyphens; what a user types.</summary>
    public string Id { get; } = id;
}

/// <summary>Registers an <see cref="IGenerator"/>; its public constructor takes its options record alone.</summary>
/// <param name="id">What a user types after <c>--model</c>.</param>
/// <param name="options">Record whose constructor parameters all have defaults.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GeneratorAttribute(string id, Type options) : CatalogAttribute(id)
{
    /// <summary>The options record.</summary>
    public Type Options { get; } = options;

    /// <summary>Whether rows may repeat training rows beyond the natural rate (leaky controls only).</summary>
    public bool CopiesRows { get; init; }

    /// <summary>
    /// Whether fits are differentially private: they need a declared domain, draw their noise from the operating system, so that no seed repeats them, and
    /// read nothing else of the table.
    /// </summary>
    public bool IsPrivate { get; init; }
}

/// <summary>Registers an <see cref="IMetric"/> with a constructor without parameters.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MetricAttribute(string id, Better better) : CatalogAttribute(id)
{
    /// <summary>Which way is good.</summary>
    public Better Better { get; } = better;

    /// <summary>Smallest possible value; −∞ when there is none.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest possible value; +∞ when there is none.</summary>
    public double Max { get; init; } = double.PositiveInfinity;

    /// <summary>What reports call the metric; the id when empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>
    /// Whether the score sees columns one by one, so that independent columns are no floor for it; the floor is then columns spread evenly over
    /// their range or categories.
    /// </summary>
    public bool MarginalsOnly { get; init; }

    /// <summary>Whether the score needs models to be trained, so that it is computed only when asked for.</summary>
    public bool Learned { get; init; }

    /// <summary>The part of the report it belongs to; default the leading scores. Under privacy the floor is a leaky table that repeats real rows.</summary>
    public MetricGroup Group { get; init; }

    /// <summary>Whether it is cheap enough for a bootstrap interval: it is then scored on some dozens of resamples of the synthetic rows.</summary>
    public bool Bootstrap { get; init; }
}

/// <summary>Registers an <see cref="IAttack"/> with a constructor without parameters.</summary>
/// <param name="id">What a user types after <c>--attack</c>.</param>
/// <param name="kind">What the attack is after.</param>
/// <param name="cost">How long it takes.</param>
/// <param name="controls">Checks that it must pass; at least one.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AttackAttribute(string id, AttackKind kind, AttackCost cost, AttackControls controls) : CatalogAttribute(id)
{
    /// <summary>What the attack is after.</summary>
    public AttackKind Kind { get; } = kind;

    /// <summary>How long it takes.</summary>
    public AttackCost Cost { get; } = cost;

    /// <summary>Checks that it must pass.</summary>
    public AttackControls Controls { get; } = controls;

    /// <summary>What it needs beyond the synthetic table and candidates.</summary>
    public AttackNeeds Needs { get; init; }

    /// <summary>What reports call the attack; the id when empty.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether it compares rows with rows, so that a copy of the training rows must give it an AUC of .99.</summary>
    public bool ComparesRows { get; init; }

    /// <summary>Whether it is a weak baseline: its failure says nothing about safety, so it is never a pass gate.</summary>
    public bool Weak { get; init; }

    /// <summary>Most candidates that it is given, half of them members; all when 0.</summary>
    public int MostCandidates { get; init; }
}

/// <summary>Registers an <see cref="ISimulator"/> with a constructor without parameters.</summary>
/// <param name="id">What a user types after <c>simulate</c>; the industry's name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SimulatorAttribute(string id) : CatalogAttribute(id);
