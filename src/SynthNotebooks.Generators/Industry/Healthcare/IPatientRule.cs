using SynthNotebooks.Data;

namespace SynthNotebooks.Generators.Industry.Healthcare;

/// <summary>Decides some of a patient's attributes from those that earlier rules decided.</summary>
internal interface IPatientRule
{
    /// <param name="patient">Read and filled.</param>
    /// <param name="random">This rule's own stream for this patient: another rule's draws never shift it.</param>
    void Apply(Patient patient, SplitRandom random);
}
