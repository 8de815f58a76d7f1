using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Labelled faults: with a small chance some cells are set by formulas and the fault's name is put into the label.</summary>
internal sealed class AnomalyRecording(string name, Parameter rate, (AttributePlan Attribute, NumberFormula? Number, TextFormula? Text)[] sets, int labelSlot, int code) : IRecording
{
    private readonly ulong _label = SplitRandom.Label("anomaly " + name);

    public int Apply(Row record, Row truth, SplitRandom random)
    {
        if (labelSlot >= 0 && record.Numbers[labelSlot] > 0) return 0; // one fault a row, the first in the list
        random.Become(record.Random, _label);
        if (!(random.NextDouble() < rate.Of(record, random))) return 0;
        Span<double> values = sets.Length <= 64 ? stackalloc double[sets.Length] : new double[sets.Length]; // all formulas read the row as it was
        for (var i = 0; i < sets.Length; i++) values[i] = sets[i].Number is { } number ? Rounded(sets[i].Attribute, number(record, random)) : double.NaN;
        for (var i = 0; i < sets.Length; i++)
        {
            var attribute = sets[i].Attribute;
            if (sets[i].Text is { } text) record.Texts[attribute.Type.IsString ? attribute.Slot : attribute.RecordSlot] = text(record, random);
            else record.Numbers[attribute.Slot] = values[i];
        }
        if (labelSlot >= 0) record.Numbers[labelSlot] = code;
        return 0;
    }

    private static double Rounded(AttributePlan attribute, double value) =>
        attribute.Type.Kind == CellKind.Integer ? Math.Round(value) : attribute.Decimals is { } decimals ? Math.Round(value, decimals) : value;
}
