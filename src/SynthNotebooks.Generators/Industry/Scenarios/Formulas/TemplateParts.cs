using System.Text;

namespace SynthNotebooks.Generators.Industry.Scenarios.Formulas;

/// <summary>Cuts a template into literal text and formulas.</summary>
internal static class TemplateParts
{
    /// <summary>Parts in order: literal text, or a formula with its format; doubled braces stand for one.</summary>
    public static List<(bool Literal, string Text, string? Format, int At)> Of(string template, Func<string, Exception> wrong)
    {
        var parts = new List<(bool, string, string?, int)>();
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                literal.Append(c);
                i++;
                continue;
            }
            if (c == '}') throw wrong($"the brace at position {i + 1} of '{template}' closes nothing; write }}}} for a brace.");
            if (c != '{')
            {
                literal.Append(c);
                continue;
            }
            var (end, colon) = End(template, i + 1);
            if (end < 0) throw wrong($"the brace at position {i + 1} of '{template}' is not closed; write {{{{ for a brace.");
            if (literal.Length > 0) parts.Add((true, literal.ToString(), null, i));
            literal.Clear();
            parts.Add((false, template[(i + 1)..(colon < 0 ? end : colon)], colon < 0 ? null : template[(colon + 1)..end], i + 1));
            i = end;
        }
        if (literal.Length > 0) parts.Add((true, literal.ToString(), null, template.Length));
        return parts;
    }

    // The closing brace and the first colon outside quotes and parentheses (inside them it is a part of the formula)
    private static (int End, int Colon) End(string template, int start)
    {
        var (quote, depth, colon, question) = ('\0', 0, -1, false);
        for (var i = start; i < template.Length; i++)
        {
            var c = template[i];
            if (colon < 0 && quote != '\0')
            {
                if (c == quote) quote = '\0';
                continue;
            }
            if (c == '}') return (i, colon);
            if (colon >= 0) continue;
            if (c is '\'' or '"') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == '?') question = true;
            else if (c == ':' && depth == 0 && !question) colon = i;
        }
        return (-1, -1);
    }
}
