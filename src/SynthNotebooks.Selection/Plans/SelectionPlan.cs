namespace SynthNotebooks.Selection;

/// <summary>What a selection found and decided; all that replaying it needs. Holds no times.</summary>
/// <param name="Options">Options of the selection as text by name, without the plan's own file.</param>
/// <param name="Seed">Of the selection and of every fit in it.</param>
/// <param name="Columns">Names of the table's columns, in order.</param>
/// <param name="Results">The models tried, cheapest first, then settings of the best one.</param>
/// <param name="Choice">Position of the chosen one among the results.</param>
public sealed record SelectionPlan(IReadOnlyDictionary<string, string> Options, ulong Seed, IReadOnlyList<string> Columns, IReadOnlyList<CandidateResult> Results, int Choice)
{
    /// <summary>The chosen model.</summary>
    public CandidateResult Chosen => Results[Choice];

    /// <summary>The plan as indented JSON; the same plan gives the same text.</summary>
    public string ToJson() => SelectionPlanJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no plan; the message says why.</exception>
    public static SelectionPlan FromJson(string json) => SelectionPlanJson.Read(json);
}
