using System.Linq.Expressions;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>What the names in a formula mean.</summary>
internal interface IFormulaScope
{
    /// <summary>The row that the formula is computed for.</summary>
    ParameterExpression Row { get; }

    /// <summary>The stream that it may draw from.</summary>
    ParameterExpression Random { get; }

    /// <summary>Where the formula stands.</summary>
    SourcePlace Place { get; }

    /// <summary>Whose formula it is, for errors when it is computed.</summary>
    string Owner { get; }

    /// <summary>The value of a name, with dots.</summary>
    /// <exception cref="FormulaException">There is none; the message tells the nearest.</exception>
    Typed Name(Token token);

    /// <summary>A call that needs more than the values of its arguments, e.g. <c>sum(orders.amount)</c>; null when it is none.</summary>
    /// <param name="parser">Stands after the opening parenthesis; to be left before the closing one when the call is taken.</param>
    /// <param name="function">The function's name.</param>
    Typed? Special(FormulaParser parser, Token function);
}
