using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>An entity as the engine runs it.</summary>
internal sealed class EntityPlan(string name, ScenarioNode node)
{
    public string Name { get; } = name;

    public ScenarioNode Node { get; } = node;

    public ulong Label { get; } = SplitRandom.Label(name);

    public EntityPlan? Parent { get; set; }

    public List<EntityPlan> Children { get; } = [];

    public EntityPlan Root => Parent?.Root ?? this;

    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    /// <summary>By name: given by the source of rows, declared, and the key under <c>key</c>.</summary>
    public Dictionary<string, AttributePlan> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Columns of the table after the keys, in their order.</summary>
    public List<AttributePlan> Columns { get; } = [];

    /// <summary>Text of the row's key.</summary>
    public AttributePlan? Key { get; set; }

    /// <summary>Name of the key's column; null for none.</summary>
    public string? KeyColumn { get; set; }

    public List<RowStep> Early { get; } = [];

    public List<RowStep> Late { get; } = [];

    /// <summary>What its rows add to rows above.</summary>
    public List<AggregatePlan> Aggregates { get; } = [];

    /// <summary>What rows below add to its own.</summary>
    public List<AggregatePlan> Gathers { get; } = [];

    /// <summary>Conditions that rows meet.</summary>
    public List<ConstraintPlan> Constraints { get; } = [];

    /// <summary>Groups of correlated attributes.</summary>
    public List<CopulaGroup> Groups { get; } = [];

    /// <summary>Compositions of shares that sum to one, by name.</summary>
    public Dictionary<string, DirichletStep> Shares { get; } = new(StringComparer.Ordinal);

    /// <summary>What happens to rows between the truth and the record: anomalies, dirt, missing cells.</summary>
    public List<IRecording> Recordings { get; } = [];

    /// <summary>Where its rows come from; null for a root.</summary>
    public RowSource? Source { get; set; }

    /// <summary>Where a row of a machine whose states emit rows tells them when its state ends, or the window does; -1 for others.</summary>
    public int EndOfStay { get; set; } = -1;

    /// <summary>Number of rows of a root.</summary>
    public long RootRows { get; set; }

    /// <summary>The attribute that rows of one parent are sorted by; null for the order they are made in.</summary>
    public AttributePlan? Order { get; set; }

    /// <summary>How many of <see cref="Early"/> come before the sorting.</summary>
    public int StepsBeforeOrder { get; set; }

    public int NumberSlots { get; set; }

    public int TextSlots { get; set; }

    /// <summary>The name of one row: <c>patient</c> of <c>patients</c>.</summary>
    public string Singular => Node["singular"]?.Text is { Length: > 0 } given ? given
        : Name.EndsWith("ies", StringComparison.Ordinal) && Name.Length > 4 ? Name[..^3] + "y"
        : Name.EndsWith("sses", StringComparison.Ordinal) || Name.EndsWith("xes", StringComparison.Ordinal) || Name.EndsWith("ches", StringComparison.Ordinal) || Name.EndsWith("shes", StringComparison.Ordinal) ? Name[..^2]
        : Name.EndsWith('s') && !Name.EndsWith("ss", StringComparison.Ordinal) ? Name[..^1] : Name;

    /// <summary>A place for a value of a type.</summary>
    public int NewSlot(CellType type) => type.IsString ? TextSlots++ : NumberSlots++;
}
