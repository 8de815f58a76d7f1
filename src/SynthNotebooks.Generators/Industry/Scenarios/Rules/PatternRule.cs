using System.Text;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Text by a pattern: 9 a digit, X a capital, x a small letter, # a hexadecimal digit, [A-Z0-9] one of a set, {4} repeats the item before it, \ takes the next as it is.</summary>
[Rule("pattern")]
internal sealed class PatternRule : Rule
{
    private const int MostCharacters = 1000;
    private readonly string[] _sets;

    public PatternRule(RuleArguments arguments)
    {
        var node = arguments.Take("pattern");
        if (node?.Text is not { Length: > 0 } pattern) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: 'pattern' must be a text such as '99-XX'.");
        var sets = new List<string>();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '9': sets.Add("0123456789"); break;
                case 'X': sets.Add("ABCDEFGHIJKLMNOPQRSTUVWXYZ"); break;
                case 'x': sets.Add("abcdefghijklmnopqrstuvwxyz"); break;
                case '#': sets.Add("0123456789abcdef"); break;
                case '\\' when i + 1 < pattern.Length: sets.Add(pattern[++i].ToString()); break;
                case '[':
                    var end = pattern.IndexOf(']', i);
                    if (end < 0) throw Wrong("'[' is not closed");
                    sets.Add(Set(pattern[(i + 1)..end]));
                    i = end;
                    break;
                case '{':
                    var close = pattern.IndexOf('}', i);
                    if (close < 0 || sets.Count == 0 || !int.TryParse(pattern.AsSpan((i + 1)..close), out var times) || times < 1 || times > MostCharacters) throw Wrong("'{' must be followed by a number of repeats from 1 to 1000 and '}'");
                    for (var one = sets[^1]; times > 1; times--) sets.Add(one);
                    i = close;
                    break;
                default: sets.Add(pattern[i].ToString()); break;
            }
            if (sets.Count > MostCharacters) throw Wrong("it is longer than 1000 characters");
        }
        (_sets, Type) = ([.. sets], CellType.FreeText);

        ScenarioException Wrong(string why) => new(node.Place, $"{arguments.Owner}: pattern '{pattern}': {why}.");
        string Set(string text)
        {
            var set = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                if (i + 2 < text.Length && text[i + 1] == '-')
                {
                    if (text[i + 2] < text[i] || text[i + 2] - text[i] > 1000) throw Wrong($"the range {text[i..(i + 3)]} does not rise");
                    for (var c = text[i]; c <= text[i + 2]; c++) set.Append(c);
                    i += 2;
                }
                else set.Append(text[i]);
            }
            return set.Length > 0 ? set.ToString() : throw Wrong("a set is empty");
        }
    }

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random) => string.Create(_sets.Length, (_sets, random), static (span, state) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var set = state._sets[i];
            span[i] = set.Length == 1 ? set[0] : set[state.random.NextBelow(set.Length)];
        }
    });
}
