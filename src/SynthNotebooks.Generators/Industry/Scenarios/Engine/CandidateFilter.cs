using System.Linq.Expressions;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A condition on a candidate and the row that refers to it, taken apart at its <c>and</c>s so that not every candidate is asked for every row.</summary>
/// <remarks>
/// What reads the candidate alone is asked once for each candidate, what reads the row alone once for each row; an equality between the two is looked up
/// (of several the first two); only what is left is asked pair by pair.
/// </remarks>
internal sealed class CandidateFilter
{
    private const int MostKeys = 2;

    private CandidateFilter(string text, SourcePlace place) => (Text, Place) = (text, place);

    /// <summary>As written.</summary>
    public string Text { get; }

    public SourcePlace Place { get; }

    /// <summary>Conditions on the candidate.</summary>
    public List<NumberFormula> OfCandidate { get; } = [];

    /// <summary>Conditions on the row that refers.</summary>
    public List<NumberFormula> OfRow { get; } = [];

    /// <summary>Values that must be equal.</summary>
    public List<CandidateKey> Keys { get; } = [];

    /// <summary>What reads both otherwise; null for nothing.</summary>
    public PairFormula? OfBoth { get; private init; }

    /// <param name="condition">Read with the candidate as <see cref="FormulaCompiler.Alternative"/>.</param>
    /// <param name="candidate">The candidate in it.</param>
    /// <param name="formulas">Of the row that refers.</param>
    /// <param name="node">The condition as it stands.</param>
    /// <exception cref="ScenarioException">It draws.</exception>
    public static CandidateFilter Of(Typed condition, ParameterExpression candidate, FormulaCompiler formulas, ScenarioNode node)
    {
        var (row, random) = (formulas.Row, formulas.Random);
        var both = new List<Expression>();
        var filter = new CandidateFilter(node.Text!, node.Place);
        foreach (var part in Parts(condition.AsTruth(0)))
        {
            var reads = Reads.Of(part);
            if (reads.Contains(random)) throw new ScenarioException(node.Place, $"{formulas.Owner}: '{node.Text}' draws at random; a condition on candidates must hold or not.");
            if (!reads.Contains(candidate)) filter.OfRow.Add(Number(part, row));
            else if (!reads.Contains(row)) filter.OfCandidate.Add(Number(part, candidate));
            else if (filter.Keys.Count < MostKeys && Key(part) is { } key) filter.Keys.Add(key);
            else both.Add(part);
        }
        if (both.Count == 0) return filter;
        var all = Expression.Lambda<PairFormula>(both.Aggregate(Expression.AndAlso), row, candidate).Compile();
        return filter.With(all);

        NumberFormula Number(Expression code, ParameterExpression of) =>
            Expression.Lambda<NumberFormula>(code.Type == typeof(bool) ? new Typed(code, CellType.Boolean).AsNumber() : code, of, random).Compile();
        TextFormula TextOf(Expression code, ParameterExpression of) => Expression.Lambda<TextFormula>(code, of, random).Compile();

        CandidateKey? Key(Expression part)
        {
            if (part is not BinaryExpression { NodeType: ExpressionType.Equal } equal) return null;
            var (left, right) = (equal.Left, equal.Right);
            if (left is MethodCallExpression { Method: { Name: nameof(string.CompareOrdinal), DeclaringType: var home } } call && home == typeof(string)) (left, right) = (call.Arguments[0], call.Arguments[1]);
            if (Reads.Of(left).Contains(row)) (left, right) = (right, left);
            var (first, second) = (Reads.Of(left), Reads.Of(right));
            if (first.Contains(row) || second.Contains(candidate)) return null;
            return left.Type == typeof(string) ? new(null, null, TextOf(left, candidate), TextOf(right, row)) : new(Number(left, candidate), Number(right, row), null, null);
        }
    }

    private CandidateFilter With(PairFormula both)
    {
        var filter = new CandidateFilter(Text, Place) { OfBoth = both };
        filter.OfCandidate.AddRange(OfCandidate);
        filter.OfRow.AddRange(OfRow);
        filter.Keys.AddRange(Keys);
        return filter;
    }

    private static IEnumerable<Expression> Parts(Expression condition) => condition is BinaryExpression { NodeType: ExpressionType.AndAlso } both
        ? Parts(both.Left).Concat(Parts(both.Right))
        : [condition];

    // The parameters that code reads
    private sealed class Reads : ExpressionVisitor
    {
        private readonly HashSet<Expression> _found = [];

        public static HashSet<Expression> Of(Expression code)
        {
            var reads = new Reads();
            reads.Visit(code);
            return reads._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found.Add(node);
            return node;
        }
    }
}

/// <summary>Two values that must be equal, both numbers or both texts: of the candidate, and of the row that refers.</summary>
internal sealed record CandidateKey(NumberFormula? Candidate, NumberFormula? Row, TextFormula? CandidateText, TextFormula? RowText);

/// <summary>A condition on a row and another one.</summary>
internal delegate bool PairFormula(Row row, Row candidate);
