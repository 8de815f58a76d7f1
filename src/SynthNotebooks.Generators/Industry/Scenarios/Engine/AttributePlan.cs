using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>An attribute of an entity as the engine runs it.</summary>
internal sealed class AttributePlan(EntityPlan entity, string name, ScenarioNode node)
{
    public EntityPlan Entity { get; } = entity;

    public string Name { get; } = name;

    public ScenarioNode Node { get; } = node;

    public string Owner => $"entity '{Entity.Name}', attribute '{Name}'";

    /// <summary>Of its values; set when it is bound.</summary>
    public CellType Type { get; set; } = CellType.Number;

    /// <summary>Place in <see cref="Row.Texts"/> for free text, in <see cref="Row.Numbers"/> otherwise.</summary>
    public int Slot { get; set; } = -1;

    public BindState State { get; set; }

    /// <summary>Whether it is computed after the rows that belong to this one.</summary>
    public bool Late { get; set; }

    /// <summary>Attributes of its own entity that it reads.</summary>
    public HashSet<AttributePlan> Reads { get; } = [];

    /// <summary>How often the rows of its root are made before it can read them of neighbours; 0 when it reads nothing of them.</summary>
    public int NeighbourPasses { get; set; }

    /// <summary>The rounds that change it; null for none.</summary>
    public RoundsPlan? Rounds { get; set; }

    /// <summary>For a text of few values that dirt may change: the place of its text in the record; -1 for none.</summary>
    public int RecordSlot { get; set; } = -1;

    /// <summary>Whether it was read (one row back) while it was bound, so that its type had to be presumed.</summary>
    public bool Presumed { get; set; }

    /// <summary>Whether it reads the rows before, which must be in order then.</summary>
    public bool ReadsNeighbours { get; set; }

    /// <summary>Whether it is no column of the table.</summary>
    public bool Hidden { get; set; }

    /// <summary>What computes it; null when the entity's source of rows gives it.</summary>
    public AttributeStep? Step { get; set; }

    /// <summary>The table it refers to; its number is then the position of a row there.</summary>
    public KeptTable? Refers { get; set; }

    public int? Decimals { get; set; }

    public string? Unit { get; set; }
}

/// <summary>How far an attribute is compiled.</summary>
internal enum BindState
{
    Declared,
    Binding,
    Bound,
}
