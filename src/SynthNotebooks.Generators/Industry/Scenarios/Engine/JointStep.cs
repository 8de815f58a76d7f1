namespace SynthNotebooks.Generators.Industry.Scenarios.Engine;

/// <summary>A step that draws for several attributes at once, into places that their own steps read.</summary>
internal abstract class JointStep : RowStep
{
    /// <summary>Whether it draws for an attribute.</summary>
    public abstract bool Has(AttributePlan attribute);
}
