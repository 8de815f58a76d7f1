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

    /// <summary>
    /// Whether the score tells a risk to the records that a generator learnt; the floor is then a leaky table that repeats them, and reports show
    /// it under privacy.
    /// </summary>
    public bool Privacy { get; init; }

    /// <summary>Whether the score needs models to be trained, so that it is computed only when asked for.</summary>
    public bool Learned { get; init; }

    /// <summary>Whether the score tells what the table is good for; reports show it under utility.</summary>
    public bool Utility { get; init; }
}

/// <summary>Registers an <see cref="IAttack"/> with a constructor without parameters.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AttackAttribute(string id) : CatalogAttribute(id);

/// <summary>Registers an <see cref="ISimulator"/> with a constructor without parameters.</summary>
/// <param name="id">What a user types after <c>simulate</c>; the industry's name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SimulatorAttribute(string id) : CatalogAttribute(id);
