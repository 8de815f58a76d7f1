using System.Globalization;
using SynthNotebooks.Data;
using SynthNotebooks.Generators.Industry.Scenarios.Engine;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;

namespace SynthNotebooks.Generators.Industry.Scenarios.Rules;

/// <summary>A number of a rule: constant, or a formula of the row.</summary>
internal sealed class Parameter
{
    private readonly NumberFormula? _formula;
    private readonly double _least, _most;
    private readonly bool _open;

    /// <param name="name">As in the scenario.</param>
    /// <param name="owner">Entity and attribute, for errors.</param>
    /// <param name="text">As written.</param>
    /// <param name="place">Where.</param>
    /// <param name="formula">Null for a constant.</param>
    /// <param name="constant">Its value otherwise.</param>
    /// <param name="range">What is accepted; open excludes the least value.</param>
    public Parameter(string name, string owner, string text, SourcePlace place, NumberFormula? formula, double constant, (double Least, double Most, bool Open) range)
    {
        (Name, Owner, Text, Place, _formula, Constant) = (name, owner, text, place, formula, constant);
        (_least, _most, _open) = range;
        if (formula is null) Check(constant, null);
    }

    public string Name { get; }

    public string Owner { get; }

    public string Text { get; }

    public SourcePlace Place { get; }

    public double Constant { get; }

    public bool IsConstant => _formula is null;

    /// <summary>The value for a row; NaN when it is missing.</summary>
    /// <exception cref="ScenarioException">It is out of range.</exception>
    public double Of(Row row, SplitRandom random)
    {
        if (_formula is null) return Constant;
        var value = _formula(row, random);
        if (!(value > _least && value <= _most)) Check(value, row);
        return value;
    }

    private void Check(double value, Row? row)
    {
        if (double.IsNaN(value) && row is not null || value <= _most && (_open ? value > _least : value >= _least)) return;
        var range = (double.IsNegativeInfinity(_least), _most >= double.MaxValue) switch
        {
            (true, true) => "a finite number",
            (false, true) => (_open ? "above " : "at least ") + _least.ToString("R", CultureInfo.InvariantCulture) + (double.IsPositiveInfinity(value) ? " and finite" : ""),
            (true, false) => "at most " + _most.ToString("R", CultureInfo.InvariantCulture),
            _ => string.Create(CultureInfo.InvariantCulture, $"{(_open ? "above" : "from")} {_least:R}{(_open ? " and at most" : " to")} {_most:R}"),
        };
        throw new ScenarioException(Place, string.Create(CultureInfo.InvariantCulture, $"{Owner}: {Name} is {value:R}{(row is null ? "" : $" in row {row.Number + 1} of its parent")}; it must be {range}."));
    }
}
