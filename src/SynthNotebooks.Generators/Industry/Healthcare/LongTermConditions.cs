using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Draws the long-term conditions one after the other, each logistic in body mass, smoking and the earlier ones.</summary>
internal sealed class LongTermConditions : IPatientRule
{
    private readonly CalibratedRisk[] _risks = CalibratedRisk.OfTable(ConditionTable.All);

    public void Apply(Patient patient, SplitRandom random)
    {
        patient.Conditions = Conditions.None;
        foreach (var risk in _risks)
            if (random.NextDouble() < risk.Probability(patient)) patient.Conditions |= risk.Condition;
    }
}
