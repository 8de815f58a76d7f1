namespace SynthNotebooks.Data;

/// <summary>A condition on one row, as written after <c>--where</c>: a tree of comparisons.</summary>
/// <remarks>A comparison with a missing cell is false, also when negated by <c>!=</c>; only <see cref="IsMissing"/> finds missing cells.</remarks>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>column operator value.</summary>
    /// <param name="Column">Name of the column.</param>
    /// <param name="Operator">How the cell stands to the value.</param>
    /// <param name="Value">Long, double, bool, string, DateOnly or DateTime, fitting the column's kind.</param>
    public sealed record Comparison(string Column, ComparisonOperator Operator, object Value) : Condition;

    /// <summary>column [not] in (values).</summary>
    public sealed record InList(string Column, IReadOnlyList<object> Values, bool Negated = false) : Condition;

    /// <summary>column is [not] null.</summary>
    public sealed record IsMissing(string Column, bool Negated = false) : Condition;

    /// <summary>All parts hold.</summary>
    public sealed record All(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>At least one part holds.</summary>
    public sealed record Any(IReadOnlyList<Condition> Parts) : Condition;

    /// <summary>The part does not hold.</summary>
    public sealed record Not(Condition Part) : Condition;
}

/// <summary>How a cell stands to a value.</summary>
public enum ComparisonOperator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>!= or &lt;&gt;</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}
