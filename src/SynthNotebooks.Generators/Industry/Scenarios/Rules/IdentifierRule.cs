using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>Digits with a check: <c>{check: luhn, prefix: "99", digits: 16}</c>; digits counts all but the check.</summary>
[Rule("identifier")]
internal sealed class IdentifierRule : Rule
{
    private readonly string _scheme, _before;
    private readonly int _digits;

    public IdentifierRule(RuleArguments arguments)
    {
        var (check, digits, prefix, before) = (arguments.Take("check"), arguments.Number("digits", 10, 1, 40), arguments.Take("prefix"), arguments.Take("before"));
        _scheme = check?.Text ?? "luhn";
        if (!Identifiers.CheckDigits.Schemes.Contains(_scheme)) throw new ScenarioException(check!.Place, $"{arguments.Owner}: " + UnknownColumn.Message("check", _scheme, Identifiers.CheckDigits.Schemes));
        Prefix = prefix?.Text ?? "";
        if (Prefix.AsSpan().ContainsAnyExceptInRange('0', '9')) throw new ScenarioException(prefix!.Place, $"{arguments.Owner}: prefix is '{Prefix}'; it must be digits, since the check is of digits ('before' takes letters).");
        (_before, _digits, Type) = (before?.Text ?? "", (int)digits.Constant, CellType.FreeText);
        if (!digits.IsConstant || Prefix.Length >= _digits) throw new ScenarioException(arguments.Node.Place, $"{arguments.Owner}: digits must be a constant, more than the {Prefix.Length} of the prefix.");
    }

    public string Prefix { get; }

    public override double Draw(Row row, SplitRandom random) => double.NaN;

    public override string? DrawText(Row row, SplitRandom random)
    {
        Span<char> digits = stackalloc char[_digits];
        Prefix.CopyTo(digits);
        for (var i = Prefix.Length; i < digits.Length; i++) digits[i] = (char)('0' + random.NextBelow(10));
        var text = new string(digits);
        return _before + text + Identifiers.CheckDigits.Of(_scheme, text);
    }
}
