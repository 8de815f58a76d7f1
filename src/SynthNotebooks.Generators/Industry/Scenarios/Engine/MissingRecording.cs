using SynthNotebooks.Data;
using SynthNotebooks.Learning;
using SynthNotebooks.Generators.Industry.Scenarios.Formulas;
using SynthNotebooks.Generators.Industry.Scenarios.Rules;

namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>Cells that are not recorded, with a chance that may depend on the row: on nothing (MCAR), on other cells (MAR), on the cell itself (MNAR).</summary>
internal sealed class MissingRecording(AttributePlan attribute, Parameter chance) : IRecording
{
    private readonly ulong _label = SplitRandom.Label("missing " + attribute.Name);

    public int Apply(Row record, Row truth, SplitRandom random)
    {
        random.Become(record.Random, _label);
        if (!(random.NextDouble() < chance.Of(truth, random))) return 0;
        if (attribute.Type.IsString) record.Texts[attribute.Slot] = null;
        else record.Numbers[attribute.Slot] = double.NaN;
        if (attribute.RecordSlot >= 0) record.Texts[attribute.RecordSlot] = null;
        return 0;
    }
}
