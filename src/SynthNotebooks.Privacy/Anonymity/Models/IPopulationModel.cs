namespace SynthNotebooks.Privacy.Anonymity;

/// <summary>A model that compares a class with the population it was drawn from.</summary>
public interface IPopulationModel : IPrivacyModel
{
    /// <summary>Whether classes of the population without a released row must hold too; suppression then cannot help.</summary>
    bool JudgesAbsence { get; }
}
