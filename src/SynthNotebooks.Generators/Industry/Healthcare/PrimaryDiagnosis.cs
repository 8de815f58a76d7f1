using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Picks why the patient came, among the diagnoses that sex, age, smoking and long-term conditions allow.</summary>
internal sealed class PrimaryDiagnosis : IPatientRule
{
    public void Apply(Patient patient, SplitRandom random)
    {
        Span<double> weights = stackalloc double[DiagnosisTable.All.Length];
        for (var i = 0; i < weights.Length; i++) weights[i] = DiagnosisTable.All[i].Weight(patient);
        patient.Diagnosis = WeightedChoice.Of(weights, random);
    }
}
