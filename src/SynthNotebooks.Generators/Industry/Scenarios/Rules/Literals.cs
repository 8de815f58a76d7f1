using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Scalars of a scenario that stand for themselves.</summary>
internal static class Literals
{
    /// <summary>Type and value: what is not quoted and looks like a number, truth or a date is one.</summary>
    public static (CellType Type, double Value) Of(ScenarioNode node)
    {
        var text = node.Text!;
        if (node.Quoted) return (new CellType(CellKind.Text, [text]), 0);
        if (text is "true" or "false") return (CellType.Boolean, text == "true" ? 1 : 0);
        if (text is "missing" or "~" or "null" or "") return (CellType.Number, double.NaN);
        try
        {
            if (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.') && Tokens.Of(text[0] is '-' or '+' ? text[1..] : text) is [var token, { Kind: TokenKind.End }])
            {
                if (token.Kind == TokenKind.Number)
                {
                    var value = text[0] == '-' ? -token.Number : token.Number;
                    return (value == Math.Floor(value) && !text.Contains('.', StringComparison.Ordinal) ? CellType.Integer : CellType.Number, value);
                }
                if (token.Kind is TokenKind.Date or TokenKind.Time) return (token.Kind == TokenKind.Date ? CellType.Date : CellType.Time, token.Number);
            }
        }
        catch (FormulaException)
        {
            // no number after all: a text
        }
        return (new CellType(CellKind.Text, [text]), 0);
    }
}
