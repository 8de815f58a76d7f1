using SynthNotebooks.Data;

namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>An anonymised table with what it costs and what attacks still learn from it.</summary>
public sealed record AnonymityResult
{
    /// <summary>The rows that are released, in their order; suppressed ones are left out.</summary>
    public required DataFrame Release { get; init; }

    /// <summary>How classes were made.</summary>
    public required AnonymisationMethod Method { get; init; }

    /// <summary>The models in words.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>The quasi-identifiers; a level for those of the optimal method.</summary>
    public required IReadOnlyList<ChosenLevel> Levels { get; init; }

    /// <summary>What was minimised; empty for Mondrian.</summary>
    public string LossId { get; init; } = "";

    /// <summary>The loss that was minimised; NaN for Mondrian.</summary>
    public double Loss { get; init; } = double.NaN;

    /// <summary>Loss by id of metric; what needs levels is left out for Mondrian.</summary>
    public required IReadOnlyDictionary<string, double> Losses { get; init; }

    /// <summary>Rows of the table given.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows left out.</summary>
    public int Suppressed => Rows - (int)Release.Rows.Count;

    /// <summary>The released class of each row of the table given; −1 for suppressed rows.</summary>
    public required IReadOnlyList<int> ClassOfRow { get; init; }

    /// <summary>Rows by released class.</summary>
    public required IReadOnlyList<int> ClassSizes { get; init; }

    /// <summary>Chances of naming a person.</summary>
    public required ReidentificationRisk Risk { get; init; }

    /// <summary>What the classes say of sensitive values, one a sensitive column.</summary>
    public required IReadOnlyList<HomogeneityAttack> Homogeneity { get; init; }

    /// <summary>What a second release of the same table would add, one a sensitive column.</summary>
    public required IReadOnlyList<IntersectionAttack> Intersection { get; init; }

    /// <summary>What the user should know, e.g. a column that identifies rows and is released as it is.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Combinations of levels there are; 0 for Mondrian.</summary>
    public int Nodes { get; init; }

    /// <summary>Combinations whose classes were looked at.</summary>
    public int Checked { get; init; }
}
