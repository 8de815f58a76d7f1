namespace SynthNotebooks.Data;

/// <summary>A condition on one row, as written after <c>--where</c>: a tree of comparisons.</summary>
/// <remarks>
/// A comparison with a missing cell is neither true nor false, as in SQL: it finds no row, negated or not; only <see cref="IsMissing"/> finds missing cells.
/// </remarks>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>The condition as text that <see cref="ConditionParser"/> reads back.</summary>
    public sealed override string ToString() => ConditionText.Print(this);

    /// <summary>The same condition without <see cref="Not"/>: negations are moved into the comparisons (De Morgan), which keeps what it finds.</summary>
    public Condition WithoutNot() => ConditionNegation.Push(this, negated: false);

    /// <summary>Names of the columns that the condition reads, each once.</summary>
    public IReadOnlySet<string> Columns => ConditionNegation.ColumnsOf(this);

    /// <summary>column operator value.</summary>
    /// <param name="Column">Name of the column.</param>
    /// <param name="Operator">How the cell stands to the value.</param>
    /// <param name="Value">Long, double, bool, string, DateOnly or DateTime, fitting the column's kind.</param>
    public sealed record Comparison(string Column, ComparisonOperator Operator, object Value) : Condition;

    /// <summary>column [not] in (values).</summary>
    public sealed record InList(string Column, IReadOnlyList<object> Values, bool Negated = false) : Condition;

    /// <summary>column is [not] null.</summary>
    public sealed record IsMissing(string Column, bool Negated = false) : Condition;

    /// <summary>expression operator expression, where columns are compared with each other; a missing side makes it neither true nor false.</summary>
    public sealed record Relation(RowExpression Left, ComparisonOperator Operator, RowExpression Right) : Condition;

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
